using Iness.Casework.Applications;
using Iness.Casework.Documents;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Organisations;

/// <summary>The organisations one acts for, with whom, and who is invited.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db, TimeProvider time) : PageModel
{
    private const string EmailField = "courriel";
    private Guid refusedFor;
    private FormView refusedForm = new([], []);

    /// <summary>The organisations, by name.</summary>
    public IReadOnlyList<OrganisationCard> Cards { get; private set; } = [];

    /// <summary>What is wrong in a form of the page.</summary>
    public FormView Summary => refusedForm;

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync() => await LoadAsync();

    /// <summary>Invites a colleague.</summary>
    public async Task<IActionResult> OnPostInviteAsync([FromForm(Name = "structure")] Guid organisation, [FromServices] InviteColleague invite)
    {
        var typed = Request.Form[$"{EmailField}-{organisation}"].ToString();
        var outcome = await invite.ExecuteAsync(organisation, typed, User.Actor(), HttpContext.RequestAborted);
        if (outcome.Refusal == Refusal.NotFound) return NotFound();
        if (outcome.IsDone) return RedirectToPage();
        (refusedFor, refusedForm) = (organisation, new([EmailOf(organisation, typed)], [new($"{EmailField}-{organisation}", outcome.Message!)]));
        ViewData["HasErrors"] = true;
        await LoadAsync();
        return Page();
    }

    /// <summary>Takes an invitation back.</summary>
    public async Task<IActionResult> OnPostRevokeAsync([FromForm(Name = "invitation")] Guid invitation, [FromServices] RevokeInvitation revoke) =>
        After(await revoke.ExecuteAsync(invitation, User.Actor(), HttpContext.RequestAborted));

    /// <summary>Leaves an organisation.</summary>
    public async Task<IActionResult> OnPostLeaveAsync([FromForm(Name = "structure")] Guid organisation, [FromServices] LeaveOrganisation leave) =>
        After(await leave.ExecuteAsync(organisation, User.Actor(), HttpContext.RequestAborted));

    /// <summary>The form that invites to an organisation, with what was typed in it.</summary>
    public FormView FormOf(Guid organisation) => refusedFor == organisation ? refusedForm : new([EmailOf(organisation, null)], []);

    private static TextField EmailOf(Guid organisation, string? typed) =>
        new($"{EmailField}-{organisation}", "Adresse électronique du collègue à inviter") { Value = typed, MaxLength = InviteColleague.LongestEmail, Width = "input--width-20", InputMode = "email" };

    private IActionResult After(Outcome outcome)
    {
        if (outcome.Refusal == Refusal.NotFound) return NotFound();
        if (!outcome.IsDone) TempData[ApplicationPage.RefusalKey] = outcome.Message;
        return RedirectToPage();
    }

    private async Task LoadAsync()
    {
        ViewData["Section"] = "applications";
        var organisations = await db.Organisations.Of(User.AccountId()!.Value).AsNoTracking()
            .Include(organisation => organisation.Memberships.Where(membership => membership.LeftAt == null).OrderBy(membership => membership.JoinedAt)).ThenInclude(membership => membership.Account)
            .OrderBy(organisation => organisation.Name)
            .ToListAsync(HttpContext.RequestAborted);
        var ids = organisations.ConvertAll(organisation => organisation.Id);
        var pending = await db.Invitations.AsNoTracking().Pending(time.Instant()).Where(invitation => ids.Contains(invitation.OrganisationId)).OrderBy(invitation => invitation.CreatedAt).ToListAsync(HttpContext.RequestAborted);
        var mandates = (await db.Mandates().AsNoTracking().Where(mandate => ids.Contains(mandate.OrganisationId)).ToListAsync(HttpContext.RequestAborted)).ToLookup(mandate => mandate.OrganisationId);
        Cards = organisations.ConvertAll(organisation => new OrganisationCard(
            organisation, pending.FindAll(invitation => invitation.OrganisationId == organisation.Id), mandates[organisation.Id].FirstOrDefault()));
    }
}

/// <summary>One organisation on the page.</summary>
/// <param name="Organisation">The organisation, with its members.</param>
/// <param name="Pending">The invitations that wait.</param>
/// <param name="Mandate">Its mandate; null for none.</param>
public sealed record OrganisationCard(Organisation Organisation, IReadOnlyList<Invitation> Pending, StoredDocument? Mandate);
