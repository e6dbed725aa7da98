using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Deciding;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Recoveries;

/// <summary>The act as PDF.</summary>
[Needs(Right.ReadFiles)]
public sealed class LetterPdfModel(InessDbContext db, TimeProvider time, DrawRecovery draw, DecisionPdf pdf) : RecoveryPage(db, time)
{
    /// <summary>The PDF.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() && Recovery.Letter is { } letter
        ? await pdf.AnswerAsync(HttpContext, (await draw.ExecuteAsync(Recovery.Id, Stop)).DocumentId, letter)
        : NotFound();
}
