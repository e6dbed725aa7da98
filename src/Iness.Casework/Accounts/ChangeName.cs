using Iness.Casework.Audit;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Accounts;

/// <summary>Changes one's name.</summary>
public sealed class ChangeName(InessDbContext db)
{
    /// <summary>Longest given or family name.</summary>
    public const int Longest = 100;

    /// <summary>Changes it.</summary>
    public async Task<Outcome<Account>> ExecuteAsync(Actor who, string givenName, string familyName, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(found => found.Id == who.AccountId && found.ClosedAt == null, cancellationToken) is not { } account) return Outcome.NotFound;
        (account.GivenName, account.FamilyName) = (givenName, familyName);
        return await db.TryCommitAsync(new(who, "NameChanged", Act.Account(account.Id)), cancellationToken) is { IsDone: false } refused ? refused : account;
    }
}
