using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;

namespace Iness.Web.Accounts.Passkeys;

/// <summary>Whose passkey it is. The device has asked its owner for a finger, a face or a code: it counts as two factors.</summary>
public sealed class CheckPasskey(InessDbContext db, SignInManager<Account> ceremonies)
{
    /// <summary>Checks what the browser answered.</summary>
    /// <returns>The account, for <see cref="SignIn"/> to open its session.</returns>
    public async Task<Outcome<Account>> ExecuteAsync(string? credential)
    {
        if (await PasskeyCeremony.AssertAsync(ceremonies, credential) is not { Succeeded: true } used
            || used.User is not { ClosedAt: null } account
            || !await ceremonies.CanSignInAsync(account))
            return Outcome.Refused(Refusal.Invalid, "Cette clé n'a pas ouvert de compte : le délai est passé, ou elle n'est plus enregistrée. Recommencez, ou connectez-vous autrement.");

        // Its counter, by which a copied key is noticed.
        db.Act = new(new(account.Id, account.Role), "PasskeyUsed", Act.Account(account.Id), used.Passkey.Name);
        await ceremonies.UserManager.AddOrUpdatePasskeyAsync(account, used.Passkey);
        return account;
    }
}
