using Iness.Casework.Control;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Control;

/// <summary>An officer closes a paid file.</summary>
[Needs(Right.Control)]
public sealed class CloseModel(InessDbContext db, CloseFile close) : FiledFilePage(db)
{
    /// <summary>Asks once more.</summary>
    public void OnGet()
    {
    }

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var closed = await close.ExecuteAsync(Application.Id, int.TryParse(Request.Form["version"], out var version) ? version : 0, Me, HttpContext.RequestAborted);
        if (closed.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (closed.IsDone) News = "Le dossier est clos.";
        else TempData[ApplicationPage.RefusalKey] = closed.Message;
        return Redirect(closed.IsDone ? $"{Root}/controles" : $"{Root}/cloture");
    }
}
