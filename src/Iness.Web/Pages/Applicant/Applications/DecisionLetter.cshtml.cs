using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The letter of the decision, as it was stored.</summary>
public sealed class DecisionLetterModel(InessDbContext db, ReadDecision read) : FiledPage(db)
{
    /// <summary>The letter, as it is.</summary>
    public async Task<IActionResult> OnGetAsync() =>
        await read.ExecuteAsync(Application.Id, Me, HttpContext.RequestAborted) is { IsDone: true, Value.Letter: var letter } ? Content(letter, "text/html; charset=utf-8") : NotFound();
}
