using Iness.Casework.Decisions;
using Iness.Casework.Messages;
using Iness.Casework.Review;

namespace Iness.Web.Demo;

/// <summary>The invented applications of the demonstration, in every state: who applied, for what, and what happened.</summary>
internal static class DemoStories
{
    private const string Noe = "instructeur", Maud = "instructeur-2", Yanis = "instructeur-3", Camille = "demandeur", Louise = "demandeur-2", Karim = "demandeur-3";
    private const string Autumn = "Lot d’automne", Winter = "Lot de novembre", Next = "Lot de décembre";

    private static readonly (string, string) Lille = ("Lille", "59000"), Roubaix = ("Roubaix", "59100"), Dunkerque = ("Dunkerque", "59140"), Arras = ("Arras", "62000"),
        Calais = ("Calais", "62100"), Amiens = ("Amiens", "80000"), Abbeville = ("Abbeville", "80100"), Laon = ("Laon", "02000"), Soissons = ("Soissons", "02200"),
        Beauvais = ("Beauvais", "60000"), Compiegne = ("Compiègne", "60200");

    /// <summary>What happened to no file in particular.</summary>
    public static IReadOnlyList<DemoStep> OfTheRegion { get; } =
    [
        new(41, desk => desk.PrepareAsync(Autumn, 21, 22, 23)), new(40, desk => desk.SendAsync(Autumn)), new(38, desk => desk.DecideBatchAsync(Autumn)),
        new(3, desk => desk.PrepareAsync(Winter, 24, 25)), new(2, desk => desk.SendAsync(Winter)),
        new(1, desk => desk.PrepareAsync(Next, 26, 27)),
    ];

    /// <summary>The applications.</summary>
    public static IReadOnlyList<DemoStory> All { get; } =
    [
        .. Filed(), .. UnderReview(), .. Awaiting(), .. Proposed(), .. Decided(), .. Ended(),
        new(39, "Les Ateliers du Marais", Amiens, "Une caisse reliée au stock", ("Logiciel de caisse", "OnlineShop", 5_000)) { Applicant = Karim },
    ];

    private static IEnumerable<DemoStory> Filed() =>
    [
        new(3, "La Bobine d’Artois", Arras, "Prendre rendez-vous en ligne", ("Module de rendez-vous", "OnlineShop", 4_500)) { FiledAgo = 1 },
        new(4, "Le Fournil Partagé", Lille, "Vendre le pain en ligne", ("Boutique en ligne", "OnlineShop", 6_400)) { FiledAgo = 2, Applicant = Karim },
        new(5, "Vélos du Beffroi", Roubaix, "Louer nos vélos sans téléphone", ("Réservation en ligne", "OnlineShop", 12_000), ("Reprise des données", "OnlineShop", 3_000)) { FiledAgo = 4 },
        new(6, "Jardins de la Serre", Soissons, "Une boutique pour nos plants", ("Boutique en ligne", "OnlineShop", 3_200)) { FiledAgo = 9, Steps = [new(7, desk => desk.AssignAsync(6, Maud))] },
        new(7, "Soleil des Dunes", Dunkerque, "Des inscriptions en ligne", ("Site d’inscription", "OnlineShop", 2_400)) { FiledAgo = 12 },
    ];

