using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Pages.Officer.Decisions;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Batches;

/// <summary>One batch: its files, its effect on the envelopes, and how far its decision is.</summary>
[Needs(Right.ReadFiles)]
public sealed class BatchModel(InessDbContext db) : BatchPage(db)
{
    /// <summary>What it does to the envelopes.</summary>
    public IReadOnlyList<BatchEffect> Effects { get; private set; } = [];

    /// <summary>The people named.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>How many were decided, or could not be.</summary>
    public int Done => Lines.Count(line => line.DecidedAt is not null || line.Failure is not null);

    /// <summary>How many are not decided.</summary>
    public int Left => Lines.Count(line => line.DecidedAt is null);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await ReadAsync(id)) return NotFound();
        Effects = await Db.BatchEffectsAsync(id, Stop);
        Guid?[] people = [Batch.CreatedBy];
        Names = await Db.NamesAsync(people, Stop);
        return Page();
    }
}
