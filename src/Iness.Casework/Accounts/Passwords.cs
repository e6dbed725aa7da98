using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Accounts;

/// <summary>What every use of a password shares.</summary>
internal static class Passwords
{
    private const int Retries = 5;

    /// <summary>Sets a new password; the stamps change, so that older links die and a change made at the same instant is refused.</summary>
    public static void ChoosePassword(this Account account, IPasswordHasher<Account> hasher, string password)
    {
        account.PasswordHash = hasher.HashPassword(account, password);
        (account.SecurityStamp, account.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
    }

    /// <summary>Counts a wrong password, also when several arrive at once: each is counted.</summary>
    public static async Task CountFailureAsync(this UserManager<Account> accounts, InessDbContext db, Account account, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < Retries; tries++)
        {
            db.Act = new(Actor.Visitor, "SignInAttempted", Act.Account(account.Id));
            if ((await accounts.AccessFailedAsync(account)).Succeeded) return;
            await db.Entry(account).ReloadAsync(cancellationToken);
            if (await accounts.IsLockedOutAsync(account)) return;
        }
    }

    /// <summary>Ends the sessions of an account, but one. Nothing is saved yet.</summary>
    public static async Task EndSessionsAsync(this InessDbContext db, Guid accountId, Guid? except, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var session in await db.Sessions.Where(found => found.AccountId == accountId && found.EndedAt == null && found.Id != except).ToListAsync(cancellationToken)) session.EndedAt = now;
    }
}
