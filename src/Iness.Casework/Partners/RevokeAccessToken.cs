using Iness.Casework.Audit;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Partners;

/// <summary>Ends one of one's own tokens: the next request that shows it is refused.</summary>
public sealed class RevokeAccessToken(InessDbContext db, TimeProvider time)
{
    /// <summary>Ends it; one already ended stays so.</summary>
    public async Task<Outcome> ExecuteAsync(Guid tokenId, Actor who, CancellationToken cancellationToken)
    {
        if (await db.AccessTokens.SingleOrDefaultAsync(found => found.Id == tokenId && found.AccountId == who.AccountId, cancellationToken) is not { } token) return Outcome.NotFound;
        if (token.RevokedAt is not null) return Outcome.Done;
        token.RevokedAt = time.Instant();
        return await db.TryCommitAsync(new(who, "AccessTokenRevoked", Act.Account(token.AccountId)), cancellationToken);
    }
}
