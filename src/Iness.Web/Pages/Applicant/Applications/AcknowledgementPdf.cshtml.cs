using Iness.Casework.Documents;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The acknowledgement of receipt as PDF, as it was stored; drawn from the letter while it was not; the letter itself when nothing can draw it.</summary>
public sealed class AcknowledgementPdfModel(InessDbContext db, IPdfRenderer renderer, IDocumentStore store) : FiledPage(db)
{
    /// <summary>The PDF.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await FilingAsync() is not { } filing) return NotFound();
        if (filing.AcknowledgementDocumentId is { } id
            && await Db.DocumentsOf(Me.AccountId!.Value).AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, HttpContext.RequestAborted) is { } document
            && await store.OpenAsync(document.StorageKey, HttpContext.RequestAborted) is { } content)
            return ServedDocument.Answer(HttpContext, document, content, isShown: false);
        return await LetterPdf.AnswerAsync(HttpContext, renderer, filing.Acknowledgement, $"accuse-de-reception-{Application.Number}.pdf");
    }
}
