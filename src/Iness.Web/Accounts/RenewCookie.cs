using Iness.Casework.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Iness.Web.Accounts;

/// <summary>Writes the cookie again after a change of what it says of the person: same session, same means, same tokens.</summary>
public sealed class RenewCookie(SignInManager<Account> signIn)
{
    private static readonly HashSet<string> Kept = [CurrentAccount.SessionClaim, "amr"];

    /// <summary>Writes it.</summary>
    public async Task ExecuteAsync(Account account)
    {
        var current = await signIn.Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (current is { Principal: { } principal }) await signIn.SignInWithClaimsAsync(account, current.Properties, [.. principal.Claims.Where(claim => Kept.Contains(claim.Type))]);
    }
}
