using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Accounts;

/// <summary>What every use of a password, or of a code, shares.</summary>
public static class Passwords
{
    /// <summary>Why nothing is checked while the account is locked.</summary>
    public const string TooManyTries = "Trop d'essais. Attendez un quart d'heure, puis recommencez.";

    private const int Retries = 5;

    /// <summary>Sets a new password; the stamps change, so that older links die and a change made at the same instant is refused.</summary>
    internal static void ChoosePassword(this Account account, IPasswordHasher<Account> hasher, string password)
    {
        account.PasswordHash = hasher.HashPassword(account, password);
        (account.SecurityStamp, account.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
    }

    /// <summary>Counts a wrong password or code, also when several arrive at once: each is counted.</summary>
    public static async Task CountFailureAsync(this UserManager<Account> accounts, InessDbContext db, Account account, Act attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(account);
        for (var tries = 0; tries < Retries; tries++)
        {
            db.Act = attempt;
            if ((await accounts.AccessFailedAsync(account)).Succeeded) return;
            await db.Entry(account).ReloadAsync(cancellationToken);
            if (await accounts.IsLockedOutAsync(account)) return;
        }
    }

    /// <summary>Ends the sessions of an account, but one. Nothing is saved yet.</summary>
    internal static async Task EndSessionsAsync(this InessDbContext db, Guid accountId, Guid? except, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var session in await db.Sessions.Where(found => found.AccountId == accountId && found.EndedAt == null && found.Id != except).ToListAsync(cancellationToken)) session.EndedAt = now;
    }
}
