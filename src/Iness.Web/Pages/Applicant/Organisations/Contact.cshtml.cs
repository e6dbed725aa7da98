using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.Web.Components;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Organisations;

/// <summary>Who follows an application, and receives its mail: any member of the organisation may hand it over to another.</summary>
public sealed class ContactModel(InessDbContext db, HandOver handOver) : ApplicationPage(db)
{
    private const string ContactField = "contact";

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>Shows the members.</summary>
    public async Task OnGetAsync() => Form = new([await MembersAsync()], []);

    /// <summary>Hands it over.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var members = await MembersAsync();
        var form = new FormReader(Request.Form);
        if (form.Choice(ContactField, members.Choices, "Choisissez qui suit la demande.") is not { } chosen)
        {
            Form = new([members], form.Errors);
            ViewData["HasErrors"] = true;
            return Page();
        }

        var outcome = await handOver.ExecuteAsync(Application.Id, Guid.Parse(chosen), Me, HttpContext.RequestAborted);
        return outcome.IsDone ? Redirect(Root) : Refused(outcome.Message, outcome.Refusal);
    }

    /// <summary>Whatever its status, an application has somebody who follows it.</summary>
    protected override IActionResult? WhyNotHere() => null;

    private async Task<RadiosField> MembersAsync()
    {
        var members = await Db.Memberships.AsNoTracking()
            .Where(membership => membership.OrganisationId == Application.OrganisationId && membership.LeftAt == null)
            .OrderBy(membership => membership.JoinedAt)
            .Select(membership => membership.Account!)
            .ToListAsync(HttpContext.RequestAborted);
        return new(ContactField, "Qui suit la demande ?", members.ConvertAll(member => new Choice(member.Id.ToString(), member.FullName, member.Email))) { Value = Application.ContactId.ToString() };
    }
}
