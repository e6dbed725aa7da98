using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Web.Deciding;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The letter of the decision as PDF.</summary>
public sealed class DecisionPdfModel(InessDbContext db, ReadDecision read, DecisionPdf pdf) : FiledPage(db)
{
    /// <summary>The PDF.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var decision = await read.ExecuteAsync(Application.Id, Me, HttpContext.RequestAborted);
        if (!decision.IsDone) return NotFound();
        Db.ChangeTracker.Clear();
        return await pdf.AnswerAsync(HttpContext, decision.Value, Application.Number!);
    }
}
