using Iness.Casework.Documents;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Jobs;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Iness.Casework.Mail;

/// <summary>Sends the mails that are due. Each is claimed before it leaves: two runs at once never send the same.</summary>
public sealed class SendOutbox(InessDbContext db, IMailTransport transport, IDocumentStore documents, MailAttachments attachments, IOptions<MailOptions> options, TimeProvider time) : ITimedWork
{
    private const int Batch = 20;
    private const int LongestError = 1000;

    /// <summary>Longer than a try may last: a mail whose node died is taken up again after that.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan AttachmentPause = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public string Name => "send-mail";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var (sent, refused, later) = (0, 0, 0);
        var now = time.Instant();
        var due = await db.Outbox.AsNoTracking().Where(mail => mail.DueAt != null && mail.DueAt <= now)
            .OrderBy(mail => mail.DueAt).Take(Batch).ToListAsync(cancellationToken);
        foreach (var mail in due)
        {
            var claimed = time.Instant() + Claim;
            if (!await ClaimAsync(mail, claimed, cancellationToken)) continue;
            var (document, isAwaited) = await attachments.FindAsync(mail, time.Instant(), cancellationToken);
            if (isAwaited)
            {
                await PostponeAsync(mail, claimed, cancellationToken);
                continue;
            }

            switch (await transport.SendAsync(Outgoing(mail, document), cancellationToken))
            {
                case MailAnswer.Accepted:
                    await SettleAsync(mail, claimed, sentAt: time.Instant());
                    sent++;
                    break;
                case MailAnswer.RefusedForGood answer:
                    await SettleAsync(mail, claimed, refusedAt: time.Instant(), error: answer.Reason);
                    refused++;
                    break;
                case MailAnswer.TryLater answer:
                    var delay = RetrySchedule.Usual.DelayAfter(mail.Attempts + 1);
                    await SettleAsync(mail, claimed, dueAt: time.Instant() + delay, refusedAt: delay is null ? time.Instant() : null, error: answer.Reason);
                    if (delay is null) refused++;
                    else later++;
                    break;
            }
        }

        return $"Envoyés : {sent}. Refusés : {refused}. À réessayer : {later}.";
    }

    private async Task<bool> ClaimAsync(OutboxMail mail, DateTime until, CancellationToken cancellationToken) =>
        await db.Outbox.Where(found => found.Id == mail.Id && found.DueAt == mail.DueAt)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.DueAt, until), cancellationToken) == 1;

    private async Task PostponeAsync(OutboxMail mail, DateTime claimed, CancellationToken cancellationToken)
    {
        var dueAt = time.Instant() + AttachmentPause;
        await db.Outbox.Where(found => found.Id == mail.Id && found.DueAt == claimed)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.DueAt, dueAt), cancellationToken);
    }

    /// <summary>Written down even when the node is asked to stop: what has left must not leave again.</summary>
    private async Task SettleAsync(OutboxMail mail, DateTime claimed, DateTime? sentAt = null, DateTime? refusedAt = null, DateTime? dueAt = null, string? error = null)
    {
        var attempts = mail.Attempts + 1;
        var lastError = error?.CutTo(LongestError);
        await db.Outbox.Where(found => found.Id == mail.Id && found.DueAt == claimed).ExecuteUpdateAsync(
            set => set
                .SetProperty(found => found.Attempts, attempts)
                .SetProperty(found => found.SentAt, sentAt)
                .SetProperty(found => found.RefusedAt, refusedAt)
                .SetProperty(found => found.DueAt, dueAt)
                .SetProperty(found => found.LastError, lastError),
            CancellationToken.None);
    }

    private OutgoingMail Outgoing(OutboxMail mail, StoredDocument? document) => new()
    {
        To = mail.To,
        ToName = mail.ToName,
        Subject = mail.Subject,
        TextBody = mail.Body,
        MessageId = $"{mail.Id:N}@{MailboxAddress.Parse(options.Value.From).Domain}",
        Attachments = document is null ? [] : [new(document.FileName, document.MediaType, cancel => OpenAsync(document, cancel))],
    };

    private async Task<Stream> OpenAsync(StoredDocument document, CancellationToken cancellationToken) =>
        await documents.OpenAsync(document.StorageKey, cancellationToken) ?? throw new IOException("La pièce jointe n'est plus là.");
}
