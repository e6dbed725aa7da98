using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Partners.Webhooks;

/// <summary>Sends to an address, by hand: a test, or a delivery of the log once more.</summary>
public sealed class SendToWebhook(InessDbContext db, TimeProvider time)
{
    /// <summary>Sends a test.</summary>
    public async Task<Outcome> TestAsync(Guid webhookId, Actor who, CancellationToken cancellationToken)
    {
        if (await WhyNotAsync(webhookId, cancellationToken) is { IsDone: false } refused) return refused;
        var now = time.Instant();
        var id = Guid.CreateVersion7(now);
        db.Add(new WebhookDelivery
        {
            Id = id,
            WebhookId = webhookId,
            Event = WebhookEvents.Ping,
            Payload = WebhookMessage.Write(id, WebhookEvents.Ping, number: null, status: null, now),
            CreatedAt = now,
            DueAt = now,
        });
        await db.NoteAsync(new(who, "WebhookTested", AddWebhook.Subject(webhookId)), cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Sends a delivery again, the same to the letter: its receiver sees by the identifier that it is the same event.</summary>
    public async Task<Outcome> AgainAsync(Guid webhookId, Guid deliveryId, Actor who, CancellationToken cancellationToken)
    {
        if (await WhyNotAsync(webhookId, cancellationToken) is { IsDone: false } refused) return refused;
        if (await db.WebhookDeliveries.AsNoTracking().SingleOrDefaultAsync(found => found.Id == deliveryId && found.WebhookId == webhookId, cancellationToken) is not { } sent) return Outcome.NotFound;
        if (sent.DueAt is not null) return Outcome.Refused(Refusal.Conflict, "Cet envoi est encore à faire : il part de lui-même.");
        var now = time.Instant();
        db.Add(new WebhookDelivery
        {
            Id = Guid.CreateVersion7(now),
            WebhookId = webhookId,
            Event = sent.Event,
            ApplicationId = sent.ApplicationId,
            Payload = sent.Payload,
            ReplayOfId = sent.ReplayOfId ?? sent.Id,
            CreatedAt = now,
            DueAt = now,
        });
        await db.NoteAsync(new(who, "WebhookReplayed", AddWebhook.Subject(webhookId), $"{sent.Event}, {sent.Id}"), cancellationToken);
        return Outcome.Done;
    }

    private async Task<Outcome> WhyNotAsync(Guid webhookId, CancellationToken cancellationToken) =>
        await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(found => found.Id == webhookId, cancellationToken) switch
        {
            null => Outcome.NotFound,
            { StoppedAt: not null } => Outcome.Refused(Refusal.Conflict, $"{StopWebhook.Stopped} Ajoutez-la de nouveau pour lui envoyer quelque chose."),
            _ => Outcome.Done,
        };
}
