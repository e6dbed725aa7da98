namespace Iness.Casework.Documents.Scanning;

/// <summary>Looks for viruses in a content.</summary>
public interface IVirusScanner
{
    /// <summary>Scans a content from where it stands to its end.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; every failure of the scanner is an answer instead.</exception>
    /// <exception cref="IOException">The content itself could not be read.</exception>
    Task<ScanAnswer> ScanAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>Whether the scanner is there and answers.</summary>
    Task<ScannerHealth> CheckAsync(CancellationToken cancellationToken);
}

/// <summary>What a scan says.</summary>
public abstract record ScanAnswer
{
    private ScanAnswer()
    {
    }

    /// <summary>Nothing known was found.</summary>
    public sealed record Clean : ScanAnswer;

    /// <summary>A virus was found.</summary>
    /// <param name="Signature">The scanner's name for it.</param>
    public sealed record Infected(string Signature) : ScanAnswer;

    /// <summary>The scanner did not answer: to be asked again later, unless <paramref name="Reason"/> will not change.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Detail">The scanner's or the system's own words, for the administrator.</param>
    public sealed record Unavailable(ScanFailure Reason, string Detail) : ScanAnswer;

    /// <summary>There is no scanner here.</summary>
    public sealed record NotScanned : ScanAnswer;
}

/// <summary>Why a scan gave no answer.</summary>
public enum ScanFailure
{
    /// <summary>Nobody listens there.</summary>
    Unreachable,

    /// <summary>It took too long.</summary>
    Timeout,

    /// <summary>The connection broke, or the answer makes no sense.</summary>
    Broken,

    /// <summary>The scanner takes no content of this size: asking again changes nothing until its setting does.</summary>
    TooLarge,

    /// <summary>The scanner answered that it failed.</summary>
    Failed,
}

/// <summary>Whether a scanner can be relied on.</summary>
public enum ScannerHealth
{
    /// <summary>It answers.</summary>
    Answering,

    /// <summary>It should answer, and does not.</summary>
    Silent,

    /// <summary>None is configured.</summary>
    Absent,
}
