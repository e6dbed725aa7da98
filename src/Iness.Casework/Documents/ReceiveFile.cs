using Iness.Casework.Documents.Invoices.Xml;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Documents.Scanning;
using Iness.Casework.Documents.Storage;
using Iness.Regulation;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Documents;

/// <summary>Takes a file in: keeps it as it comes, then looks at what it is, and keeps nothing of one that is refused.</summary>
public sealed class ReceiveFile(IDocumentStore store, IOptions<DocumentOptions> options)
{
    private const int Mega = 1024 * 1024;

    private const int Head = 256;

    /// <summary>Receives a content under the name its sender gave it.</summary>
    public Task<ReceivedFile> ExecuteAsync(Stream content, string? typedName, CancellationToken cancellationToken) => ReceiveAsync(content, typedName, FileInspection.LookAsync, cancellationToken);

    /// <summary>Receives an invoice, which may be a bare XML too: whether it is an invoice is for its reader to say.</summary>
    public Task<ReceivedFile> ExecuteAsInvoiceAsync(Stream content, string? typedName, CancellationToken cancellationToken) => ReceiveAsync(content, typedName, LookAtInvoiceAsync, cancellationToken);

    private static async Task<FileAnswer> LookAtInvoiceAsync(Stream content, string? typedName, CancellationToken cancellationToken)
    {
        var name = FileName.Clean(typedName);
        return FileType.Xml.GoesBy(FileName.ExtensionOf(name)) && InvoiceText.StartsAsXml(await content.ReadAtAsync(0, Head, cancellationToken))
            ? new FileAnswer.Accepted(FileType.Xml, name)
            : await FileInspection.LookAsync(content, typedName, cancellationToken);
    }

    private async Task<ReceivedFile> ReceiveAsync(Stream content, string? typedName, Func<Stream, string?, CancellationToken, Task<FileAnswer>> look, CancellationToken cancellationToken)
    {
        var limit = options.Value.LargestFile;
        if (await store.WriteAsync(content, limit, cancellationToken) is not StoreAnswer.Stored(var stored)) return new ReceivedFile.Refused(TooLarge(typedName, limit));
        var isKept = false;
        try
        {
            await using var kept = await store.OpenAsync(stored.Key, cancellationToken)
                ?? throw new InvalidOperationException("The document store lost a content it had just kept.");
            var answer = await look(kept, typedName, cancellationToken);
            if (answer is not FileAnswer.Accepted accepted) return new ReceivedFile.Refused((FileAnswer.Refused)answer);
            isKept = true;
            return new ReceivedFile.Kept(stored, accepted);
        }
        finally
        {
            if (!isKept) await store.DeleteAsync(stored.Key, CancellationToken.None);
        }
    }

    private static FileAnswer.Refused TooLarge(string? typedName, long limit)
    {
        var most = limit >= Mega ? $"{French.Number(Math.Floor((decimal)limit / Mega * 10) / 10)} Mo" : $"{French.Number(limit)} octets";
        return new(FileRefusal.TooLarge, $"Le fichier « {FileName.Clean(typedName)} » dépasse {most} : réduisez-le (en PDF, par exemple) ou partagez-le en plusieurs fichiers.");
    }
}

/// <summary>What became of a file that was sent.</summary>
public abstract record ReceivedFile
{
    private ReceivedFile()
    {
    }

    /// <summary>It is kept; it is still to be scanned.</summary>
    /// <param name="Content">Where and what it measures.</param>
    /// <param name="File">Its type, and the name to keep.</param>
    public sealed record Kept(StoredContent Content, FileAnswer.Accepted File) : ReceivedFile
    {
        /// <summary>Its line in the database, that its scanner will complete.</summary>
        internal StoredDocument ToDocument(Guid organisation, Guid? application, DocumentKind kind, Guid account, IVirusScanner scanner, DateTime now) => new()
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = organisation,
            ApplicationId = application,
            Kind = kind.ToString(),
            FileName = File.Name,
            MediaType = File.Type.MediaType,
            Length = Content.Length,
            Sha256 = Content.Sha256,
            StorageKey = Content.Key,
            UploadedAt = now,
            UploadedBy = account,
            Scan = scanner is NoScanner ? ScanState.NotScanned : ScanState.Pending,
            ScanDueAt = scanner is NoScanner ? null : now,
        };
    }

    /// <summary>Nothing is kept of it.</summary>
    /// <param name="Why">The reason, with its sentence.</param>
    public sealed record Refused(FileAnswer.Refused Why) : ReceivedFile;
}
