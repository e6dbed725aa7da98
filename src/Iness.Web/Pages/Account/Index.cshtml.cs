using Iness.Casework.Accounts;
using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Account;

/// <summary>One's own account: who one is, how one signs in, and where one is signed in.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db, EndSession end, TimeProvider time) : PageModel
{
    /// <summary>The account.</summary>
    public Casework.Accounts.Account Account { get; private set; } = null!;

    /// <summary>Its living sessions, the last seen first.</summary>
    public IReadOnlyList<AccountSession> Sessions { get; private set; } = [];

    /// <summary>What has just been done, as a word of the address.</summary>
    [BindProperty(Name = "avis", SupportsGet = true)]
    public string? News { get; set; }

    /// <summary>The same in a sentence; null when there is nothing to say.</summary>
    public string? Notice => News switch
    {
        "nom" => "Votre nom est changé.",
        "mot-de-passe" => "Votre mot de passe est changé, et vos autres sessions sont terminées.",
        "session" => "La session est terminée.",
        "sessions" => "Toutes vos autres sessions sont terminées.",
        _ => null,
    };

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        // A cookie unused for longer is refused: its session is over, whether or not it was ended.
        var oldest = time.Instant() - AccountRegistration.Idle - SessionCheck.Precision;
        Account = await db.Users.AsNoTracking().SingleAsync(found => found.Id == User.AccountId(), HttpContext.RequestAborted);
        Sessions = await db.Sessions.AsNoTracking()
            .Where(session => session.AccountId == Account.Id && session.EndedAt == null && session.LastSeenAt >= oldest)
            .OrderByDescending(session => session.LastSeenAt).ToListAsync(HttpContext.RequestAborted);
    }

    /// <summary>Ends one session elsewhere.</summary>
    public async Task<IActionResult> OnPostEndAsync([FromForm(Name = "session")] Guid session) =>
        (await end.ExecuteAsync(session, User.Actor(), HttpContext.RequestAborted)).IsDone ? Redirect("/compte?avis=session") : NotFound();

    /// <summary>Ends every session but this one.</summary>
    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        await end.ExecuteOnOthersAsync(User.SessionId()!.Value, User.Actor(), HttpContext.RequestAborted);
        return Redirect("/compte?avis=sessions");
    }
}
