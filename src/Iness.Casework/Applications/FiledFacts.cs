using Iness.Regulation;

namespace Iness.Casework.Applications;

/// <summary>What the answers of an application say, read at the instant it is filed.</summary>
public sealed record FiledFacts
{
    /// <summary>What the regulation says of them; it holds the facts.</summary>
    public required Assessment Assessment { get; init; }

    /// <summary>What the project is called.</summary>
    public required string ProjectTitle { get; init; }

    /// <summary>Postal address of the organisation, a line each; none when it was not typed.</summary>
    public required IReadOnlyList<string> Address { get; init; }

    /// <summary>Whether the declarations without which nothing is filed were made.</summary>
    public required bool IsDeclared { get; init; }

    /// <summary>Cost lines typed, each of which calls for its quote.</summary>
    public required IReadOnlyList<FiledCostLine> CostLines { get; init; }

    /// <summary>Parts that are not complete, each in words.</summary>
    public required IReadOnlyList<string> IncompleteParts { get; init; }
}

/// <summary>A cost line typed.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">What it buys.</param>
public sealed record FiledCostLine(string Id, string Name);
