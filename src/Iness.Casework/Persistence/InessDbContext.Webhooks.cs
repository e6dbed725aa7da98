using Iness.Casework.Applications;
using Iness.Casework.Partners;
using Iness.Casework.Partners.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Iness.Casework.Persistence;

/// <content>What webhooks are told, written with what it tells: neither goes without the other.</content>
public abstract partial class InessDbContext
{
    /// <summary>Adds the deliveries of the steps being saved, within the transaction; one query when there is no webhook, none when there is no step.</summary>
    private async Task<IReadOnlyList<WebhookDelivery>> TellWebhooksAsync(IEnumerable<EntityEntry> changes, CancellationToken cancellationToken)
    {
        var steps = changes.Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).OfType<StatusChange>()
            .Select(step => (Step: step, Event: WebhookEvents.Of(step.Action))).Where(told => told.Event is not null).ToList();
        if (steps.Count == 0) return [];
        var webhooks = await Webhooks.AsNoTracking().Where(webhook => webhook.StoppedAt == null).Select(webhook => new { webhook.Id, webhook.Events }).ToListAsync(cancellationToken);
        if (webhooks.Count == 0) return [];

        var now = time.Instant();
        List<WebhookDelivery> deliveries = [];
        foreach (var (step, name) in steps)
        {
            var wanting = webhooks.Where(webhook => webhook.Events.Split(' ').Contains(name)).ToList();
            if (wanting.Count == 0) continue;
            var number = await NumberOfAsync(step.ApplicationId, cancellationToken);
            deliveries.AddRange(wanting.Select(webhook => DeliveryOf(webhook.Id, step, name!, number, now)));
        }

        AddRange(deliveries);
        return deliveries;
    }

    private static WebhookDelivery DeliveryOf(Guid webhookId, StatusChange step, string name, string? number, DateTime now)
    {
        var id = Guid.CreateVersion7(now);
        return new()
        {
            Id = id,
            WebhookId = webhookId,
            Event = name,
            ApplicationId = step.ApplicationId,
            StatusChangeId = step.Id,
            Payload = WebhookMessage.Write(id, name, number, step.To, step.At),
            CreatedAt = now,
            DueAt = now,
        };
    }

    /// <summary>The number of the application at hand: it may have been given in this very change.</summary>
    private async Task<string?> NumberOfAsync(Guid applicationId, CancellationToken cancellationToken) =>
        Applications.Local.FirstOrDefault(application => application.Id == applicationId) is { } application
            ? application.Number
            : await Applications.Where(found => found.Id == applicationId).Select(found => found.Number).SingleOrDefaultAsync(cancellationToken);
}
