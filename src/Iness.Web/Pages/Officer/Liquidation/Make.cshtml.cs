using Iness.Casework.Payments.Liquidation;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Officer.Liquidation;

/// <summary>Finance gathers the payments validated of a budget year into a batch.</summary>
[Needs(Right.Liquidate)]
[ResponseCache(NoStore = true)]
public sealed class MakeModel(InessDbContext db, MakeLiquidationBatch make) : PageModel
{
    /// <summary>What was done just before, told once.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>What waits, by budget year.</summary>
    public IReadOnlyList<WaitingYear> Years { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync() => Years = await db.WaitingYearsAsync(HttpContext.RequestAborted);

    /// <summary>Makes a batch.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] int exercice)
    {
        var outcome = await make.ExecuteAsync(exercice, User.Actor(), HttpContext.RequestAborted);
        if (!outcome.IsDone)
        {
            TempData[ApplicationPage.RefusalKey] = outcome.Message;
            return Redirect("/versements/liquidation");
        }

        News = outcome.Value.LeftOut.Count == 0 ? $"Le lot {outcome.Value.Number} est prêt." : $"Le lot {outcome.Value.Number} est prêt. Laissés de côté : {string.Join(' ', outcome.Value.LeftOut)}";
        return Redirect($"/versements/lots/{outcome.Value.Number}");
    }
}
