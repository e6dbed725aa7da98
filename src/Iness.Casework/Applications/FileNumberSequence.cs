using Iness.Casework.Audit;

namespace Iness.Casework.Applications;

/// <summary>The last number given in a year. Its row is locked by the transaction that files.</summary>
public sealed class FileNumberSequence : ITechnicalRecord
{
    /// <summary>Year of filing, in Paris.</summary>
    public required int Year { get; init; }

    /// <summary>Last number given.</summary>
    public int Last { get; set; }
}
