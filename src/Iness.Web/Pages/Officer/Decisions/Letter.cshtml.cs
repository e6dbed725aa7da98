using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>The letter of the latest decision, as it was stored; of a proposal that waits, as it would leave.</summary>
[Needs(Right.ReadFiles)]
public sealed class LetterModel(InessDbContext db, TimeProvider time, PreviewLetter preview) : DecisionPage(db, time)
{
    /// <summary>The letter, as it is.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var letter = Standing is not null
            ? await preview.ExecuteAsync(Application.Id, Me.AccountId!.Value, Stop)
            : await Db.Decisions.Where(decision => decision.ApplicationId == Application.Id).OrderByDescending(decision => decision.At).Select(decision => decision.Letter).FirstOrDefaultAsync(Stop);
        return letter is null ? NotFound() : Content(letter, "text/html; charset=utf-8");
    }
}
