using System.Globalization;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Officer.DeMinimis;

/// <summary>The file of an export to the national register.</summary>
[Needs(Right.ReadFiles)]
[ResponseCache(NoStore = true)]
public sealed class ExportModel(RegisterExport export) : PageModel
{
    /// <summary>The file of the export that left at an instant.</summary>
    public async Task<IActionResult> OnGetAsync(long lot)
    {
        if (lot <= 0 || lot > DateTime.MaxValue.Ticks) return NotFound();
        var at = new DateTime(lot, DateTimeKind.Utc);
        return await export.ReadAsync(at, HttpContext.RequestAborted) is { } file
            ? File(file, "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"de-minimis-{at.InParis():yyyy-MM-dd-HHmm}.csv"))
            : NotFound();
    }
}
