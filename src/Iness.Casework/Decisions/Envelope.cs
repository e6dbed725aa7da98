using Iness.Casework.Persistence;
using Iness.Regulation;

namespace Iness.Casework.Decisions;

/// <summary>The money voted for a year. What is proposed, granted and paid is counted from the decisions themselves.</summary>
public sealed class Envelope : IVersioned
{
    /// <summary>Budget year.</summary>
    public required int Year { get; init; }

    /// <summary>Amount voted.</summary>
    public required Money Voted { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
