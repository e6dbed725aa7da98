using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;

namespace Iness.Casework.Accounts;

/// <summary>Confirms the address of an account, with the code of the link sent to it.</summary>
public sealed class ConfirmAddress(InessDbContext db, UserManager<Account> accounts)
{
    /// <summary>Whether a link would work.</summary>
    public async Task<bool> CanAsync(Guid accountId, string? code) => await FindAsync(accountId, code) is not null;

    /// <summary>
    /// Confirms it. The password is asked: the link proves the address, not who chose the password, and an account that somebody else
    /// asked for must not be opened with theirs.
    /// </summary>
    public async Task<Outcome> ExecuteAsync(Guid accountId, string? code, string password)
    {
        if (await FindAsync(accountId, code) is not { } account) return Outcome.NotFound;
        if (account.EmailConfirmed) return Outcome.Done;
        if (!await accounts.CheckPasswordAsync(account, password))
            return Outcome.Refused(Refusal.Invalid, "Ce n'est pas le mot de passe choisi à l'inscription. Écrivez-le de nouveau, ou recommencez l'inscription.");
        account.EmailConfirmed = true;
        db.Act = new(new(account.Id, account.Role), "AddressConfirmed", Act.Account(account.Id));
        return (await accounts.UpdateAsync(account)).Succeeded ? Outcome.Done : Outcome.NotFound;
    }

    private async Task<Account?> FindAsync(Guid accountId, string? code) =>
        await accounts.FindByIdAsync(accountId.ToString()) is { ClosedAt: null } account
        && await accounts.VerifyUserTokenAsync(account, MailedLinkTokens.Name, UserManager<Account>.ConfirmEmailTokenPurpose, code ?? "")
            ? account
            : null;
}
