namespace Iness.Casework.Documents.Scanning;

/// <summary>A portal without a scanner: it says so, rather than that documents are clean.</summary>
internal sealed class NoScanner : IVirusScanner
{
    public Task<ScanAnswer> ScanAsync(Stream content, CancellationToken cancellationToken) => Task.FromResult<ScanAnswer>(new ScanAnswer.NotScanned());

    public Task<ScannerHealth> CheckAsync(CancellationToken cancellationToken) => Task.FromResult(ScannerHealth.Absent);
}
