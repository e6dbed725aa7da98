namespace Iness.Casework.Archives;

/// <summary>How long something of a filed application is kept, and from when.</summary>
/// <param name="Ground">What is kept, as a report names it.</param>
/// <param name="From">When its time begins to run.</param>
/// <param name="Years">How many years.</param>
/// <param name="Basis">The text that says so.</param>
public sealed record RetentionRule(string Ground, string From, int Years, string Basis)
{
    /// <summary>Last day it is kept, when its time began on a day.</summary>
    public DateOnly LastDay(DateOnly from) => from.AddYears(Years);
}

/// <summary>The durations of filed applications: the one place they are set, and docs/retention.md says the same (a test sees to it). A file goes when the last of them has run out.</summary>
public static class RetentionRules
{
    /// <summary>Any file.</summary>
    public static RetentionRule File { get; } = new("Dossier clos ou retiré", "jour où le dossier a été clos ou retiré", 10, "RGPD art. 5");

    /// <summary>An aid granted.</summary>
    public static RetentionRule Grant { get; } = new("Aide de minimis accordée", "jour de l'octroi", 10, "Règlement (UE) 2023/2831, art. 6");

    /// <summary>Invoices.</summary>
    public static RetentionRule Invoices { get; } = new("Factures et preuves de paiement", "dernière facture ou dernier paiement", 10, "Code de commerce, art. L123-22");

    /// <summary>An appeal.</summary>
    public static RetentionRule Appeal { get; } = new("Recours", "jour du recours", 10, "RGPD art. 17, 3, e");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RetentionRule> All { get; } = [File, Grant, Invoices, Appeal];
}
