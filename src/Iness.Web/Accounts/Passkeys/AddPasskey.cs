using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;

namespace Iness.Web.Accounts.Passkeys;

/// <summary>Keeps the passkey that a browser has just made for an account.</summary>
public sealed class AddPasskey(InessDbContext db, SignInManager<Account> ceremonies, RenewCookie renew, TimeProvider time)
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 60;

    private const int Most = 20;

    /// <summary>Keeps it.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="credential">What the browser answered, as JSON.</param>
    /// <param name="name">What its owner calls it; a name is given when there is none.</param>
    public async Task<Outcome> ExecuteAsync(Guid accountId, string? credential, string? name)
    {
        var accounts = ceremonies.UserManager;
        if (await accounts.FindByIdAsync(accountId.ToString()) is not { ClosedAt: null } account) return Outcome.NotFound;
        var known = await accounts.GetPasskeysAsync(account);
        if (known.Count >= Most) return Outcome.Refused(Refusal.Conflict, $"Vous avez déjà {known.Count} clés : retirez-en une avant d'en créer.");
        if (await PasskeyCeremony.AttestAsync(ceremonies, credential) is not { Succeeded: true } made || made.UserEntity.Id != account.Id.ToString())
            return Outcome.Refused(Refusal.Invalid, "La clé n'a pas pu être créée : le délai est passé, ou votre appareil l'a refusée. Recommencez.");

        var passkey = made.Passkey;
        passkey.Name = Cut(name) is { Length: > 0 } given ? given : $"Clé {known.Count + 1}";
        db.Act = new(new(account.Id, account.Role), "PasskeyAdded", Act.Account(account.Id), passkey.Name);
        db.Add(OutboxMail.For(
            account,
            "Nouvelle clé d’accès sur votre compte Iness",
            $"Bonjour,\n\nLa clé d’accès « {passkey.Name} » peut désormais ouvrir votre compte.\n\nSi ce n’est pas vous, retirez-la dans « Mon compte » et changez votre mot de passe.\n",
            time.Instant()));
        var kept = await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        if (!kept.Succeeded) return Outcome.Refused(Refusal.Conflict, "Cette clé est déjà enregistrée.");
        await renew.ExecuteAsync(account, "passkey");
        return Outcome.Done;
    }

    /// <summary>A name as it is kept: on one line, not too long.</summary>
    internal static string Cut(string? name)
    {
        var line = new string([.. (name ?? "").Where(letter => !char.IsControl(letter))]).Trim();
        return line.Length > LongestName ? line[..LongestName] : line;
    }
}
