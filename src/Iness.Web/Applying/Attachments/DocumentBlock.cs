using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Regulation;

namespace Iness.Web.Applying.Attachments;

/// <summary>One place of the page of documents: what is asked there, and what was given.</summary>
/// <param name="Kind">What its documents prove.</param>
/// <param name="CostLine">The cost line they are quotes for; null for none.</param>
/// <param name="Name">Its title.</param>
/// <param name="Files">The documents given.</param>
public sealed record DocumentBlock(DocumentKind Kind, string? CostLine, string Name, IReadOnlyList<StoredDocument> Files)
{
    /// <summary>Where the document is found.</summary>
    public string? WhereToFind { get; init; }

    /// <summary>The provisions it settles.</summary>
    public IReadOnlyList<Provision> Provisions { get; init; } = [];

    /// <summary>Whether the facts call for it, or the service does.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether its first and last days are asked.</summary>
    public bool NeedsValidity { get; init; }

    /// <summary>Whether a document may be given there now.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Its anchor on the page.</summary>
    public string Id => CostLine is null ? $"piece-{Kind.ToString().ToLowerInvariant()}" : $"piece-{Kind.ToString().ToLowerInvariant()}-{CostLine}";

    /// <summary>Id of its field of files.</summary>
    public string FieldId => $"fichiers-{Id}";

    /// <summary>The missing items it answers once the application is filed: what was filed already does not answer them.</summary>
    public IReadOnlyCollection<Guid> Awaited { get; init; } = [];

    /// <summary>Whether the service has asked for it since the filing.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Whether it is asked and nothing usable was given: an infected file proves nothing.</summary>
    public bool IsMissing => IsRequired && (Awaited.Count == 0 ? !Usable.Any() : Awaited.Any(item => Usable.All(file => file.MissingItemId != item)));

    private IEnumerable<StoredDocument> Usable => Files.Where(file => file.Scan != ScanState.Infected);
}
