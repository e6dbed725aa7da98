using System.Security.Claims;
using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Iness.Web.Accounts.ProConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Account;

/// <summary>Ends the session of this browser, and that of ProConnect for who came from there: else the next person at this desk would be let in without a word.</summary>
[ResponseCache(NoStore = true)]
public sealed class SignOutModel(InessDbContext db, TimeProvider time, IAuthenticationSchemeProvider schemes) : PageModel
{
    /// <summary>Where the session of ProConnect is ended.</summary>
    public string ProConnect { get; private set; } = "/";

    /// <summary>A link or a mail cannot sign anybody out.</summary>
    public IActionResult OnGet() => Redirect("/");

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var (session, now) = (User.SessionId(), time.Instant());
        var idToken = User.HasClaim("amr", "proconnect") ? await HttpContext.GetTokenAsync(IdentityConstants.ApplicationScheme, "id_token") : null;
        await db.Sessions.Where(found => found.Id == session).ExecuteUpdateAsync(set => set.SetProperty(found => found.EndedAt, now), HttpContext.RequestAborted);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity());
        // ProConnect may have been turned off since.
        if (idToken is null || await schemes.GetSchemeAsync(ProConnectRegistration.Scheme) is null) return Redirect("/");
        await HttpContext.SignOutAsync(ProConnectRegistration.Scheme, ProConnectSignOut.Properties(idToken));
        if (Response.Headers.Location.ToString() is not { Length: > 0 } elsewhere || Url.IsLocalUrl(elsewhere)) return Redirect("/");
        // A form of this portal may lead to no other site, not even by a redirection: a page of ours goes there.
        Response.Headers.Location = default;
        Response.StatusCode = StatusCodes.Status200OK;
        ProConnect = elsewhere;
        return Page();
    }
}
