using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Deciding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>The letter of the latest decision as PDF.</summary>
[Needs(Right.ReadFiles)]
public sealed class LetterPdfModel(InessDbContext db, TimeProvider time, DecisionPdf pdf) : DecisionPage(db, time)
{
    /// <summary>The PDF.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var decision = await Db.Decisions.AsNoTracking().Where(found => found.ApplicationId == Application.Id).OrderByDescending(found => found.At).FirstOrDefaultAsync(Stop);
        return decision is null ? NotFound() : await pdf.AnswerAsync(HttpContext, decision, Application.Number!);
    }
}
