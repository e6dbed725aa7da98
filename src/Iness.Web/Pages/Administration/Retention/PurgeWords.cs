using Iness.Casework.Archives;

namespace Iness.Web.Pages.Administration.Retention;

/// <summary>Where a report and its lines stand, in French.</summary>
internal static class PurgeWords
{
    /// <summary>A report.</summary>
    public static string StateOf(PurgeReport report) => report switch
    {
        { RefusedAt: not null } => "Refusé",
        { EndedAt: not null } => "Terminé",
        { ConfirmedAt: not null } => "Confirmé",
        { RequestedAt: not null } => "À confirmer",
        _ => "À lire",
    };

    /// <summary>A line.</summary>
    public static string StateOf(PurgeReportLine line) => line switch
    {
        { PurgedAt: { } at } => $"Effacé le {at.InWords()}",
        { KeptBecause: { } why } => $"Laissé : {why}",
        _ => "Conservé",
    };

    /// <summary>Last day that a line's file is kept.</summary>
    public static DateOnly? LastDay(PurgeReportLine line) => RetentionRules.All.FirstOrDefault(rule => rule.Ground == line.Ground)?.LastDay(line.KeptFrom);
}
