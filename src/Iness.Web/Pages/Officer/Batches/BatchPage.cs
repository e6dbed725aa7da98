using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Batches;

/// <summary>A page about one batch.</summary>
[ResponseCache(NoStore = true)]
public abstract class BatchPage(InessDbContext db) : PageModel
{
    /// <summary>What was done just before, told once.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>The batch.</summary>
    public DecisionBatch Batch { get; private set; } = null!;

    /// <summary>Its proposals, those that could not be decided first.</summary>
    public IReadOnlyList<BatchLine> Lines { get; private set; } = [];

    /// <summary>The database.</summary>
    protected InessDbContext Db { get; } = db;

    /// <summary>Stops when the browser leaves.</summary>
    protected CancellationToken Stop => HttpContext.RequestAborted;

    /// <summary>Reads it; false when there is none.</summary>
    protected async Task<bool> ReadAsync(Guid id)
    {
        if (await Db.DecisionBatches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == id, Stop) is not { } found) return false;
        Batch = found;
        Lines = [.. (await Db.BatchLines(id).AsNoTracking().ToListAsync(Stop)).OrderBy(line => line.Failure is null)];
        return true;
    }

    /// <summary>Goes back to the batch with what came of an action on it.</summary>
    protected IActionResult Told(Guid id, Casework.Outcome outcome, string done)
    {
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (outcome.IsDone) News = done;
        else TempData[ApplicationPage.RefusalKey] = outcome.Message;
        return Redirect($"/lots/{id}");
    }

    /// <summary>The version of the batch that was seen.</summary>
    protected int Seen => int.TryParse(Request.Form["version"], out var version) ? version : -1;
}
