using Iness.Casework.Jobs;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Partners.Webhooks;

/// <summary>
/// Delivers what is due, a few at once: one receiver that does not answer holds up the others no longer than its own timeout. Each is
/// claimed before it leaves, so that two nodes never send the same.
/// </summary>
public sealed class DeliverWebhooks(InessDbContext db, SendWebhook send, TimeProvider time) : ITimedWork
{
    private const int Batch = 20;
    private const int LongestError = 500;

    /// <summary>Longer than a try may last: a delivery whose node died is taken up again after that.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>A minute, two, four… never more than four hours apart, a day in all.</summary>
    public static RetrySchedule Retries { get; } = new(TimeSpan.FromMinutes(1), TimeSpan.FromHours(4), 14);

    /// <inheritdoc/>
    public string Name => "deliver-webhooks";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.Instant();
        var due = await (
            from delivery in db.WebhookDeliveries.AsNoTracking()
            join webhook in db.Webhooks.AsNoTracking() on delivery.WebhookId equals webhook.Id
            where delivery.DueAt != null && delivery.DueAt <= now
            orderby delivery.DueAt, delivery.Id
            select new { Delivery = delivery, Webhook = webhook }).Take(Batch).ToListAsync(cancellationToken);

        var until = now + Claim;
        var leaving = new List<(WebhookDelivery Delivery, Task<WebhookAnswer> Answer)>();
        foreach (var one in due)
        {
            if (!await ClaimAsync(one.Delivery, until, cancellationToken)) continue;
            // Stopped while it waited.
            leaving.Add((one.Delivery, one.Webhook.StoppedAt is null ? send.ExecuteAsync(one.Webhook, one.Delivery, cancellationToken) : Task.FromResult(WebhookAnswer.ForGood(StopWebhook.Stopped))));
        }

        var (delivered, abandoned, later) = (0, 0, 0);
        foreach (var (delivery, answer) in leaving)
        {
            switch (await SettleAsync(delivery, until, await answer))
            {
                case null:
                    delivered++;
                    break;
                case true:
                    abandoned++;
                    break;
                default:
                    later++;
                    break;
            }
        }

        return $"Livrés : {delivered}. Abandonnés : {abandoned}. À réessayer : {later}.";
    }

    private async Task<bool> ClaimAsync(WebhookDelivery delivery, DateTime until, CancellationToken cancellationToken) =>
        await db.WebhookDeliveries.Where(found => found.Id == delivery.Id && found.DueAt == delivery.DueAt)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.DueAt, until), cancellationToken) == 1;

    /// <summary>Written down even when the node is asked to stop: what has left must not leave again. Null when delivered, else whether it was given up.</summary>
    private async Task<bool?> SettleAsync(WebhookDelivery delivery, DateTime claimed, WebhookAnswer answer)
    {
        var now = time.Instant();
        // A node that stops has not tried.
        var attempts = delivery.Attempts + (answer.IsInterrupted ? 0 : 1);
        var delay = answer switch
        {
            { IsAccepted: true } or { IsForGood: true } => null,
            { IsInterrupted: true } => TimeSpan.Zero,
            _ => Retries.DelayAfter(attempts),
        };
        DateTime? deliveredAt = answer.IsAccepted ? now : null;
        DateTime? dueAt = delay is null ? null : now + delay;
        DateTime? abandonedAt = delay is null && !answer.IsAccepted ? now : null;
        var error = answer.Error?.CutTo(LongestError);
        await db.WebhookDeliveries.Where(found => found.Id == delivery.Id && found.DueAt == claimed).ExecuteUpdateAsync(
            set => set
                .SetProperty(found => found.Attempts, attempts)
                .SetProperty(found => found.DeliveredAt, deliveredAt)
                .SetProperty(found => found.AbandonedAt, abandonedAt)
                .SetProperty(found => found.DueAt, dueAt)
                .SetProperty(found => found.LastStatus, answer.Status)
                .SetProperty(found => found.LastError, error),
            CancellationToken.None);
        return answer.IsAccepted ? null : abandonedAt is not null;
    }
}
