using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Liquidation;

/// <summary>The liquidation batches, the latest first.</summary>
[Needs(Right.ReadFiles)]
[ResponseCache(NoStore = true)]
public sealed class BatchesModel(InessDbContext db) : PageModel
{
    private const int MostShown = 200;

    /// <summary>The batches.</summary>
    public IReadOnlyList<BatchRow> Batches { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync() => Batches = await db.LiquidationBatches.AsNoTracking().OrderByDescending(batch => batch.CreatedAt).ThenByDescending(batch => batch.Number).Take(MostShown)
        .Select(batch => new BatchRow(
            batch.Number, batch.CreatedAt, batch.Count, batch.Total, batch.ExportedAt,
            db.LiquidationLines.Count(line => line.BatchId == batch.Id && line.PaidOn != null && line.RejectedOn == null),
            db.LiquidationLines.Count(line => line.BatchId == batch.Id && line.RejectedOn != null))).ToListAsync(HttpContext.RequestAborted);
}

/// <summary>One batch in the list.</summary>
public sealed record BatchRow(string Number, DateTime CreatedAt, int Count, Iness.Regulation.Money Total, DateTime? ExportedAt, int Paid, int Rejected)
{
    /// <summary>Where it stands.</summary>
    public string State => ExportedAt is null ? "à transmettre" : Paid + Rejected == Count ? "soldé" : "transmis";
}
