using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Mail;

/// <summary>Gives a refused mail another chance, as if it had just been written: the recipient's server was mended, or the settings were.</summary>
public sealed class RetryMail(InessDbContext db, TimeProvider time)
{
    /// <summary>Makes it due at once. A mail that was sent meanwhile is never sent again.</summary>
    public async Task<Outcome> ExecuteAsync(Guid mailId, Actor who, CancellationToken cancellationToken)
    {
        var now = time.Instant();
        await using var transaction = await db.BeginAsync(cancellationToken);
        var changed = await db.Outbox.Where(mail => mail.Id == mailId && mail.RefusedAt != null && mail.SentAt == null).ExecuteUpdateAsync(
            set => set
                .SetProperty(mail => mail.RefusedAt, (DateTime?)null)
                .SetProperty(mail => mail.Attempts, 0)
                .SetProperty(mail => mail.DueAt, now),
            cancellationToken);
        if (changed == 0) return Outcome.Refused(Refusal.Conflict, "Ce message n'est plus à réessayer : il est déjà reparti, ou n'existe pas.");
        await db.NoteAsync(new(who, "MailRetried", $"mail/{mailId}"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
