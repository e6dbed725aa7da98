using Iness.Regulation;

namespace Iness.Casework.Documents.Requirements;

/// <summary>A document that the facts of an application call for.</summary>
/// <param name="Kind">What it proves.</param>
/// <param name="Name">Its French name.</param>
/// <param name="WhereToFind">One French sentence: where it is found, or what it must show.</param>
/// <param name="Provisions">The provisions it settles.</param>
public sealed record DocumentRequirement(DocumentKind Kind, string Name, string WhereToFind, IReadOnlyList<Provision> Provisions)
{
    /// <summary>Whether its first and last days of validity are asked with it.</summary>
    public bool NeedsValidity { get; init; }

    /// <summary>Whether there is one for each cost line, rather than one in all.</summary>
    public bool PerCostLine { get; init; }
}
