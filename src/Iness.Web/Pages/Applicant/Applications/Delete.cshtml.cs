using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>Asks once more before erasing a draft.</summary>
public sealed class DeleteModel(InessDbContext db, DeleteDraft delete) : ApplicationPage(db)
{
    /// <summary>Only a draft is erased; one that already was is no longer there.</summary>
    protected override IActionResult? WhyNotHere() => Application.Status == FileStatus.Draft ? null : Application.Number is null ? Redirect("/demandes") : Redirect($"{Root}/suivi");

    /// <summary>Erases it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var deleted = await delete.ExecuteAsync(Application.Id, Me, HttpContext.RequestAborted);
        return deleted.IsDone ? Redirect("/demandes") : Refused(deleted.Message, deleted.Refusal);
    }
}
