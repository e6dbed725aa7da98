using Iness.Casework.Applications;
using Iness.Casework.Persistence;
using Iness.Web.Applying;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>Starts a draft from an application.</summary>
public sealed class CopyModel(InessDbContext db, CopyApplication copy) : FiledPage(db)
{
    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => Redirect(FollowUp);

    /// <summary>Starts it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var started = await copy.ExecuteAsync(Application.Id, Me, ApplicationForm.IsCopied, HttpContext.RequestAborted);
        return started.IsDone ? Redirect($"/demandes/{started.Value}") : Refused(started.Message, started.Refusal);
    }
}
