using Iness.Casework.Documents;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Web.Infrastructure;
using Iness.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Public;

/// <summary>The content of a document shared by a personal link, locked down, for as long as the link works.</summary>
public sealed class OpinionDocumentModel(InessDbContext db, GiveOpinion give, IDocumentStore store) : PageModel
{
    /// <summary>Streams it.</summary>
    public async Task<IActionResult> OnGetAsync(string token, Guid docId)
    {
        Response.Headers.CacheControl = "private, no-store";
        if (await give.FindAsync(token, HttpContext.RequestAborted) is not { } opinion || PersonalLink.ScopeOf(token) is not { } scope) return NotFound();
        // Asked of the file itself: a document taken out since is not given.
        var document = (await db.GivenDocumentsAsync(opinion.ApplicationId, HttpContext.RequestAborted)).Find(found => found.Id == docId && SharedFile.IsShared(found, scope));
        if (document is null || await store.OpenAsync(document.StorageKey, HttpContext.RequestAborted) is not { } content) return NotFound();
        return ServedDocument.Answer(HttpContext, document, content, isShown: FileType.Of(document.MediaType) is { ShowsInFrame: true });
    }
}
