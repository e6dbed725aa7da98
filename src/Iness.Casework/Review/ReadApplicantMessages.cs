using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>Notes that the service has read the messages of the applicant: only somebody who reviews files reads for the service.</summary>
public sealed class ReadApplicantMessages(InessDbContext db, TimeProvider time)
{
    /// <summary>Notes it of those not read before.</summary>
    public async Task ExecuteAsync(Guid applicationId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is null || !RightsTable.Allows(who.Role, Right.ReviewFiles)) return;
        await using var transaction = await db.BeginAsync(cancellationToken);
        var now = time.Instant();
        var read = await db.Messages
            .Where(message => message.ApplicationId == applicationId && !message.IsFromService && message.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.ReadAt, now), cancellationToken);
        if (read > 0) await db.NoteAsync(new(who, "ApplicantMessagesRead", Act.Application(applicationId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
