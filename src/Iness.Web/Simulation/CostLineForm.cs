using System.Globalization;
using Iness.Regulation;
using Iness.Web.Components;
using Iness.Web.Simulation.Questions;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation;

/// <summary>The form of one cost line: its fields, and the line that it describes.</summary>
internal static class CostLineForm
{
    /// <summary>Lines that a link can carry.</summary>
    public const int MostLines = 25;

    private const int LongestLabel = 60;

    /// <summary>What a line can cost at most.</summary>
    private static readonly Money Most = Money.Euros(10_000_000);

    private static readonly string[] Typed = ["categorie", "materiel", "libelle", "montant", "nature", "mois"];
    private static readonly Choice[] Invoiced = [new("oui", "Oui"), new("non", "Non, elle est au nom d'un tiers")];
    private static readonly Choice[] Ordered = [new("non", "Non, pas encore"), new("oui", "Oui")];

    public static IReadOnlyList<Field> Fields(CostLine? line, IReadOnlyDictionary<string, StringValues>? typed)
    {
        string? Shown(string name, string? known) => typed is null ? known : typed.GetValueOrDefault(name).ToString();
        return
        [
            new RadiosField("categorie", "Que voulez-vous financer ?", CostWords.Categories) { Value = Shown("categorie", line?.Category.ToString()), Small = true },
            new RadiosField("materiel", "Si c'est un matériel, lequel ?", CostWords.HardwareKinds) { Value = Shown("materiel", line?.Hardware?.ToString()), Inline = true, Small = true, ShownWhen = $"categorie={nameof(CostCategory.Hardware)}" },
            new TextField("libelle", "Libellé (facultatif)", "Pour vous y retrouver, par exemple : boutique en ligne.") { Value = Shown("libelle", line?.Label), MaxLength = LongestLabel, Width = "input--width-30" },
            new TextField("montant", "Montant hors taxes", "Hors TVA, même si votre structure ne la récupère pas.")
            {
                Value = Shown("montant", line is null ? null : MoneyWords.Bare(line.Amount)), InputMode = "decimal", Suffix = "€", Width = "input--width-10", MaxLength = 30,
            },
            new RadiosField("nature", "Comment est-ce fourni ?", CostWords.Natures) { Value = Shown("nature", line?.Nature.ToString()), Small = true },
            new TextField("mois", "Si c'est un abonnement, sa durée", "Douze mois au plus sont retenus.")
            {
                Value = Shown("mois", line?.Months?.ToString(CultureInfo.InvariantCulture)), InputMode = "numeric", Suffix = "mois", Width = "input--width-3", MaxLength = 3, ShownWhen = $"nature={nameof(CostNature.Subscription)}",
            },
            new RadiosField("financement", "Comment est-ce payé ?", CostWords.Financings) { Value = Shown("financement", (line?.Financing ?? Financing.Purchase).ToString()), Small = true },
            new RadiosField("facture", "La facture sera-t-elle au nom de votre structure ?", Invoiced)
            {
                Value = Shown("facture", line?.InvoicedTo == InvoicedTo.Other ? "non" : "oui"), Small = true,
            },
            new RadiosField("commande", "Est-ce déjà commandé ?", Ordered) { Value = Shown("commande", line?.OrderedOn is null ? "non" : "oui"), Inline = true, Small = true },
            new DateField("date-commande", "Si c'est commandé, à quelle date ?")
            {
                Value = (Shown("date-commande-jour", Part(line?.OrderedOn?.Day)), Shown("date-commande-mois", Part(line?.OrderedOn?.Month)), Shown("date-commande-annee", Part(line?.OrderedOn?.Year))),
                ShownWhen = "commande=oui",
            },
        ];
    }

    /// <summary>Whether nothing was typed: such a form is no line at all.</summary>
    public static bool IsBlank(FormReader form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Typed.All(name => string.IsNullOrWhiteSpace(form.Values.GetValueOrDefault(name)));
    }

    /// <summary>The line typed; null when there is an error.</summary>
    /// <param name="form">The form.</param>
    /// <param name="id">Identifier of the line.</param>
    /// <param name="today">No order is dated after it.</param>
    public static CostLine? Read(FormReader form, string id, DateOnly today)
    {
        var category = form.Choice("categorie", CostWords.Categories, "Choisissez ce que vous voulez financer.");
        var isHardware = category == nameof(CostCategory.Hardware);
        var hardware = isHardware ? form.Choice("materiel", CostWords.HardwareKinds, "Choisissez le type de matériel.") : null;
        var label = form.Text("libelle", LongestLabel);
        var amount = form.Amount("montant", "Écrivez le montant hors taxes, par exemple 4 200.", new Money(1), Most);
        var nature = form.Choice("nature", CostWords.Natures, "Choisissez comment c'est fourni.");
        int? months = nature == nameof(CostNature.Subscription) ? form.Integer("mois", "Écrivez la durée de l'abonnement en mois, de 1 à 120.", 1, 120) : null;
        var financing = form.Choice("financement", CostWords.Financings, "Choisissez comment c'est payé.");
        var invoiced = form.Choice("facture", Invoiced, "Dites à quel nom sera la facture.");
        var ordered = form.Choice("commande", Ordered, "Dites si c'est déjà commandé.");
        var orderedOn = ordered == "oui" ? form.Date("date-commande", "Écrivez la date de la commande.", today) : null;
        if (form.Errors.Count > 0) return null;

        return new()
        {
            Id = id,
            Label = label,
            Category = Enum.Parse<CostCategory>(category!),
            Nature = Enum.Parse<CostNature>(nature!),
            Amount = amount!.Value,
            Months = months,
            Hardware = hardware is null ? null : Enum.Parse<HardwareKind>(hardware),
            Financing = Enum.Parse<Financing>(financing!),
            InvoicedTo = invoiced == "oui" ? InvoicedTo.Beneficiary : InvoicedTo.Other,
            OrderedOn = orderedOn,
        };
    }

    /// <summary>An identifier that no line of the list has.</summary>
    public static string NewId(IReadOnlyList<CostLine> lines) =>
        Enumerable.Range(1, lines.Count + 1).Select(n => $"l{n}").First(id => lines.All(line => line.Id != id));

    private static string? Part(int? part) => part?.ToString(CultureInfo.InvariantCulture);
}
