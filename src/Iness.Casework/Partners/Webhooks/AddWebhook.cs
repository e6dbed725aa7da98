using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Partners.Webhooks;

/// <summary>A webhook just added: the secret of its signatures is shown here and nowhere else.</summary>
public sealed record NewWebhook(Guid Id, string Secret);

/// <summary>Adds an address told of what happens to files.</summary>
public sealed class AddWebhook(InessDbContext db, WebhookSecrets secrets, IOptions<WebhookOptions> options, TimeProvider time)
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 100;

    /// <summary>Most addresses told at once.</summary>
    public const int Most = 20;

    /// <summary>Adds it.</summary>
    public async Task<Outcome<NewWebhook>> ExecuteAsync(string name, string url, IReadOnlyCollection<string> events, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(events);
        if (who.AccountId is not { } account || !RightsTable.Allows(who.Role, Right.ManageWebhooks)) return Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas de tenir les webhooks.");
        if (name.Trim() is not { Length: > 0 and <= LongestName } kept || kept.Any(char.IsControl)) return Outcome.Refused(Refusal.Invalid, $"Écrivez le nom du destinataire sur une ligne, en {LongestName} caractères au plus.");
        if (WebhookAddress.WhyNot(url, options.Value) is { } why) return Outcome.Refused(Refusal.Invalid, why);
        var told = WebhookEvents.All.Select(@event => @event.Name).Where(events.Contains).ToList();
        if (told.Count == 0 || told.Count < events.Count) return Outcome.Refused(Refusal.Invalid, "Choisissez au moins un événement de la liste.");
        if (await db.Webhooks.CountAsync(found => found.StoppedAt == null, cancellationToken) >= Most) return Outcome.Refused(Refusal.Conflict, $"{Most} adresses sont déjà prévenues : arrêtez-en une d'abord.");

        var now = time.Instant();
        var secret = WebhookMessage.NewSecret();
        var webhook = new Webhook
        {
            Id = Guid.CreateVersion7(now),
            Name = kept,
            Url = url,
            ProtectedSecret = secrets.Protect(secret),
            Events = string.Join(' ', told),
            CreatedBy = account,
            CreatedAt = now,
        };
        db.Add(webhook);
        await db.CommitAsync(new(who, "WebhookAdded", Subject(webhook.Id)), cancellationToken);
        return new NewWebhook(webhook.Id, secret);
    }

    internal static string Subject(Guid webhookId) => $"webhook/{webhookId}";
}
