using Iness.Casework.Persistence;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>Erases, each day, what is no longer to be kept; docs/retention.md says what and why. Nothing of a filed application is erased.</summary>
public sealed class PurgeExpired(InessDbContext db, PurgeDrafts drafts, PurgeDocuments documents, TimeProvider time) : ITimedWork
{
    private static readonly TimeSpan SessionsKept = TimeSpan.FromDays(90);

    /// <summary>Some hold a link; what they tell stands in the file besides.</summary>
    private static readonly TimeSpan MailTextsKept = TimeSpan.FromDays(90);

    private static readonly TimeSpan DeliveriesKept = TimeSpan.FromDays(90);

    /// <inheritdoc/>
    public string Name => "purge";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.Instant();
        var oldest = now - SessionsKept;
        var forms = await db.ParkedForms.Where(form => form.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        var sessions = await db.Sessions.Where(session => session.EndedAt < oldest || session.LastSeenAt < oldest).ExecuteDeleteAsync(cancellationToken);
        var warned = await drafts.WarnAsync(cancellationToken);
        var deleted = await drafts.DeleteAsync(cancellationToken);
        var erased = await documents.ExecuteAsync(cancellationToken);
        var details = await drafts.EraseDetailsAsync(cancellationToken);
        var oldMail = now - MailTextsKept;
        var texts = await db.Outbox.Where(mail => mail.Body != "" && (mail.SentAt < oldMail || mail.RefusedAt < oldMail))
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Body, ""), cancellationToken);
        var oldDelivery = now - DeliveriesKept;
        var deliveries = await db.WebhookDeliveries.Where(delivery => delivery.DueAt == null && delivery.CreatedAt < oldDelivery).ExecuteDeleteAsync(cancellationToken);
        var oldExport = now.AddYears(-DeclarationExport.YearsKept);
        await db.DeclarationExports.Where(export => export.At < oldExport).ExecuteDeleteAsync(cancellationToken);
        return $"Formulaires en attente : {forms}. Sessions : {sessions}. Brouillons annoncés : {warned}, supprimés : {deleted}. Documents effacés : {erased}. Détails du journal effacés : {details}. Textes de messages effacés : {texts}. Envois à des webhooks effacés : {deliveries}.";
    }
}
