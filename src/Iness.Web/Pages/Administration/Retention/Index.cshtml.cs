using Iness.Casework.Archives;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Administration.Retention;

/// <summary>How long files are kept, and the reports of those whose time has passed.</summary>
[Needs(Right.ReadFiles)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db) : PageModel
{
    private const int Most = 50;

    /// <summary>The last reports, with how many files each names and how many of them are erased.</summary>
    public IReadOnlyList<(PurgeReport Report, int Files, int Purged)> Reports { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var found = await db.PurgeReports.AsNoTracking().OrderByDescending(report => report.CreatedAt).Take(Most)
            .Select(report => new
            {
                Report = report,
                Files = db.PurgeReportLines.Count(line => line.ReportId == report.Id),
                Purged = db.PurgeReportLines.Count(line => line.ReportId == report.Id && line.PurgedAt != null),
            }).ToListAsync(HttpContext.RequestAborted);
        Reports = found.ConvertAll(row => (row.Report, row.Files, row.Purged));
    }
}
