using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Deciding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Batches;

/// <summary>The batches, the latest first.</summary>
[Needs(Right.ReadFiles)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db) : PageModel
{
    private const int MostShown = 200;

    /// <summary>What was done just before, told once.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>The batches.</summary>
    public IReadOnlyList<BatchRow> Batches { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        var batches = await db.DecisionBatches.AsNoTracking().OrderByDescending(batch => batch.CreatedAt).Take(MostShown)
            .Select(batch => new
            {
                Batch = batch,
                Count = db.Proposals.Count(proposal => proposal.BatchId == batch.Id),
                Decided = db.Proposals.Count(proposal => proposal.BatchId == batch.Id && proposal.DecidedAt != null),
            }).ToListAsync(stop);
        Batches = [.. batches.Select(row => new BatchRow(row.Batch.Id, row.Batch.Name, BatchWords.State(row.Batch, row.Count, row.Decided), row.Count, row.Decided))];
    }
}

/// <summary>One batch in the list.</summary>
public sealed record BatchRow(Guid Id, string Name, string State, int Count, int Decided);
