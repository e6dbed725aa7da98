namespace Iness.Casework.Audit;

/// <summary>What checking a log came to.</summary>
/// <param name="Sequence">The first line that is wrong, or the last line of an intact log.</param>
/// <param name="Fault">What is wrong with it, in one French sentence; null when the log is intact.</param>
/// <param name="Hash">Hash of the last line read in order.</param>
public sealed record AuditVerdict(long Sequence, string? Fault, string Hash)
{
    /// <summary>Whether nothing was altered, removed, reordered or added.</summary>
    public bool IsIntact => Fault is null;
}
