using System.Security.Cryptography;
using System.Text;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Partners;

/// <summary>Who shows a token, and what it allows today.</summary>
/// <param name="TokenId">The token.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Role">Their role, today.</param>
/// <param name="Scopes">What it allows, within what that role may do.</param>
public sealed record TokenBearer(Guid TokenId, Guid AccountId, Role Role, IReadOnlyList<TokenScope> Scopes);

/// <summary>
/// Looks a token up at each request: ended, expired or of a closed account, it is good for nothing. It is found by its digest, which says
/// nothing of the secret however long the search takes.
/// </summary>
public sealed class CheckAccessToken(InessDbContext db, TimeProvider time)
{
    private const string Unknown = "Ce jeton n'est pas connu.";

    /// <summary>How exactly the last use is known.</summary>
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(1);

    /// <summary>Who shows it, or why it is refused.</summary>
    public async Task<Outcome<TokenBearer>> ExecuteAsync(string? secret, CancellationToken cancellationToken)
    {
        if (!TokenSecret.IsWellFormed(secret)) return Outcome.Refused(Refusal.Invalid, Unknown);
        var hash = TokenSecret.Hash(secret!);
        var known = await (
            from token in db.AccessTokens
            join account in db.Users on token.AccountId equals account.Id
            where token.TokenHash == hash
            select new
            {
                token.Id,
                token.AccountId,
                token.TokenHash,
                token.Scopes,
                token.ExpiresAt,
                token.RevokedAt,
                account.Role,
                account.ClosedAt,
                LastAt = db.AccessTokenUses.Where(use => use.TokenId == token.Id).Select(use => (DateTime?)use.LastAt).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancellationToken);
        var now = time.Instant();
        if (known is null || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(known.TokenHash), Encoding.ASCII.GetBytes(hash))) return Outcome.Refused(Refusal.Invalid, Unknown);
        if (known.RevokedAt is not null) return Outcome.Refused(Refusal.Invalid, "Ce jeton est révoqué.");
        if (known.ExpiresAt <= now) return Outcome.Refused(Refusal.Invalid, "Ce jeton a expiré.");
        if (known.ClosedAt is not null) return Outcome.Refused(Refusal.Invalid, "Le compte de ce jeton est fermé.");

        if (known.LastAt is null || now - known.LastAt >= Precision) await NoteUseAsync(known.Id, now, cancellationToken);
        return new TokenBearer(known.Id, known.AccountId, known.Role, TokenScope.Of(known.Scopes, known.Role));
    }

    /// <summary>To the minute: a program that pages through all the files writes once. Two at once both write, and neither fails.</summary>
    private Task<int> NoteUseAsync(Guid tokenId, DateTime now, CancellationToken cancellationToken)
    {
        DateTime minute = new(now.Ticks - now.Ticks % TimeSpan.TicksPerMinute, DateTimeKind.Utc);
        return db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "AccessTokenUses" ("TokenId", "LastAt") VALUES ({tokenId}, {minute}) ON CONFLICT ("TokenId") DO UPDATE SET "LastAt" = excluded."LastAt" """, cancellationToken);
    }
}
