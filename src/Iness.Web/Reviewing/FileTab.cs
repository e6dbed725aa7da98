using System.Security.Claims;
using Iness.Casework.Archives;
using Iness.Casework.Lifecycle;
using Iness.Casework.Rights;
using Iness.Web.Accounts;

namespace Iness.Web.Reviewing;

/// <summary>A part of a file, in the row of links at its head.</summary>
/// <param name="Key">What its page puts in ViewData["Tab"].</param>
/// <param name="Path">Its address after that of the file.</param>
/// <param name="Text">What is read.</param>
/// <param name="Right">The right that its page needs.</param>
/// <param name="When">The statuses in which there may be something on it; null for all.</param>
public sealed record FileTab(string Key, string Path, string Text, Right Right = Right.ReadFiles, Func<FileStatus, bool>? When = null)
{
    /// <summary>Every part there may be, in the order shown.</summary>
    private static readonly FileTab[] All =
    [
        new("examen", "", "Examen"),
        new("faits", "/faits", "Faits et réponses"),
        new("pieces", "/pieces", "Pièces"),
        new("autres-aides", "/autres-aides", "Autres aides"),
        new("pieces-manquantes", "/pieces-manquantes", "Pièces manquantes"),
        new("avis", "/avis", "Avis"),
        new("echanges", "/echanges", "Échanges et historique"),
        new("proposition", "/proposition", "Proposition", Right.Propose),
        new("decision", "/decision", "Décision"),
        new("versement", "/versement", "Versement", When: MayBeGranted),
        new("controle", "/controles", "Contrôle", When: MayBeGranted),
        new("reversement", "/reversement", "Retrait et reversement", When: MayBeGranted),
        new("archive", "/archive", "Archive", Right.ArchiveFiles, ArchiveFile.HasEnded),
    ];

    /// <summary>Those that somebody may open, of a file that stands so.</summary>
    public static IEnumerable<FileTab> Of(ClaimsPrincipal user, FileStatus status) => All.Where(tab => user.Has(tab.Right) && tab.When?.Invoke(status) != false);

    // A closed file may have been paid.
    private static bool MayBeGranted(FileStatus status) => !status.AwaitsDecision() && status is not (FileStatus.Refused or FileStatus.Withdrawn);
}
