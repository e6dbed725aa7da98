using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Letters;

/// <summary>A letter stored as HTML, to be drawn as PDF and noted beside it.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Html">The letter.</param>
/// <param name="Kind">Kind of its document.</param>
/// <param name="Act">What the log calls it.</param>
/// <param name="FileName">Name of its file.</param>
/// <param name="Place">Reads, tracked, where its document is noted: the one that is there already, and how to note another.</param>
internal sealed record StoredLetter(Guid ApplicationId, string Html, string Kind, string Act, Func<Application, string> FileName, Func<Task<(Guid? Drawn, Action<Guid> Note)>> Place);

/// <summary>Draws stored letters, each once: two nodes that draw one at once keep the first.</summary>
internal static class DrawOnce
{
    /// <summary>Draws it; its document, or why there is none.</summary>
    public static async Task<(Guid? DocumentId, PdfUnavailability? WhyNot)> DrawAsync(
        this InessDbContext db, StoredLetter letter, IPdfRenderer renderer, IDocumentStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var rendering = await renderer.RenderAsync(letter.Html, cancellationToken);
        if (rendering is not PdfRendering.Rendered pdf) return (null, ((PdfRendering.Unavailable)rendering).Reason);
        using var bytes = new MemoryStream(pdf.Bytes.ToArray());
        return await store.WriteAsync(bytes, DrawnDocument.Largest, cancellationToken) is StoreAnswer.Stored(var content)
            ? (await KeepAsync(db, letter, content, store, time, cancellationToken), null)
            : (null, PdfUnavailability.Failed);
    }

    private static async Task<Guid> KeepAsync(InessDbContext db, StoredLetter letter, StoredContent content, IDocumentStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var isNoted = false;
        try
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.BeginAsync(cancellationToken);
            await db.LockApplicationAsync(letter.ApplicationId, cancellationToken);
            var (drawn, note) = await letter.Place();
            if (drawn is { } other) return other;
            var application = await db.Applications.AsNoTracking().SingleAsync(found => found.Id == letter.ApplicationId, cancellationToken);
            var document = DrawnDocument.Of(application, content, letter.Kind, letter.FileName(application), time.Instant());
            db.Add(document);
            note(document.Id);
            await db.CommitAsync(new(Actor.System, letter.Act, Act.Application(letter.ApplicationId), $"PDF {content.Sha256}"), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            isNoted = true;
            return document.Id;
        }
        finally
        {
            db.ChangeTracker.Clear();
            if (!isNoted) await store.DeleteAsync(content.Key, CancellationToken.None);
        }
    }
}
