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
        return await db.DrawAsync(
            new(applicationId, filing.Acknowledgement, Kind, "AcknowledgementDrawn", application => $"accuse-de-reception-{application.Number}.pdf", async () =>
            {
                var row = await db.Filings.SingleAsync(found => found.ApplicationId == applicationId, cancellationToken);
                return (row.AcknowledgementDocumentId, id => row.AcknowledgementDocumentId = id);
            }),
            renderer, store, time, cancellationToken);
    }
}
