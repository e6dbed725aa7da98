namespace Iness.Casework.Archives;

/// <summary>What checking an archive came to.</summary>
/// <param name="Fault">The first thing that is wrong, in one French sentence; null when nothing is.</param>
/// <param name="Number">Number of the file; null when it cannot be told.</param>
/// <param name="Files">How many files of the payload are those that were archived.</param>
/// <param name="Lines">How many lines of the audit log it holds.</param>
/// <param name="ManifestSha256">Digest of the list of digests.</param>
public sealed record ArchiveVerdict(string? Fault, string? Number = null, int Files = 0, int Lines = 0, string? ManifestSha256 = null)
{
    /// <summary>Whether nothing was altered, removed or added.</summary>
    public bool IsIntact => Fault is null;
}

/// <summary>The first thing wrong with an archive, in French.</summary>
internal sealed class ArchiveFaultException(string message) : Exception(message);
