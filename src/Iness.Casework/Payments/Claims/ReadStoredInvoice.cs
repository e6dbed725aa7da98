using Iness.Casework.Documents;
using Iness.Casework.Documents.Invoices;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Documents.Storage;

namespace Iness.Casework.Payments.Claims;

/// <summary>Reads again the file of an invoice, so that what it states is shown beside what was typed.</summary>
public sealed class ReadStoredInvoice(IDocumentStore store)
{
    /// <summary>What the file states; null when it is no electronic invoice, or is set aside for a virus.</summary>
    public async Task<ElectronicInvoice?> ExecuteAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Scan == ScanState.Infected || FileType.Of(document.MediaType) is not { } type || !AddInvoice.IsReadable(type)) return null;
        await using var content = await store.OpenAsync(document.StorageKey, cancellationToken);
        if (content is null) return null;
        var read = await ReadInvoice.ExecuteAsync(content, document.FileName, cancellationToken);
        return read.IsDone ? read.Value : null;
    }
}
