using Iness.Casework.Documents;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Iness.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Documents;

/// <summary>The content of a document, for the members of its organisation alone, locked down: to keep, or to look at when a browser draws it by itself.</summary>
public sealed class DownloadModel(InessDbContext db, IDocumentStore store) : PageModel
{
    /// <summary>Name of a document that is not given.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Where it was given; of a mandate, the page of the organisations.</summary>
    public string? Documents { get; private set; }

    /// <summary>Streams it, or says that it is infected.</summary>
    public async Task<IActionResult> OnGetAsync(Guid docId, string? voir)
    {
        Response.Headers.CacheControl = "private, no-store";
        ViewData["Section"] = "applications";
        var document = await db.DocumentsOf(User.AccountId()!.Value).AsNoTracking().SingleOrDefaultAsync(found => found.Id == docId, HttpContext.RequestAborted);
        if (document is null) return NotFound();
        if (document.Scan == ScanState.Infected)
        {
            (FileName, Documents) = (document.FileName, document.ApplicationId is { } application ? $"/demandes/{application}/pieces" : "/structures");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        if (await store.OpenAsync(document.StorageKey, HttpContext.RequestAborted) is not { } content) return NotFound();
        return ServedDocument.Answer(HttpContext, document, content, isShown: voir == "1" && FileType.Of(document.MediaType) is { ShowsInFrame: true });
    }
}
