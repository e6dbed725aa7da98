using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>Erases the documents taken out for more than a month, unless their application was filed.</summary>
public sealed class PurgeDocuments(InessDbContext db, IDocumentStore store, TimeProvider time)
{
    private const int Batch = 200;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Erases them; how many.</summary>
    internal async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var before = time.Instant() - Kept;
        var filed = db.Applications.Where(application => application.FiledAt != null || application.Number != null).Select(application => (Guid?)application.Id);
        var documents = await db.Documents
            .Where(document => document.RemovedAt < before && document.ApplicationId != null && !filed.Contains(document.ApplicationId))
            .OrderBy(document => document.RemovedAt).Take(Batch).ToListAsync(cancellationToken);
        foreach (var document in documents) await EraseAsync(document, cancellationToken);
        return documents.Count;
    }

    /// <summary>The content first: a row left without its content is found again the next day, a content left without its row never is.</summary>
    private async Task EraseAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(document.StorageKey, cancellationToken);
        db.Remove(document);
        await db.CommitAsync(new(Actor.System, "DocumentErased", Act.Application(document.ApplicationId!.Value)), cancellationToken);
    }
}
