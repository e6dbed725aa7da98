using System.Security.Claims;
using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Iness.Web.Accounts.Codes;

/// <summary>The second step of signing in: the password was right a few minutes ago, as Identity's cookie says; now the code. Wrong ones lock the account as wrong passwords do.</summary>
public sealed class CheckCode(InessDbContext db, UserManager<Account> accounts, IHttpContextAccessor http)
{
    /// <summary>Who gave the right password in this browser; null for nobody, or too long ago.</summary>
    public async Task<Account?> FindAsync()
    {
        var waiting = await http.HttpContext!.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        var id = waiting.Principal?.FindFirstValue(ClaimTypes.Name);
        return id is not null && await accounts.FindByIdAsync(id) is { ClosedAt: null, TwoFactorEnabled: true } account ? account : null;
    }

    /// <summary>Checks a code of the application, or a recovery code, which is used up.</summary>
    /// <returns>The account, for <see cref="SignIn"/> to open its session.</returns>
    public async Task<Outcome<Account>> ExecuteAsync(string? code)
    {
        if (await FindAsync() is not { } account) return Outcome.NotFound;
        if (await accounts.IsLockedOutAsync(account)) return Outcome.Refused(Refusal.NotAllowed, Passwords.TooManyTries);
        if (string.IsNullOrWhiteSpace(code)) return Outcome.Refused(Refusal.Invalid, "Écrivez le code que votre application affiche.");

        var attempt = new Act(Actor.Visitor, "CodeAttempted", Act.Account(account.Id));
        db.Act = attempt;
        var isRight = TypedCode.IsFromApplication(code)
            ? await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, TypedCode.Of(code))
            : (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, TypedCode.Recovery(code))).Succeeded;
        if (!isRight)
        {
            await accounts.CountFailureAsync(db, account, attempt, http.HttpContext!.RequestAborted);
            return Outcome.Refused(Refusal.Invalid, "Ce code n'est pas le bon. Écrivez celui que votre application affiche maintenant, ou un code de secours qui n'a pas servi.");
        }

        await accounts.ResetAccessFailedCountAsync(account);
        await http.HttpContext!.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        return account;
    }
}
