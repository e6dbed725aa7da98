using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Web.Deciding;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The act of a recovery as PDF.</summary>
public sealed class RecoveryPdfModel(InessDbContext db, ReadRecovery read, DrawRecovery draw, DecisionPdf pdf) : FiledPage(db)
{
    /// <summary>The PDF.</summary>
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid recovery)
    {
        var found = await read.ExecuteAsync(Application.Id, recovery, Me, HttpContext.RequestAborted);
        if (found is not { IsDone: true, Value.Letter: { } letter }) return NotFound();
        Db.ChangeTracker.Clear();
        return await pdf.AnswerAsync(HttpContext, (await draw.ExecuteAsync(recovery, HttpContext.RequestAborted)).DocumentId, letter);
    }
}
