using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Messages;

/// <summary>Notes that the organisation has read the messages of the service. The log keeps when: a time limit may run from it.</summary>
public sealed class ReadMessages(InessDbContext db, TimeProvider time)
{
    /// <summary>Notes it of those not read before.</summary>
    public async Task ExecuteAsync(Guid applicationId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return;
        await using var transaction = await db.BeginAsync(cancellationToken);
        var now = time.Instant();
        var read = await db.Messages
            .Where(message => message.ApplicationId == applicationId && message.IsFromService && message.ReadAt == null
                && db.Applications.Of(account).Any(application => application.Id == message.ApplicationId))
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.ReadAt, now), cancellationToken);
        if (read > 0) await db.NoteAsync(new(who, "MessagesRead", Act.Application(applicationId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
