using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Account;

/// <summary>Ends the session of this browser.</summary>
public sealed class SignOutModel(InessDbContext db, TimeProvider time) : PageModel
{
    /// <summary>A link or a mail cannot sign anybody out.</summary>
    public IActionResult OnGet() => Redirect("/");

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var (session, now) = (User.SessionId(), time.Instant());
        await db.Sessions.Where(found => found.Id == session).ExecuteUpdateAsync(set => set.SetProperty(found => found.EndedAt, now), HttpContext.RequestAborted);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Redirect("/");
    }
}
