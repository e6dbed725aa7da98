using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Documents.Scanning;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Claims;

/// <summary>Receives the files of a claim. What is not noted in the database is not kept in the store.</summary>
public sealed class ClaimFiles(ReceiveFile receive, IDocumentStore store, IVirusScanner scanner)
{
    /// <summary>The most documents of a claim.</summary>
    public const int Most = 150;

    /// <summary>Receives one.</summary>
    internal async Task<Outcome<IncomingFile>> ReceiveAsync(SentFile file, DocumentKind kind, CancellationToken cancellationToken)
    {
        await using var content = file.Open();
        var received = kind == DocumentKind.Invoice
            ? await receive.ExecuteAsInvoiceAsync(content, file.FileName, cancellationToken)
            : await receive.ExecuteAsync(content, file.FileName, cancellationToken);
        return received is ReceivedFile.Kept kept
            ? new IncomingFile(kept, kind, store)
            : Outcome.Refused(Refusal.Invalid, ((ReceivedFile.Refused)received).Why.Sentence);
    }

    /// <summary>Notes it with its application, with the missing item it answers, if any; saved with the change itself.</summary>
    internal async Task<Outcome<StoredDocument>> AddAsync(InessDbContext db, OpenClaim open, IncomingFile file, Guid account, DateTime now, CancellationToken cancellationToken)
    {
        var given = await db.Documents.CountAsync(document => document.ApplicationId == open.Application.Id && document.RemovedAt == null && DocumentKinds.OfClaim.Contains(document.Kind), cancellationToken);
        if (given >= Most) return Outcome.Refused(Refusal.Conflict, $"Cette demande de versement a déjà {Most} documents, c'est le plus qu'elle peut en avoir : réunissez-en dans un PDF.");
        var document = file.Kept.ToDocument(open.Application.OrganisationId, open.Application.Id, file.Kind, account, scanner, now);
        var kind = file.Kind.ToString();
        var item = await db.MissingItemsRequests.Where(request => request.ApplicationId == open.Application.Id && request.IsOnPayment && request.AnsweredAt == null)
            .SelectMany(request => request.Items).Where(item => item.DocumentKind == kind).OrderBy(item => item.ProducedAt != null).ThenBy(item => item.Id).FirstOrDefaultAsync(cancellationToken);
        if (item is not null) (item.ProducedAt, document.MissingItemId) = (item.ProducedAt ?? now, item.Id);
        db.Add(document);
        return document;
    }
}

/// <summary>A file received and not noted yet: forgotten when disposed, unless it was.</summary>
internal sealed class IncomingFile(ReceivedFile.Kept kept, DocumentKind kind, IDocumentStore store) : IAsyncDisposable
{
    public ReceivedFile.Kept Kept => kept;

    public DocumentKind Kind => kind;

    /// <summary>Whether the database knows it.</summary>
    public bool IsNoted { get; set; }

    public async Task<Stream> OpenAsync(CancellationToken cancellationToken) =>
        await store.OpenAsync(kept.Content.Key, cancellationToken) ?? throw new InvalidOperationException("The document store lost a content it had just kept.");

    public async ValueTask DisposeAsync()
    {
        if (!IsNoted) await store.DeleteAsync(kept.Content.Key, CancellationToken.None);
    }
}
