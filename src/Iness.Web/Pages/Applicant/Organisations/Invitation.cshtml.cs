using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Organisations;

/// <summary>What the link of an invitation opens: who invites to act for which organisation. Nothing is accepted before the button is pressed.</summary>
[ResponseCache(NoStore = true)]
public sealed class InvitationModel(InessDbContext db, AcceptInvitation accept, TimeProvider time) : PageModel
{
    /// <summary>The organisation; null when the invitation is not for this person, or not any more.</summary>
    public Organisation? Organisation { get; private set; }

    /// <summary>Who invites.</summary>
    public string Inviter { get; private set; } = "";

    /// <summary>Why it cannot be accepted; null when it can.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string token)
    {
        ViewData["Section"] = "applications";
        var hash = InvitationLink.Hash(token);
        var account = await db.Users.AsNoTracking().SingleAsync(found => found.Id == User.AccountId(), HttpContext.RequestAborted);
        var invitation = await db.Invitations.AsNoTracking().Include(found => found.Organisation).SingleOrDefaultAsync(found => found.TokenHash == hash, HttpContext.RequestAborted);
        if (invitation is null) return NotFound();
        if (invitation.WhyNotFor(account, time.Instant()) is { IsDone: false } refused)
        {
            WhyNot = refused.Message;
            return Page();
        }

        var inviter = await db.Users.AsNoTracking().SingleAsync(found => found.Id == invitation.InvitedBy, HttpContext.RequestAborted);
        (Organisation, Inviter) = (invitation.Organisation, inviter.ClosedAt is null ? inviter.FullName : "Une personne qui n'a plus de compte");
        return Page();
    }

    /// <summary>Accepts it.</summary>
    public async Task<IActionResult> OnPostAsync(string token)
    {
        var outcome = await accept.ExecuteAsync(token, User.Actor(), HttpContext.RequestAborted);
        if (outcome.Refusal == Refusal.NotFound) return NotFound();
        if (outcome.IsDone) return Redirect("/structures");
        ViewData["Section"] = "applications";
        WhyNot = outcome.Message;
        return Page();
    }
}
