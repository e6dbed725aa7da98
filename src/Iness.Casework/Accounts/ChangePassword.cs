using Iness.Casework.Audit;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;

namespace Iness.Casework.Accounts;

/// <summary>Changes one's password. The current one is asked, and a wrong one counts as at the door: an open session does not give endless tries.</summary>
public sealed class ChangePassword(InessDbContext db, UserManager<Account> accounts, AccountMail mail, TimeProvider time)
{
    /// <summary>Changes it, and ends the other sessions: not allowed when the current one is wrong, invalid when the new one is easy.</summary>
    public async Task<Outcome> ExecuteAsync(Actor who, Guid? session, string current, string chosen, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } id || await accounts.FindByIdAsync(id.ToString()) is not { ClosedAt: null, PasswordHash: { } hash } account) return Outcome.NotFound;
        var isRight = accounts.PasswordHasher.VerifyHashedPassword(account, hash, current) != PasswordVerificationResult.Failed;
        if (await accounts.IsLockedOutAsync(account)) return Outcome.Refused(Refusal.NotAllowed, Passwords.TooManyTries);
        if (!isRight)
        {
            await accounts.CountFailureAsync(db, account, new(who, "PasswordChangeAttempted", Act.Account(account.Id)), cancellationToken);
            return Outcome.Refused(Refusal.NotAllowed, "Ce n'est pas votre mot de passe actuel. Écrivez-le de nouveau.");
        }

        if (EasyPasswords.WhyNot(account, chosen) is { } why) return Outcome.Refused(Refusal.Invalid, why);
        if (chosen == current) return Outcome.Refused(Refusal.Invalid, "Choisissez un autre mot de passe que l'actuel.");
        account.ChoosePassword(accounts.PasswordHasher, chosen);
        account.AccessFailedCount = 0;
        await db.EndSessionsAsync(account.Id, session, time.Instant(), cancellationToken);
        mail.AddPasswordChanged(account);
        return await db.TryCommitAsync(new(who, "PasswordChanged", Act.Account(account.Id)), cancellationToken);
    }
}
