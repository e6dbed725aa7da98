using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Batches;

/// <summary>The list of a batch as a workbook.</summary>
[Needs(Right.ReadFiles)]
public sealed class ListXlsxModel(InessDbContext db) : BatchPage(db)
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The workbook.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await ReadAsync(id)) return NotFound();
        using var bytes = new MemoryStream();
        await BatchXlsx.WriteAsync(Lines, bytes, Stop);
        return File(bytes.ToArray(), MediaType, $"lot-{Batch.CreatedAt.DayInParis():yyyy-MM-dd}.xlsx");
    }
}
