using Iness.Casework.Decisions;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Deciding;

/// <summary>The letter of a decision as PDF, as it was stored; drawn from the letter while it was not; the letter itself when nothing can draw it.</summary>
public sealed class DecisionPdf(InessDbContext db, IDocumentStore store, DrawDecision draw)
{
    /// <summary>The answer, to a person who may read the decision.</summary>
    public async Task<IActionResult> AnswerAsync(HttpContext context, Decision decision, string number)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(decision);
        var (id, _) = await draw.ExecuteAsync(decision.Id, context.RequestAborted);
        return await AnswerAsync(context, id, decision.Letter);
    }

    /// <summary>The same for any act drawn as PDF: its document, or the letter itself while there is none.</summary>
    public async Task<IActionResult> AnswerAsync(HttpContext context, Guid? id, string letter)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(letter);
        var stop = context.RequestAborted;
        if (id is not null
            && await db.Documents.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id && found.RemovedAt == null, stop) is { } document
            && await store.OpenAsync(document.StorageKey, stop) is { } content)
            return ServedDocument.Answer(context, document, content, isShown: false);
        return LetterPdf.Instead(letter);
    }
}
