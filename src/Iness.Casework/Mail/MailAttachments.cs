using Iness.Casework.Documents;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Mail;

/// <summary>What goes with a mail: the document it names or, with the mail of a filing, the acknowledgement, drawn then.</summary>
public sealed class MailAttachments(InessDbContext db, IDocumentStore store, DrawAcknowledgement draw)
{
    /// <summary>How long a mail waits for its attachment before it leaves without: the attachment stands on the portal too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private bool isRendererStuck;

    /// <summary>The document; null for none. Whether it is worth waiting for.</summary>
    public async Task<(StoredDocument? Document, bool IsAwaited)> FindAsync(OutboxMail mail, DateTime now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var mayWait = now - mail.CreatedAt < Patience;
        if (mail.DocumentId is { } id) return await KeptAsync(id, cancellationToken) is { } named ? (named, false) : (null, mayWait);
        if (mail.ApplicationId is not { } application || !mail.Subject.StartsWith(AcknowledgementOfReceipt.Subject, StringComparison.Ordinal)) return (null, false);
        if (isRendererStuck) return (null, mayWait);

        var (drawn, whyNot) = await draw.ExecuteAsync(application, cancellationToken);
        // The mails behind this one are not kept waiting for a program that no longer answers.
        isRendererStuck = whyNot == PdfUnavailability.Timeout;
        if (drawn is { } acknowledgement) return (await KeptAsync(acknowledgement, cancellationToken), false);
        return (null, mayWait && whyNot != PdfUnavailability.NotInstalled);
    }

    private async Task<StoredDocument?> KeptAsync(Guid id, CancellationToken cancellationToken)
    {
        var document = await db.Documents.AsNoTracking()
            .SingleOrDefaultAsync(found => found.Id == id && found.RemovedAt == null && found.Scan != ScanState.Infected, cancellationToken);
        return document is not null && await store.ExistsAsync(document.StorageKey, cancellationToken) ? document : null;
    }
}