    private static IEnumerable<DemoStory> UnderReview() =>
    [
        new(8, "Recyclerie de la Scarpe", Arras, "Vendre en ligne ce qui est réparé", ("Boutique en ligne", "OnlineShop", 18_000))
        {
            FiledAgo = 57,
            Steps = [new(50, desk => desk.ReviewAsync(8, Noe)), new(49, desk => desk.NoteAsync(8, Noe, "Devis à relire avec le service informatique avant de proposer.")), new(30, desk => desk.WriteAsync(8, Noe, "Bonjour, pouvez-vous nous dire si la boutique remplace l’ancienne ?")), new(28, desk => desk.AnswerAsync(8, Louise, "Bonjour, oui : l’ancienne fermera à l’ouverture de la nouvelle."))],
        },
        new(9, "Formation Terre et Mer", Calais, "Inscrire nos stagiaires en ligne", ("Portail d’inscription", "OnlineShop", 9_800))
        {
            FiledAgo = 33, Officer = Maud, Differs = [("code-activite", "85.59A")], Applicant = Karim,
            Steps = [new(25, desk => desk.ReviewAsync(9, Maud)), new(20, desk => desk.OpinionAsync(9, Maud, "Service de l’économie sociale", "L’activité de formation est-elle principale, au vu des statuts ?"))],
        },
        new(10, "Les Cabas du Valois", Compiegne, "Un site pour les commandes", ("Site de commande", "OnlineShop", 8_000), ("Clavier et souris", "OnlineShop", 900))
        {
            FiledAgo = 40, Officer = Yanis,
            Steps =
            [
                new(34, desk => desk.ReviewAsync(10, Yanis)),
                new(33, desk => desk.CorrectAsync(10, Yanis, new("a002", CorrectionKind.Refuse, null, null, CorrectionGround.UnrelatedToProject, "Ces fournitures ne servent pas au site."))),
            ],
        },
        new(11, "Théâtre des Remparts", Laon, "Une billetterie à nous", ("Billetterie en ligne", "OnlineShop", 15_500)) { FiledAgo = 66, Officer = Maud, Steps = [new(60, desk => desk.ReviewAsync(11, Maud))] },
        new(12, "Maison des Aidants", Beauvais, "Suivre les demandes de répit", ("Application de suivi", "OnlineShop", 22_000)) { FiledAgo = 53, Steps = [new(45, desk => desk.ReviewAsync(12, Noe)), new(40, desk => desk.OpinionAsync(12, Noe, "Alex Durand, expert", "Le montant du devis est-il raisonnable ?"))] },
        new(13, "Coopérative des Marins", Dunkerque, "Vendre la pêche du jour en ligne", ("Boutique en ligne", "OnlineShop", 7_700)) { FiledAgo = 20, Officer = Yanis, Differs = [("effectif", "70")], Steps = [new(15, desk => desk.ReviewAsync(13, Yanis))] },
    ];

    private static IEnumerable<DemoStory> Awaiting() =>
    [
        new(14, "L’Épicerie du Coin", Abbeville, "Des paniers commandés en ligne", ("Boutique en ligne", "OnlineShop", 5_600))
        {
            FiledAgo = 30, Applicant = Karim,
            Steps = [new(24, desk => desk.ReviewAsync(14, Noe)), new(18, desk => desk.AskAsync(14, Noe, 20, "Un simple export de votre tableur suffit.", new DemandedItem("Accounts", null, "Les comptes annuels du dernier exercice"), new DemandedItem(null, "projet", "Précisez combien de paniers vous vendez par semaine.")))],
        },
        new(15, "Imprimerie Solidaire", Roubaix, "Des devis en ligne", ("Site de devis", "OnlineShop", 10_400))
        {
            FiledAgo = 48, Officer = Maud,
            Steps = [new(40, desk => desk.ReviewAsync(15, Maud)), new(36, desk => desk.AskAsync(15, Maud, 14, null, new DemandedItem("TaxCertificate", null, "L’attestation fiscale")))],
        },
        new(16, "Crèche Les Coquelicots", Amiens, "Inscrire les familles en ligne", ("Portail des familles", "OnlineShop", 6_900))
        {
            FiledAgo = 44, Officer = Yanis, Applicant = Karim,
            Steps =
            [
                new(38, desk => desk.ReviewAsync(16, Yanis)), new(37, desk => desk.AskAsync(16, Yanis, 21, null, new DemandedItem(null, "financement", "Vérifiez le montant de vos fonds propres."))),
                new(25, desk => desk.SentAsync(16, Karim)),
            ],
        },
    ];

