using Iness.Casework.Archives;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Pages.Officer.Decisions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Administration.Retention;

/// <summary>A report, line by line, before and after its files are erased.</summary>
[Needs(Right.ReadFiles)]
[ResponseCache(NoStore = true)]
public sealed class ReportModel(InessDbContext db) : PageModel
{
    /// <summary>The report.</summary>
    public PurgeReport Report { get; private set; } = null!;

    /// <summary>Its lines.</summary>
    public IReadOnlyList<PurgeReportLine> Lines { get; private set; } = [];

    /// <summary>Names of those who asked and confirmed.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>What was done just before, told once.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>Whether this person may ask for the purge now.</summary>
    public bool MayRequest => User.Has(Right.RequestPurges) && Report is { RequestedAt: null, RefusedAt: null, EndedAt: null };

    /// <summary>Whether this person may answer the request now.</summary>
    public bool MayAnswer => User.Has(Right.ConfirmPurges) && Report is { RequestedAt: not null, ConfirmedAt: null, RefusedAt: null } && Report.RequestedBy != User.AccountId();

    /// <summary>Reads it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid rapport)
    {
        var stop = HttpContext.RequestAborted;
        if (await db.PurgeReports.AsNoTracking().SingleOrDefaultAsync(found => found.Id == rapport, stop) is not { } report) return NotFound();
        Report = report;
        Lines = await db.PurgeReportLines.AsNoTracking().Where(line => line.ReportId == rapport).OrderBy(line => line.FileNumber).ToListAsync(stop);
        Names = await db.NamesAsync([report.RequestedBy, report.ConfirmedBy], stop);
        return Page();
    }
}
