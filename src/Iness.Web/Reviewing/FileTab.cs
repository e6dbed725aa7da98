namespace Iness.Web.Reviewing;

/// <summary>A part of a file, in the row of links at its head.</summary>
/// <param name="Key">What its page puts in ViewData["Tab"].</param>
/// <param name="Path">Its address after that of the file.</param>
/// <param name="Text">What is read.</param>
public sealed record FileTab(string Key, string Path, string Text)
{
    private const string File = "dossiers/{number}";

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
        new("proposition", "/proposition", "Proposition"),
    ];

    /// <summary>Those whose page there is: a part that is not built, or not registered, has no link.</summary>
    public static IEnumerable<FileTab> Of(EndpointDataSource endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var known = endpoints.Endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText).ToHashSet(StringComparer.Ordinal);
        return All.Where(tab => known.Contains(File + tab.Path));
    }
}
