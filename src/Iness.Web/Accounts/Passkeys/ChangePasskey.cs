using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;

namespace Iness.Web.Accounts.Passkeys;

/// <summary>Renames a passkey of an account.</summary>
public sealed class RenamePasskey(InessDbContext db, UserManager<Account> accounts)
{
    /// <summary>Renames it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid accountId, byte[] id, string? name)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is not { ClosedAt: null } account || await accounts.GetPasskeyAsync(account, id) is not { } passkey) return Outcome.NotFound;
        if (AddPasskey.Cut(name) is not { Length: > 0 } given) return Outcome.Refused(Refusal.Invalid, "Donnez un nom à cette clé.");
        db.Act = new(new(account.Id, account.Role), "PasskeyRenamed", Act.Account(account.Id), given);
        passkey.Name = given;
        await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        return Outcome.Done;
    }
}

/// <summary>Takes a passkey off an account: it opens nothing any more.</summary>
public sealed class RemovePasskey(InessDbContext db, UserManager<Account> accounts, TimeProvider time)
{
    /// <summary>Takes it off.</summary>
    public async Task<Outcome> ExecuteAsync(Guid accountId, byte[] id)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is not { ClosedAt: null } account || await accounts.GetPasskeyAsync(account, id) is not { } passkey) return Outcome.NotFound;
        db.Act = new(new(account.Id, account.Role), "PasskeyRemoved", Act.Account(account.Id), passkey.Name);
        db.Add(OutboxMail.For(
            account,
            "Clé d’accès retirée de votre compte Iness",
            $"Bonjour,\n\nLa clé d’accès « {passkey.Name} » n’ouvre plus votre compte.\n\nSi ce n’est pas vous, changez votre mot de passe.\n",
            time.Instant()));
        await accounts.RemovePasskeyAsync(account, id);
        return Outcome.Done;
    }
}
