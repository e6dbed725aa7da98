using System.Security.Claims;
using Iness.Web.Accounts;
using Iness.Web.Accounts.ProConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Account.Entry;

/// <summary>Where a person comes back from ProConnect, and once more after having signed in to an account that did not know it.</summary>
[ResponseCache(NoStore = true)]
public sealed class ProConnectArrivalModel(EnterWithProConnect enter, SignIn signIn) : PageModel
{
    /// <summary>Its address.</summary>
    internal const string Address = "/connexion/proconnect/arrivee";

    /// <summary>Opens the session.</summary>
    /// <param name="wanted">The page the person was going to.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = Landing.Parameter)] string? wanted)
    {
        var me = User.AccountId();
        var here = Url.IsLocalUrl(wanted) ? wanted! : "/compte";
        if (ProConnectIdentity.Read(await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme)) is not { } identity)
            return me is null ? Redirect(Landing.Through(ProConnectFailure.Expired.Address, wanted)) : LocalRedirect(here);
        var entry = await enter.ExecuteAsync(identity, me, HttpContext.RequestAborted);
        // What ProConnect said is kept, a few minutes, while the owner signs in to the account.
        if (entry is null && me is null) return Redirect(Landing.Through(ProConnectFailure.AccountExists.Address, Landing.Through(Address, wanted)));
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (entry is null || entry.Account.Id == me) return LocalRedirect(here);
        if (entry.Account.TwoFactorEnabled)
        {
            var waiting = new ClaimsIdentity([new(ClaimTypes.Name, entry.Account.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme);
            await HttpContext.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(waiting));
            return Redirect(Landing.Through("/connexion/code", wanted));
        }

        // Signing out will need it, to end the session at ProConnect as well.
        var kept = new AuthenticationProperties();
        if (identity.IdToken is { } idToken) ProConnectIdentity.KeepIdToken(kept, idToken);
        await signIn.ExecuteAsync(entry.Account, "proconnect", kept, HttpContext.RequestAborted);
        return entry.IsNew && identity.Siret is { } siret
            ? Redirect(Landing.Through($"/structures/ajouter?numero={siret[..9]}", wanted))
            : LocalRedirect(Landing.Of(Url, wanted, entry.Account));
    }
}
