using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Recoveries;

/// <summary>A page about one reduction, withdrawal or repayment of a file.</summary>
public abstract class RecoveryPage(InessDbContext db, TimeProvider time) : FiledFilePage(db)
{
    /// <summary>The recovery.</summary>
    public Recovery Recovery { get; private set; } = null!;

    /// <summary>Where it stands.</summary>
    public RecoveryStage Stage => Recovery.StageOn(Today);

    /// <summary>Where the recoveries of the file are.</summary>
    public string Place => $"{Root}/reversement";

    /// <summary>Today in Paris.</summary>
    protected DateOnly Today => time.Today();

    /// <summary>Stops when the browser leaves.</summary>
    protected CancellationToken Stop => HttpContext.RequestAborted;

    /// <summary>Reads the recovery that the address names; false when the file has none such.</summary>
    protected async Task<bool> LoadAsync()
    {
        ViewData["Tab"] = "reversement";
        if (!Guid.TryParse((string?)RouteData.Values["recovery"], out var id)) return false;
        var found = await Db.Recoveries.AsNoTracking().Include(recovery => recovery.Repayments).SingleOrDefaultAsync(recovery => recovery.Id == id && recovery.ApplicationId == Application.Id, Stop);
        if (found is null) return false;
        Recovery = found;
        return true;
    }

    /// <summary>The version that the form showed.</summary>
    protected int Seen => int.TryParse(Request.Form["version"], out var version) ? version : 0;

    /// <summary>Shows the page again with why it was refused, beside a field, and all that was typed.</summary>
    protected async Task<Microsoft.AspNetCore.Mvc.IActionResult> RefusedAsync(Casework.Refusal? refusal, string message, IReadOnlyList<Field> fields, string field)
    {
        Db.ChangeTracker.Clear();
        return refusal == Casework.Refusal.NotFound || !await LoadAsync() ? NotFound() : Again(fields, [new(field, message)]);
    }
}
