using Iness.Casework.Audit;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Partners.Webhooks;

/// <summary>Stops telling an address, for ever: what waits for it is given up. Its log stays as long as any.</summary>
public sealed class StopWebhook(InessDbContext db, TimeProvider time)
{
    internal const string Stopped = "L'adresse n'est plus prévenue.";

    /// <summary>Stops it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid webhookId, Actor who, CancellationToken cancellationToken)
    {
        if (await db.Webhooks.SingleOrDefaultAsync(found => found.Id == webhookId, cancellationToken) is not { } webhook) return Outcome.NotFound;
        if (webhook.StoppedAt is not null) return Outcome.Done;
        var now = time.Instant();
        await using var transaction = await db.BeginAsync(cancellationToken);
        webhook.StoppedAt = now;
        if (await db.TryCommitAsync(new(who, "WebhookStopped", AddWebhook.Subject(webhookId)), cancellationToken) is { IsDone: false } late) return late;
        await db.WebhookDeliveries.Where(delivery => delivery.WebhookId == webhookId && delivery.DueAt != null).ExecuteUpdateAsync(
            set => set
                .SetProperty(delivery => delivery.DueAt, (DateTime?)null)
                .SetProperty(delivery => delivery.AbandonedAt, now)
                .SetProperty(delivery => delivery.LastError, Stopped),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