    private static IEnumerable<DemoStory> Proposed() =>
    [
        Ready(17, "Le Compost Collectif", Lille, "Organiser nos collectes en ligne", 9_300, 35, isChecked: false),
        Ready(18, "Radio des Corons", Arras, "Une plateforme d’écoute", 6_000, 32, isChecked: false),
        new(19, "Brasserie des Trois Ponts", Calais, "Vendre nos bières en ligne", ("Boutique en ligne", "OnlineShop", 8_800))
        {
            FiledAgo = 45, Differs = [("effectif", "62")],
            Steps =
            [
                new(35, desk => desk.ReviewAsync(19, Noe)), new(34, desk => desk.RuleAsync(19, Noe, "ELI-3", false, "Le registre du personnel compte 62 équivalents temps plein.")),
                new(5, desk => desk.ProposeAsync(19, Noe, DecisionKind.Refusal, "Effectif au-dessus du plafond, confirmé par le registre du personnel.")),
            ],
        },
        new(20, "Les Lainières", Roubaix, "Un site pour nos ateliers", ("Site avec réservation", "OnlineShop", 11_000))
        {
            FiledAgo = 42, Officer = Maud,
            Steps =
            [
                new(36, desk => desk.ReviewAsync(20, Maud)), new(12, desk => desk.ProposeAsync(20, Maud, DecisionKind.Grant)),
                new(11, desk => desk.CheckAsync(20, "Le devis ne dit pas s’il est hors taxes : à vérifier avant de proposer.")),
            ],
        },
        Ready(24, "Services à Domicile du Vexin", Beauvais, "Planifier les interventions en ligne", 14_200, 50),
        Ready(25, "Mobilité Thiérache", Laon, "Réserver un véhicule partagé", 7_000, 47),
        Ready(26, "La Conserverie", Abbeville, "Vendre nos bocaux en ligne", 5_200, 44),
        Ready(27, "Bois et Mains", Compiegne, "Un configurateur de meubles", 24_000, 43),
        Ready(28, "L’Atelier Numérique", Soissons, "Un espace d’entraide en ligne", 3_600, 38),
    ];

    private static IEnumerable<DemoStory> Decided() =>
    [
        Ready(21, "Les Paniers du Ternois", Arras, "Une boutique pour nos producteurs", 12_500, 100, proposedAgo: 45),
        Ready(22, "Compagnie du Canal", Lille, "Une billetterie en ligne", 8_200, 98, proposedAgo: 44),
        Ready(23, "Solidarité Baie de Somme", Abbeville, "Suivre nos bénévoles en ligne", 6_100, 95, proposedAgo: 43),
        Granted(29, "La Ressourcerie des Dunes", Dunkerque, "Vendre en ligne ce qui est réparé", 16_000, 80, decidedAgo: 6) with { Applicant = Camille },
        Granted(30, "Cantine des Possibles", Roubaix, "Commander ses repas en ligne", 9_000, 120, decidedAgo: 70, readBy: Louise),
        Granted(31, "Habitat Partagé du Nord", Lille, "Un espace pour nos habitants", 31_000, 150, decidedAgo: 95, readBy: Louise),
        new(32, "Le Garage Solidaire", Beauvais, "Prendre rendez-vous en ligne", ("Module de rendez-vous", "OnlineShop", 2_000))
        {
            FiledAgo = 75, Applicant = Camille,
            Steps = Refused(32, 70, 20, "AID-2", "Le devis confirme 2 000 € de dépenses, au-dessous du minimum."),
        },
        new(33, "Les Planteurs de l’Aisne", Soissons, "Une boutique pour nos plants", ("Boutique en ligne", "OnlineShop", 7_400))
        {
            FiledAgo = 110, Differs = [("effectif", "55")],
            Steps = [.. Refused(33, 100, 60, "ELI-3", "La déclaration sociale compte 55 équivalents temps plein."), new(58, desk => desk.ReadAsync(33, Louise)), new(30, desk => desk.AppealAsync(33, "Recours gracieux : l’association conteste le décompte de l’effectif."))],
        },
        new(34, "Chœur des Hortillonnages", Amiens, "Vendre nos places en ligne", ("Billetterie en ligne", "OnlineShop", 5_800))
        {
            FiledAgo = 130, Differs = [("effectif", "51")], Applicant = Karim,
            Steps =
            [
                .. Refused(34, 120, 90, "ELI-3", "La déclaration compte 51 équivalents temps plein."), new(88, desk => desk.ReadAsync(34, Karim)),
                new(60, desk => desk.AppealAsync(34, "Recours gracieux : une attestation donne 18 équivalents temps plein.")), new(15, desk => desk.ReopenAsync(34, "Attestation de l’expert-comptable reçue : effectif à revoir.")),
            ],
        },
    ];

