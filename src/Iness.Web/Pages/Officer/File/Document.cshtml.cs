using Iness.Casework.Documents;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Infrastructure;
using Iness.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.File;

/// <summary>The content of a document of a file, locked down; never an infected one.</summary>
[Needs(Right.ReadFiles)]
public sealed class DocumentModel(InessDbContext db, IDocumentStore store, TimeProvider time) : FilePage(db, time)
{
    /// <summary>Name of a document that is not given.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Streams it, or says that it is infected.</summary>
    public async Task<IActionResult> OnGetAsync(Guid docId, string? voir)
    {
        if (await FileDocuments.FindAsync(Db, Review.Application, docId, HttpContext.RequestAborted) is not { } document) return NotFound();
        if (document.Scan == ScanState.Infected)
        {
            FileName = document.FileName;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        if (await store.OpenAsync(document.StorageKey, HttpContext.RequestAborted) is not { } content) return NotFound();
        return ServedDocument.Answer(HttpContext, document, content, isShown: voir == "1" && FileType.Of(document.MediaType) is { ShowsInFrame: true });
    }
}
