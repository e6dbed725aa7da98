namespace Iness.Casework.Documents.Invoices.Pdf;

/// <summary>
/// What reading one PDF may cost, far above what an invoice needs. Counted rather than timed: the same file gets the same answer on a slow machine.
/// </summary>
internal sealed class PdfBudget(int fileLength)
{
    private int values = 3_000_000;
    private int failures = 1_000;
    private long inflated = 64L << 20;
    private long scanned = 4L * fileLength + (1 << 20);

    public void SpendValue() => Check(--values);

    public void SpendScan(int bytes) => Check(scanned -= bytes);

    public void SpendInflated(int bytes) => Check(inflated -= bytes);

    /// <summary>An object that cannot be read is passed over, but not without end.</summary>
    public void SpendFailure() => Check(--failures);

    private static void Check(long left)
    {
        if (left < 0) throw UnreadableInvoiceException.TooComplex;
    }
}
