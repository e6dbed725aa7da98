using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Accounts;

/// <summary>Ends one's sessions in other browsers.</summary>
public sealed class EndSession(InessDbContext db, TimeProvider time)
{
    /// <summary>Ends one of them.</summary>
    public async Task<Outcome> ExecuteAsync(Guid session, Actor who, CancellationToken cancellationToken)
    {
        var found = await db.Sessions.SingleOrDefaultAsync(one => one.Id == session && one.AccountId == who.AccountId, cancellationToken);
        if (found is null) return Outcome.NotFound;
        found.EndedAt ??= time.Instant();
        await db.CommitAsync(new(who, "SessionEnded", Act.Account(found.AccountId)), cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Ends all of them but the one they are ended from.</summary>
    public async Task ExecuteOnOthersAsync(Guid kept, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return;
        await db.EndSessionsAsync(account, kept, time.Instant(), cancellationToken);
        await db.CommitAsync(new(who, "SessionsEnded", Act.Account(account)), cancellationToken);
    }
}
