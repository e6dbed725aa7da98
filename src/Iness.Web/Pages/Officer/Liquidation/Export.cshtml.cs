using System.Text;
using Iness.Casework.Payments.Liquidation;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Liquidation;

/// <summary>The file of a batch: sent by its button the first time, the same again by its link.</summary>
[Needs(Right.Liquidate)]
[ResponseCache(NoStore = true)]
public sealed class ExportModel(InessDbContext db, ExportLiquidationBatch export) : PageModel
{
    /// <summary>The file again; nothing before it was sent, since reading an address sends nothing.</summary>
    public async Task<IActionResult> OnGetAsync(string lot, string? format)
    {
        var number = lot.ToUpperInvariant();
        var sent = await db.LiquidationBatches.Where(batch => batch.Number == number).Select(batch => new { batch.ExportedAt }).SingleOrDefaultAsync(HttpContext.RequestAborted);
        if (sent is null) return NotFound();
        return sent.ExportedAt is null ? Redirect($"/versements/lots/{number}") : await FileAsync(number, format);
    }

    /// <summary>Sends it.</summary>
    public Task<IActionResult> OnPostAsync(string lot, [FromForm] string? format) => FileAsync(lot.ToUpperInvariant(), format);

    private async Task<IActionResult> FileAsync(string number, string? format)
    {
        var isJson = format == "json";
        var outcome = await export.ExecuteAsync(number, isJson ? LiquidationFormat.Json : LiquidationFormat.Csv, User.Actor(), HttpContext.RequestAborted);
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (outcome.IsDone) return File(Encoding.UTF8.GetBytes(outcome.Value), isJson ? "application/json" : "text/csv; charset=utf-8", $"{number}.{(isJson ? "json" : "csv")}");
        TempData[ApplicationPage.RefusalKey] = outcome.Message;
        return Redirect($"/versements/lots/{number}");
    }
}
