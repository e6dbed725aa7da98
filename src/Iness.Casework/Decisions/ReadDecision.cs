using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>The decision on an application of one's own, once notified. Its first reading by a member is kept: time limits run from it.</summary>
public sealed class ReadDecision(InessDbContext db, TimeProvider time)
{
    private const int MostTries = 3;

    /// <summary>Reads the latest, and keeps when it was first read.</summary>
    public async Task<Outcome<Decision>> ExecuteAsync(Guid applicationId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account || !await db.Applications.Of(account).AnyAsync(found => found.Id == applicationId, cancellationToken)) return Outcome.NotFound;
        var decision = await db.Decisions.Where(found => found.ApplicationId == applicationId && found.NotifiedAt != null)
            .OrderByDescending(found => found.At).FirstOrDefaultAsync(cancellationToken);
        if (decision is null) return Outcome.NotFound;
        // Two members at once, or the PDF drawn meanwhile: what the other wrote is read again, and the reading is noted if nobody had.
        for (var tries = 0; decision.ReadAt is null && tries < MostTries; tries++)
        {
            decision.ReadAt = time.Instant();
            try
            {
                await db.CommitAsync(new(who, "DecisionRead", Act.Application(applicationId)), cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                await db.Entry(decision).ReloadAsync(cancellationToken);
            }
        }

        return decision;
    }
}
