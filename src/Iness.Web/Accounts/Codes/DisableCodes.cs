using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;

namespace Iness.Web.Accounts.Codes;

/// <summary>Asks no code any more, after the password or a last code: a browser left open is not enough. Wrong tries count as those of signing in.</summary>
public sealed class DisableCodes(InessDbContext db, UserManager<Account> accounts, TimeProvider time)
{
    /// <summary>Disables it.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="proof">The password, a code of the application, or a recovery code.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid accountId, string? proof, CancellationToken cancellationToken)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is not { ClosedAt: null } account) return Outcome.NotFound;
        if (!account.TwoFactorEnabled) return Outcome.Done;
        var who = new Actor(account.Id, account.Role);
        if (await accounts.IsLockedOutAsync(account)) return Outcome.Refused(Refusal.Invalid, Passwords.TooManyTries);
        var attempt = new Act(who, "CodesDisablingAttempted", Act.Account(account.Id));
        db.Act = attempt;
        if (!await IsProvedAsync(account, proof))
        {
            await accounts.CountFailureAsync(db, account, attempt, cancellationToken);
            return Outcome.Refused(Refusal.Invalid, "Ce n'est ni votre mot de passe, ni un code valable. Vérifiez votre saisie.");
        }

        db.Act = new(who, "CodesDisabled", Act.Account(account.Id));
        await using var transaction = await db.BeginAsync(cancellationToken);
        db.Add(OutboxMail.For(
            account,
            "Codes de connexion désactivés sur votre compte Iness",
            "Bonjour,\n\nVotre compte ne demande plus de code à la connexion.\n\nSi ce n’est pas vous, changez votre mot de passe et activez les codes de nouveau dans « Mon compte ».\n",
            time.Instant()));
        await accounts.SetTwoFactorEnabledAsync(account, enabled: false);
        // The key that was shown once opens nothing any more, and neither do the recovery codes.
        await accounts.ResetAuthenticatorKeyAsync(account);
        await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 0);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task<bool> IsProvedAsync(Account account, string? proof) =>
        !string.IsNullOrEmpty(proof)
        && ((account.PasswordHash is not null && await accounts.CheckPasswordAsync(account, proof))
            || (TypedCode.IsFromApplication(proof) && await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, TypedCode.Of(proof)))
            || (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, TypedCode.Recovery(proof))).Succeeded);
}
