using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Recoveries;

/// <summary>An act on a grant of one's own, once notified. Its first reading by a member is kept: time limits run from it.</summary>
public sealed class ReadRecovery(InessDbContext db, TimeProvider time)
{
    /// <summary>Reads it, and keeps when it was first read.</summary>
    public async Task<Outcome<Recovery>> ExecuteAsync(Guid applicationId, Guid recoveryId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account || !await db.Applications.Of(account).AnyAsync(found => found.Id == applicationId, cancellationToken)) return Outcome.NotFound;
        var recovery = await db.Recoveries.SingleOrDefaultAsync(found => found.Id == recoveryId && found.ApplicationId == applicationId && found.NotifiedAt != null, cancellationToken);
        if (recovery is null) return Outcome.NotFound;
        if (recovery.ReadAt is not null) return recovery;
        recovery.ReadAt = time.Instant();
        try
        {
            await db.CommitAsync(new(who, "RecoveryRead", Act.Application(applicationId)), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Two members at once, or the PDF just drawn: what the other wrote is read again.
            await db.Entry(recovery).ReloadAsync(cancellationToken);
        }

        return recovery;
    }
}