    private static IEnumerable<DemoStory> Ended() =>
    [
        new(35, "Association des Tisserands", Roubaix, "Un site pour nos stages", ("Site avec réservation", "OnlineShop", 4_000)) { FiledAgo = 60, Steps = [new(52, desk => desk.WithdrawAsync(35, Louise, "Le projet est reporté à l’an prochain."))] },
        new(36, "Ferme du Haut Pays", Calais, "Vendre nos fromages en ligne", ("Boutique en ligne", "OnlineShop", 6_600))
        {
            FiledAgo = 115,
            Steps =
            [
                new(108, desk => desk.ReviewAsync(36, Noe)), new(105, desk => desk.AskAsync(36, Noe, 30, null, new DemandedItem("Statutes", null, "Les statuts signés"))),
                new(70, desk => desk.ProposeAsync(36, Noe, DecisionKind.Closure, "Les statuts demandés n’ont pas été envoyés dans le délai donné.")), new(69, desk => desk.CheckAsync(36)), new(66, desk => desk.DecideAsync(36)),
            ],
        },
        new(37, "Les Veilleurs de l’Oise", Compiegne, "Une application d’alerte", ("Application", "OnlineShop", 13_000)) { FiledAgo = 25, Applicant = Karim, Steps = [new(22, desk => desk.ReviewAsync(37, Noe)), new(10, desk => desk.WithdrawAsync(37, Karim, "Nous avons trouvé un autre financement."))] },
        new(38, "Fabrique de l’Estran", Dunkerque, "Une boutique pour nos savons", ("Boutique en ligne", "OnlineShop", 4_800)) { FiledAgo = 6, Applicant = Karim, Steps = [new(5, desk => desk.ReviewAsync(38, Yanis))] },
    ];

    /// <summary>Under review, then proposed, checked unless told otherwise.</summary>
    private static DemoStory Ready(int rank, string organisation, (string, string) place, string title, int euros, int filedAgo, bool isChecked = true, int proposedAgo = 8) =>
        new(rank, organisation, place, title, ("Développement et mise en service", "OnlineShop", euros))
        {
            FiledAgo = filedAgo,
            Steps =
            [
                new(filedAgo - 7, desk => desk.ReviewAsync(rank, Noe)), new(proposedAgo, desk => desk.ProposeAsync(rank, Noe, DecisionKind.Grant, "Dossier complet, devis cohérent.")),
                .. isChecked ? (DemoStep[])[new(proposedAgo - 1, desk => desk.CheckAsync(rank))] : [],
            ],
        };

    /// <summary>Granted, and read by the applicant if told so.</summary>
    internal static DemoStory Granted(int rank, string organisation, (string, string) place, string title, int euros, int filedAgo, int decidedAgo, string? readBy = null)
    {
        var ready = Ready(rank, organisation, place, title, euros, filedAgo, proposedAgo: decidedAgo + 5);
        return ready with { Steps = [.. ready.Steps, new(decidedAgo, desk => desk.DecideAsync(rank)), .. readBy is null ? (DemoStep[])[] : [new(decidedAgo - 2, desk => desk.ReadAsync(rank, readBy))]] };
    }

    private static DemoStep[] Refused(int rank, int reviewedAgo, int decidedAgo, string provision, string reason) =>
    [
        new(reviewedAgo, desk => desk.ReviewAsync(rank, Noe)), new(reviewedAgo - 1, desk => desk.RuleAsync(rank, Noe, provision, false, reason)),
        new(decidedAgo + 5, desk => desk.ProposeAsync(rank, Noe, DecisionKind.Refusal)), new(decidedAgo + 3, desk => desk.CheckAsync(rank)), new(decidedAgo, desk => desk.DecideAsync(rank)),
    ];
}
