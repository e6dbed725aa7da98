using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The act of a recovery, as it was stored. Its first reading is kept: time limits run from it.</summary>
public sealed class RecoveryLetterModel(InessDbContext db, ReadRecovery read) : FiledPage(db)
{
    /// <summary>The act, as it is.</summary>
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid recovery) =>
        await read.ExecuteAsync(Application.Id, recovery, Me, HttpContext.RequestAborted) is { IsDone: true, Value.Letter: { } letter } ? Content(letter, "text/html; charset=utf-8") : NotFound();
}
