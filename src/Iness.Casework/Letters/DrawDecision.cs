using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Letters;

/// <summary>Draws the letter of a decision as PDF, once, from the letter stored with it. Two nodes that draw it at once keep the first.</summary>
public sealed class DrawDecision(InessDbContext db, IPdfRenderer renderer, IDocumentStore store, TimeProvider time)
{
    /// <summary>The kind of its document: nobody gives it, so it is none of those that are asked.</summary>
    public const string Kind = "Decision";

    /// <summary>Draws it, unless it was; its document, or why there is none.</summary>
    public async Task<(Guid? DocumentId, PdfUnavailability? WhyNot)> ExecuteAsync(Guid decisionId, CancellationToken cancellationToken)
    {
        var decision = await db.Decisions.AsNoTracking().SingleAsync(found => found.Id == decisionId, cancellationToken);
        if (decision.DocumentId is { } drawn) return (drawn, null);
        var rendering = await renderer.RenderAsync(decision.Letter, cancellationToken);
        if (rendering is not PdfRendering.Rendered pdf) return (null, ((PdfRendering.Unavailable)rendering).Reason);
        using var bytes = new MemoryStream(pdf.Bytes.ToArray());
        return await store.WriteAsync(bytes, DrawnDocument.Largest, cancellationToken) is StoreAnswer.Stored(var content)
            ? (await KeepAsync(decision, content, cancellationToken), null)
            : (null, PdfUnavailability.Failed);
    }

    /// <summary>Name of the file.</summary>
    public static string FileName(string number) => $"decision-{number}.pdf";

    private async Task<Guid> KeepAsync(Decision drawn, StoredContent content, CancellationToken cancellationToken)
    {
        var isNoted = false;
        try
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.BeginAsync(cancellationToken);
            await db.LockApplicationAsync(drawn.ApplicationId, cancellationToken);
            var decision = await db.Decisions.SingleAsync(found => found.Id == drawn.Id, cancellationToken);
            if (decision.DocumentId is { } other) return other;
            var application = await db.Applications.AsNoTracking().SingleAsync(found => found.Id == drawn.ApplicationId, cancellationToken);
            var document = DrawnDocument.Of(application, content, Kind, FileName(application.Number!), time.Instant());
            db.Add(document);
            decision.DocumentId = document.Id;
            await db.CommitAsync(new(Actor.System, "DecisionDrawn", Act.Application(application.Id), $"PDF {content.Sha256}"), cancellationToken);
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
