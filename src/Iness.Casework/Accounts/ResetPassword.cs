using Iness.Casework.Audit;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;

namespace Iness.Casework.Accounts;

/// <summary>Sets a new password with the code of the link sent by mail: once. Ends every session, and the wait after too many tries.</summary>
public sealed class ResetPassword(InessDbContext db, UserManager<Account> accounts, AccountMail mail, TimeProvider time)
{
    /// <summary>Whether a link would work.</summary>
    public async Task<bool> CanAsync(Guid accountId, string? code) => await FindAsync(accountId, code) is not null;

    /// <summary>Sets it: not found when the link works no more, invalid when the password is easy.</summary>
    public async Task<Outcome> ExecuteAsync(Guid accountId, string? code, string password, CancellationToken cancellationToken)
    {
        if (await FindAsync(accountId, code) is not { } account) return Outcome.NotFound;
        if (EasyPasswords.WhyNot(account, password) is { } why) return Outcome.Refused(Refusal.Invalid, why);
        account.ChoosePassword(accounts.PasswordHasher, password);
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        await db.EndSessionsAsync(account.Id, except: null, time.Instant(), cancellationToken);
        mail.AddPasswordChanged(account);
        var saved = await db.TryCommitAsync(new(new(account.Id, account.Role), "PasswordReset", Act.Account(account.Id)), cancellationToken);
        return saved.IsDone ? saved : Outcome.NotFound;
    }

    private async Task<Account?> FindAsync(Guid accountId, string? code) =>
        await accounts.FindByIdAsync(accountId.ToString()) is { EmailConfirmed: true, ClosedAt: null } account
        && await accounts.VerifyUserTokenAsync(account, MailedLinkTokens.Name, UserManager<Account>.ResetPasswordTokenPurpose, code ?? "")
            ? account
            : null;
}
