using Iness.Casework.Messages;
using Iness.Casework.Recoveries;

namespace Iness.Web.Demo;

/// <summary>What became of the aids granted in the demonstration: claimed, paid, controlled, asked back, or not claimed in time.</summary>
internal static class DemoGrants
{
    private const string Noe = "instructeur", Maud = "instructeur-2", Camille = "demandeur", Louise = "demandeur-2", Karim = "demandeur-3";

    // Days from an order to its claim.
    private const int Ordered = 40;

    private static readonly (string, string) Lille = ("Lille", "59000"), Dunkerque = ("Dunkerque", "59140"), Arras = ("Arras", "62000"), Boulogne = ("Boulogne-sur-Mer", "62200"),
        Amiens = ("Amiens", "80000"), Laon = ("Laon", "02000"), Beauvais = ("Beauvais", "60000");

    /// <summary>What happened to no aid in particular.</summary>
    public static IReadOnlyList<DemoStep> OfTheRegion { get; } =
    [
        new(160, desk => desk.LiquidateAsync(45)),
        new(150, desk => desk.ReturnAsync((45, null), (46, "Compte clôturé"), (47, null), (48, null))),
        new(120, desk => desk.SampleAsync(3, 2)),
        new(30, desk => desk.ControlAsync(45, Noe, "Signalement reçu : le site de vente serait fermé.")),
        new(520, desk => desk.DeclareAsync((50, null), (51, null))),
        new(255, desk => desk.DeclareAsync((45, null), (46, "SIREN inconnu du registre"), (47, null), (48, null))),
        new(100, desk => desk.DeclareAsync((41, null), (42, null), (43, null), (44, null), (46, "SIREN inconnu du registre"), (49, null), (52, null))),
        new(30, desk => desk.DeclareAsync((30, null), (31, null), (40, null), (46, "SIREN inconnu du registre"))),
        new(14, desk => desk.OpenApiAsync("Entrepôt de données de la Région")),
    ];

    /// <summary>The aids.</summary>
    public static IReadOnlyList<DemoStory> All { get; } = [.. Claimed(), .. Paid(), .. Late()];

    private static IEnumerable<DemoStory> Claimed() =>
    [
        Granted(40, "Les Jardins de la Canche", Arras, "Vendre nos légumes en ligne", 8_000, 95, Camille, (5, (desk, story) => desk.ClaimAsync(story, Ordered)), (4, (desk, story) => desk.AddPrintedAsync(story, "F-40-2", Ordered))),
        Granted(41, "La Fabrique du Phare", Dunkerque, "Une boutique pour nos bougies", 6_500, 110, Louise, Claiming(6)),
        Granted(42, "Le Moulin Partagé", Laon, "Commander sa farine en ligne", 12_000, 130, Karim,
            [.. Claiming(20), (3, (desk, story) => desk.PreparePaymentAsync(story.Rank, Noe, 1_500, "Une part de la formation n’était pas au devis."))]),
        Granted(43, "Les Mains Vertes de l’Aa", Dunkerque, "Prendre rendez-vous en ligne", 7_200, 125, Camille,
            [.. Claiming(22, isProved: false), (8, (desk, story) => desk.AskForPaymentAsync(story.Rank, Noe, 30, new DemandedItem("PaymentProof", null, "La preuve du paiement de la facture F-43-1")))]),
        Granted(44, "Atelier du Beffroi", Lille, "Louer nos outils en ligne", 9_600, 140, Louise,
        [
            .. Claiming(30), (25, (desk, story) => desk.CheckAccountAsync(story.Rank, Noe)),
            (20, (desk, story) => desk.AskForPaymentAsync(story.Rank, Noe, 30, new DemandedItem("BankDetails", null, "Un relevé d’identité bancaire de moins de trois mois"))),
            (6, (desk, story) => desk.GiveAccountAsync(story, 4_400)), (6, (desk, story) => desk.FileAgainAsync(story)), (4, (desk, story) => desk.CheckAccountAsync(story.Rank, Noe)),
        ]),
        Granted(52, "Les Passeurs d’Images", Beauvais, "Une médiathèque en ligne", 10_500, 128, Karim,
        [
            .. Claiming(18), (10, (desk, story) => desk.PreparePaymentAsync(story.Rank, Maud)), (7, (desk, story) => desk.SendBackPaymentAsync(story.Rank, "La date de commande est à rapprocher du bon de commande.")),
        ]),
        Granted(49, "Comptoir des Baies", Boulogne, "Une caisse reliée au stock", 11_000, 150, Louise,
            (10, (desk, story) => desk.OpenRecoveryAsync(story.Rank, Noe, RecoveryKind.Reduction, 1_000, 35, "PAY-1", "Une partie du site ne sera pas faite, d’après le message du bénéficiaire."))),
    ];

