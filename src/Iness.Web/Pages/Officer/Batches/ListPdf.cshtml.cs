using Iness.Casework.Decisions;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Iness.Web.Pages.Officer.Batches;

/// <summary>The list of a batch as PDF; as a page to print when nothing can draw it.</summary>
[Needs(Right.ReadFiles)]
public sealed class ListPdfModel(InessDbContext db, IPdfRenderer renderer, TimeProvider time, IOptions<ServiceInCharge> service) : BatchPage(db)
{
    /// <summary>The PDF.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await ReadAsync(id)) return NotFound();
        var html = BatchListHtml.Write(Batch.Name, service.Value, time.Today(), Lines, await Db.BatchEffectsAsync(id, Stop));
        return await renderer.RenderAsync(html, Stop) is PdfRendering.Rendered pdf
            ? File(pdf.Bytes.ToArray(), "application/pdf", $"lot-{Batch.CreatedAt.DayInParis():yyyy-MM-dd}.pdf")
            : Content(html, "text/html; charset=utf-8");
    }
}
