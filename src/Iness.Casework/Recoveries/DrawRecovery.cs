using Iness.Casework.Audit;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Recoveries;

/// <summary>Draws the act of a recovery as PDF, once, from the letter stored with it. Two nodes that draw it at once keep the first.</summary>
public sealed class DrawRecovery(InessDbContext db, IPdfRenderer renderer, IDocumentStore store, TimeProvider time)
{
    /// <summary>The kind of its document: nobody gives it, so it is none of those that are asked.</summary>
    public const string Kind = "RecoveryAct";

    /// <summary>Draws it, unless it was; its document, or why there is none.</summary>
    public async Task<(Guid? DocumentId, PdfUnavailability? WhyNot)> ExecuteAsync(Guid recoveryId, CancellationToken cancellationToken)
    {
        var recovery = await db.Recoveries.AsNoTracking().SingleAsync(found => found.Id == recoveryId, cancellationToken);
        if (recovery.DocumentId is { } drawn) return (drawn, null);
        if (recovery.Letter is not { } letter) return (null, PdfUnavailability.Failed);
        var rendering = await renderer.RenderAsync(letter, cancellationToken);
        if (rendering is not PdfRendering.Rendered pdf) return (null, ((PdfRendering.Unavailable)rendering).Reason);
        using var bytes = new MemoryStream(pdf.Bytes.ToArray());
        return await store.WriteAsync(bytes, DrawnDocument.Largest, cancellationToken) is StoreAnswer.Stored(var content)
            ? (await KeepAsync(recovery, content, cancellationToken), null)
            : (null, PdfUnavailability.Failed);
    }

    private async Task<Guid> KeepAsync(Recovery drawn, StoredContent content, CancellationToken cancellationToken)
    {
        var isNoted = false;
        try
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.BeginAsync(cancellationToken);
            await db.LockApplicationAsync(drawn.ApplicationId, cancellationToken);
            var recovery = await db.Recoveries.SingleAsync(found => found.Id == drawn.Id, cancellationToken);
            if (recovery.DocumentId is { } other) return other;
            var application = await db.Applications.AsNoTracking().SingleAsync(found => found.Id == drawn.ApplicationId, cancellationToken);
            var name = $"{recovery.Kind switch { RecoveryKind.Reduction => "reduction", RecoveryKind.Withdrawal => "retrait", _ => "reversement" }}-{application.Number}.pdf";
            var document = DrawnDocument.Of(application, content, Kind, name, time.Instant());
            db.Add(document);
            recovery.DocumentId = document.Id;
            await db.CommitAsync(new(Actor.System, "RecoveryDrawn", Act.Application(application.Id), $"PDF {content.Sha256}"), cancellationToken);
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
