using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;

namespace Iness.Web.Accounts.Codes;

/// <summary>Asks a code of an application at each sign-in from now on, once a first code shows that the application has the key.</summary>
public sealed class EnableCodes(InessDbContext db, UserManager<Account> accounts, RenewCookie renew, TimeProvider time)
{
    private const int RecoveryCodes = 10;

    /// <summary>Enables it.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="code">A code of the application.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The recovery codes, which are never shown again.</returns>
    public async Task<Outcome<RecoveryCodes>> ExecuteAsync(Guid accountId, string? code, CancellationToken cancellationToken)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is not { ClosedAt: null } account) return Outcome.NotFound;
        if (account.TwoFactorEnabled) return Outcome.Refused(Refusal.Conflict, "Les codes sont déjà activés.");
        if (!await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, TypedCode.Of(code)))
            return Outcome.Refused(Refusal.Invalid, "Ce code n'est pas le bon. Écrivez les 6 chiffres que l'application affiche maintenant, et vérifiez que votre téléphone est à l'heure.");

        db.Act = new(new(account.Id, account.Role), "CodesEnabled", Act.Account(account.Id));
        await using var transaction = await db.BeginAsync(cancellationToken);
        var recovery = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        db.Add(OutboxMail.For(
            account,
            "Codes de connexion activés sur votre compte Iness",
            "Bonjour,\n\nÀ la connexion, votre compte demande désormais un code de votre application.\n\nSi ce n’est pas vous, changez votre mot de passe et désactivez les codes dans « Mon compte ».\n",
            time.Instant()));
        await accounts.SetTwoFactorEnabledAsync(account, enabled: true);
        await transaction.CommitAsync(cancellationToken);
        await renew.ExecuteAsync(account, "otp");
        return new RecoveryCodes([.. recovery!]);
    }
}

/// <summary>Codes that each open the account once, without the application.</summary>
/// <param name="Codes">The codes.</param>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);