    private static IEnumerable<DemoStory> Paid() =>
    [
        Granted(45, "La Ruche de Thiérache", Laon, "Vendre notre miel en ligne", 5_000, 270, Karim, Settling()),
        Granted(46, "Croque-Saisons", Amiens, "Des paniers commandés en ligne", 4_600, 270, Louise, Settling()),
        Granted(47, "Vélo Solidaire de l’Oise", Beauvais, "Réserver un vélo en ligne", 8_400, 270, Camille,
            [.. Settling(), (60, (desk, story) => desk.CloseAsync(story.Rank, Maud)), (58, (desk, story) => desk.ArchiveAsync(story.Rank))]),
        Granted(48, "L’Escale Numérique", Lille, "Un espace d’entraide en ligne", 15_000, 270, Camille,
        [
            .. Settling(), (75, (desk, story) => desk.OpenRecoveryAsync(story.Rank, Maud, RecoveryKind.Repayment, 1_600, 31, "PAY-1", "Un avoir de 4 000 € a été reçu après le versement : il n’avait pas été déclaré.")),
            (65, (desk, story) => desk.ObserveAsync(story.Rank, Camille, "L’avoir nous avait échappé. Nous demandons à rembourser en deux fois.")),
            (50, (desk, story) => desk.DecideRecoveryAsync(story.Rank)), (20, (desk, story) => desk.RepayAsync(story.Rank, 800, "TR-2026-118")),
        ]),
    ];

    private static IEnumerable<DemoStory> Late() =>
    [
        Granted(50, "Cyclo-livreurs du Hainaut", Lille, "Suivre nos courses en ligne", 6_000, 528, Camille),
        Granted(51, "La Bouée", Boulogne, "Une billetterie en ligne", 7_000, 560, Karim),
    ];

    private static DemoStory Granted(int rank, string organisation, (string, string) place, string title, int euros, int decidedAgo, string applicant, params (int DaysAgo, Func<DemoDesk, DemoStory, Task> Do)[] then)
    {
        var granted = DemoStories.Granted(rank, organisation, place, title, euros, decidedAgo + 45, decidedAgo, applicant) with { Applicant = applicant };
        return granted with { Steps = [.. granted.Steps, .. then.Select(step => new DemoStep(step.DaysAgo, desk => step.Do(desk, granted)))] };
    }

    /// <summary>A claim started, and filed two days later.</summary>
    private static (int, Func<DemoDesk, DemoStory, Task>)[] Claiming(int filedAgo, bool isProved = true) =>
        [(filedAgo + 2, (desk, story) => desk.ClaimAsync(story, Ordered)), (filedAgo, (desk, story) => desk.FileClaimAsync(story, isProved))];

    /// <summary>One filed long ago, prepared and validated.</summary>
    private static (int, Func<DemoDesk, DemoStory, Task>)[] Settling() =>
        [.. Claiming(190), (180, (desk, story) => desk.PreparePaymentAsync(story.Rank, Noe)), (172, (desk, story) => desk.ValidatePaymentAsync(story.Rank))];
}
