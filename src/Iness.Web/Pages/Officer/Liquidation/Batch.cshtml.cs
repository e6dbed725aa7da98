using Iness.Casework.Payments.Liquidation;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Pages.Officer.Decisions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Liquidation;

/// <summary>One liquidation batch: its payments, and what finance answered.</summary>
[Needs(Right.ReadFiles)]
[ResponseCache(NoStore = true)]
public sealed class BatchModel(InessDbContext db) : PageModel
{
    /// <summary>What was done just before, told once.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>The batch, without its files.</summary>
    public BatchShown Batch { get; private set; } = null!;

    /// <summary>Its payments, by file.</summary>
    public IReadOnlyList<(LiquidationLine Line, string Organisation, string Account)> Lines { get; private set; } = [];

    /// <summary>The people named.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string lot)
    {
        var stop = HttpContext.RequestAborted;
        var number = lot.ToUpperInvariant();
        if (await db.LiquidationBatches.Where(found => found.Number == number)
            .Select(found => new BatchShown(found.Id, found.Number, found.BudgetYear, found.CreatedBy, found.CreatedAt, found.Count, found.Total, found.ExportedBy, found.ExportedAt, found.CsvSha256, found.JsonSha256))
            .SingleOrDefaultAsync(stop) is not { } batch) return NotFound();
        Batch = batch;
        var lines = await db.LiquidationLines.AsNoTracking().Where(line => line.BatchId == batch.Id).OrderBy(line => line.FileNumber)
            .Select(line => new
            {
                Line = line,
                Organisation = db.Applications.Where(application => application.Id == line.ApplicationId).Select(application => application.Organisation!.Name).First(),
                Iban = db.BankAccounts.Where(account => account.Id == line.BankAccountId).Select(account => account.Iban).First(),
            }).ToListAsync(stop);
        Lines = [.. lines.Select(line => (line.Line, line.Organisation, BankAccountState.Masked(line.Iban)))];
        Guid?[] people = [batch.CreatedBy, batch.ExportedBy];
        Names = await db.NamesAsync(people, stop);
        return Page();
    }
}

/// <summary>A batch, without its files.</summary>
public sealed record BatchShown(
    Guid Id, string Number, int BudgetYear, Guid CreatedBy, DateTime CreatedAt, int Count, Iness.Regulation.Money Total, Guid? ExportedBy, DateTime? ExportedAt, string CsvSha256, string JsonSha256);
