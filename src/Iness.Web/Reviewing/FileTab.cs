using System.Security.Claims;
using Iness.Casework.Rights;
using Iness.Web.Accounts;

namespace Iness.Web.Reviewing;

/// <summary>A part of a file, in the row of links at its head.</summary>
/// <param name="Key">What its page puts in ViewData["Tab"].</param>
/// <param name="Path">Its address after that of the file.</param>
/// <param name="Text">What is read.</param>
/// <param name="Right">The right that its page needs.</param>
public sealed record FileTab(string Key, string Path, string Text, Right Right = Right.ReadFiles)
{
    private const string File = "dossiers/{number}";

    /// <summary>Every part there may be, in the order shown.</summary>
    private static readonly FileTab[] All =
    [
        new("examen", "", "Examen"),
        new("faits", "/faits", "Faits et réponses"),
        new("pieces", "/pieces", "Pièces"),
        new("autres-aides", "/autres-aides", "Autres aides"),
        new("pieces-manquantes", "/pieces-manquantes", "Pièces manquantes", Right.ReviewFiles),
        new("avis", "/avis", "Avis"),
        new("echanges", "/echanges", "Échanges et historique"),
        new("proposition", "/proposition", "Proposition", Right.Propose),
        new("decision", "/decision", "Décision"),
        new("versement", "/versement", "Versement"),
        new("controle", "/controles", "Contrôle"),
        new("reversement", "/reversement", "Retrait et reversement"),
        new("archive", "/archive", "Archive", Right.ArchiveFiles),
    ];

    /// <summary>Those that somebody may open.</summary>
    public static IEnumerable<FileTab> Of(EndpointDataSource endpoints, ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var known = endpoints.Endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText).ToHashSet(StringComparer.Ordinal);
        return All.Where(tab => known.Contains(File + tab.Path) && user.Has(tab.Right));
    }
}
