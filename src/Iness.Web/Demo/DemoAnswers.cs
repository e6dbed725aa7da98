using System.Globalization;
using Iness.Casework.Applications;

namespace Iness.Web.Demo;

/// <summary>Answers of the demonstration's applications, those of associations that fulfil every condition.</summary>
internal static class DemoAnswers
{
    private static readonly (string Key, string Value)[] Structure =
    [
        ("forme", "9220"), ("code-activite", "88.99B"), ("etape", "Existing"), ("representant", "Camille Delattre"), ("qualite", "présidente"), ("telephone", "03 00 00 00 00"),
        ("agrements", "aucun"), ("chiffre-affaires", "450000"), ("effectif", "7,5"), ("activite-economique", "oui"), ("secteurs", "aucun"),
        ("impots", "oui"), ("cotisations", "oui"), ("procedure", "non"), ("sauvetage", "non"), ("demande", "non"),
    ];

    private static readonly (string Key, string Value)[] Rest = [("autres-aides", "non"), ("liees", "non"), ("minimis", "non")];

    private static readonly (string Key, string Value)[] Declarations =
        [("attestation", "oui"), ("habilitation", "oui"), ("regularite", "oui"), ("engagement-republicain", "oui")];

    /// <summary>Selling on line; whole but for the declarations.</summary>
    public static KnownAnswer[] Shop(DateOnly today) => Known(
        today,
        [
            ("commune", "Lille"), ("adresse", "12 rue des Lilas\n59000 Lille"),
            ("titre", "Vendre nos paniers en ligne"), ("besoin", "Nous prenons les commandes au téléphone, trois matinées par semaine."),
            ("description", "Ouvrir une boutique en ligne reliée à notre stock."), ("resultats", "Moins d’erreurs, et des commandes à toute heure."),
            .. Cost("a001", "Boutique en ligne", "OnlineShop", "6000"), ("fonds-propres", "3600"), ("emprunts", "0"), ("prives", "0"),
        ]);

    /// <summary>Keeping members in touch; complete.</summary>
    public static KnownAnswer[] Members(DateOnly today) => Known(
        today,
        [
            ("commune", "Amiens"), ("adresse", "4 quai des Hortillonnages\n80000 Amiens"),
            ("titre", "Un site pour nos adhérents"), ("besoin", "Nos adhérents s’inscrivent sur papier."),
            ("description", "Refaire le site, avec l’inscription en ligne aux ateliers."), ("resultats", "Des ateliers complets, et un secrétariat soulagé."),
            .. Cost("a001", "Site avec boutique d’ateliers", "OnlineShop", "9000"), ("fonds-propres", "5400"), ("emprunts", "0"), ("prives", "0"),
            .. Declarations,
        ]);

    /// <summary>Delivering by bicycle; complete, though the officer asks for more.</summary>
    public static KnownAnswer[] Deliveries(DateOnly today) => Known(
        today,
        [
            ("commune", "Lille"), ("adresse", "12 rue des Lilas\n59000 Lille"),
            ("titre", "Organiser nos livraisons à vélo"), ("besoin", "Les tournées se font sur un tableau blanc."),
            ("description", "Une boutique en ligne où le client choisit son créneau de livraison."), ("resultats", "Des tournées plus courtes."),
            .. Cost("a001", "Boutique et créneaux de livraison", "OnlineShop", "7500"), ("fonds-propres", "4500"), ("emprunts", "0"), ("prives", "0"),
            .. Declarations,
        ]);

    /// <summary>Those of a story; complete.</summary>
    public static KnownAnswer[] Of(DateOnly today, DemoStory story)
    {
        var total = story.Costs.Sum(cost => cost.Euros);
        var aid = Math.Min(total, 30_000) * 40 / 100;
        (string Key, string Value)[] own =
        [
            ("commune", story.Place.Commune), ("adresse", $"{story.Rank} rue de la Fabrique\n{story.Place.PostalCode} {story.Place.Commune}"),
            ("titre", story.Title), ("besoin", "Aujourd’hui, tout se fait à la main, au téléphone et sur tableur."),
            ("description", $"{story.Title}, avec un prestataire de la région et une formation de l’équipe."), ("resultats", "Du temps rendu à l’accueil, et moins d’erreurs."),
            .. story.Costs.SelectMany((cost, i) => Cost($"a{i + 1:000}", cost.Label, cost.Category, Number(cost.Euros))),
            ("fonds-propres", Number(total - aid)), ("emprunts", "0"), ("prives", "0"), .. Declarations,
        ];
        var differs = story.Differs.Select(answer => answer.Key).ToHashSet(StringComparer.Ordinal);
        return [.. Known(today, own).Where(answer => !differs.Contains(answer.Key)), .. story.Differs.Select(answer => new KnownAnswer(answer.Key, answer.Value, IsFromRegister: false))];
    }

    private static (string Key, string Value)[] Cost(string id, string label, string category, string amount) =>
    [
        ($"depenses.{id}.libelle", label), ($"depenses.{id}.categorie", category), ($"depenses.{id}.nature", "Service"), ($"depenses.{id}.montant", amount),
        ($"depenses.{id}.financement", "Purchase"), ($"depenses.{id}.facture", "oui"), ($"depenses.{id}.commande", "non"),
    ];

    private static KnownAnswer[] Known(DateOnly today, (string Key, string Value)[] own) =>
    [
        .. Structure.Concat(own).Concat(Rest).Concat(Day("debut", today.AddMonths(4))).Concat(Day("fin", today.AddMonths(10)))
            .Select(answer => new KnownAnswer(answer.Key, answer.Value, IsFromRegister: false)),
    ];

    private static (string Key, string Value)[] Day(string name, DateOnly day) =>
        [($"{name}-jour", Number(day.Day)), ($"{name}-mois", Number(day.Month)), ($"{name}-annee", Number(day.Year))];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
