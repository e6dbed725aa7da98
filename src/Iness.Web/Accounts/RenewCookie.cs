using System.Security.Claims;
using Iness.Casework.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Iness.Web.Accounts;

/// <summary>Writes the cookie again after a change of what it says of the person: same session, same means, same tokens.</summary>
public sealed class RenewCookie(SignInManager<Account> signIn)
{
    /// <summary>Writes it.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="means">How the person has just proved who they are, beside the way they came in; null when they proved nothing more.</param>
    public async Task ExecuteAsync(Account account, string? means = null)
    {
        var current = await signIn.Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (current is not { Principal: { } principal }) return;
        var claims = principal.Claims.Where(claim => claim.Type == CurrentAccount.SessionClaim || (claim.Type == SecondFactor.MeansClaim && means is null)).ToList();
        if (means is not null) claims.Add(new Claim(SecondFactor.MeansClaim, means));
        await signIn.SignInWithClaimsAsync(account, current.Properties, claims);
    }
}
