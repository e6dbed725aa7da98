using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;

namespace Iness.Casework.Accounts;

/// <summary>What an address and a password came to. Every refusal is the same one.</summary>
/// <param name="Account">Whose they are; null when refused.</param>
/// <param name="IsToConfirm">Right, but the address is still to be confirmed: the link has been sent again.</param>
public sealed record PasswordCheck(Account? Account, bool IsToConfirm = false);

/// <summary>Checks an address and a password. The work is the same for an unknown address, a blocked account and a wrong password.</summary>
public sealed class CheckPassword(InessDbContext db, UserManager<Account> accounts, AccountMail mail)
{
    private static readonly Account Nobody = new();
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString()));
    private static readonly PasswordCheck Refused = new(null);

    /// <summary>Checks them.</summary>
    public async Task<PasswordCheck> ExecuteAsync(string email, string password, string? returnPath, CancellationToken cancellationToken)
    {
        var account = await accounts.FindByEmailAsync(email);
        // Hashed first and in every case; only then does the state of the account count.
        var isRight = accounts.PasswordHasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? NobodysHash.Value, password) != PasswordVerificationResult.Failed;
        if (account is not { ClosedAt: null, PasswordHash: not null } || await accounts.IsLockedOutAsync(account)) return Refused;
        var attempt = new Act(Actor.Visitor, "SignInAttempted", Act.Account(account.Id));
        if (!isRight)
        {
            await accounts.CountFailureAsync(db, account, attempt, cancellationToken);
            return Refused;
        }

        if (!account.EmailConfirmed)
        {
            await mail.AddConfirmationAsync(account, returnPath, cancellationToken);
            await db.CommitAsync(new(Actor.Visitor, "ConfirmationAsked", Act.Account(account.Id)), cancellationToken);
            return new(account, IsToConfirm: true);
        }

        // With a second factor the count goes on until that one is proved too, or a known password would give endless tries at it.
        if (account is { AccessFailedCount: > 0, TwoFactorEnabled: false })
        {
            db.Act = attempt;
            await accounts.ResetAccessFailedCountAsync(account);
        }

        return new(account);
    }
}
