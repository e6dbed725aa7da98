using Iness.Casework.Audit;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Letters;

/// <summary>
/// Draws the acknowledgement of receipt of a filed application as PDF, once: the letter stored at the filing, kept in the store of
/// documents. Two nodes that draw it at once keep the first.
/// </summary>
public sealed class DrawAcknowledgement(InessDbContext db, IPdfRenderer renderer, IDocumentStore store, TimeProvider time)
{
    /// <summary>The kind of its document: nobody gives it, so it is none of those that are asked.</summary>
    public const string Kind = "Acknowledgement";

    /// <summary>Draws it, unless it was; its document, or why there is none.</summary>
    public async Task<(Guid? DocumentId, PdfUnavailability? WhyNot)> ExecuteAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        var filing = await db.Filings.AsNoTracking().SingleAsync(found => found.ApplicationId == applicationId, cancellationToken);
        if (filing.AcknowledgementDocumentId is { } drawn) return (drawn, null);
        var rendering = await renderer.RenderAsync(filing.Acknowledgement, cancellationToken);
        if (rendering is not PdfRendering.Rendered pdf) return (null, ((PdfRendering.Unavailable)rendering).Reason);
        using var bytes = new MemoryStream(pdf.Bytes.ToArray());
        return await store.WriteAsync(bytes, DrawnDocument.Largest, cancellationToken) is StoreAnswer.Stored(var content)
            ? (await KeepAsync(applicationId, content, cancellationToken), null)
            : (null, PdfUnavailability.Failed);
    }

    private async Task<Guid> KeepAsync(Guid applicationId, StoredContent content, CancellationToken cancellationToken)
    {
        var isNoted = false;
        try
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.BeginAsync(cancellationToken);
            await db.LockApplicationAsync(applicationId, cancellationToken);
            var application = await db.Applications.Include(found => found.Filing).SingleAsync(found => found.Id == applicationId, cancellationToken);
            if (application.Filing!.AcknowledgementDocumentId is { } other) return other;
            var document = DrawnDocument.Of(application, content, Kind, $"accuse-de-reception-{application.Number}.pdf", time.Instant());
            db.Add(document);
            application.Filing.AcknowledgementDocumentId = document.Id;
            await db.CommitAsync(new(Actor.System, "AcknowledgementDrawn", Act.Application(applicationId)), cancellationToken);
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
