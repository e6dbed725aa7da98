using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;

namespace Iness.Casework.Documents;

/// <summary>Takes a document out of an application: it is shown no more; the retention job erases its content.</summary>
public sealed class RemoveDocument(InessDbContext db, TimeProvider time)
{
    /// <summary>Takes it out. What was filed stays: it is part of what the acknowledgement acknowledges.</summary>
    public Task<Outcome> ExecuteAsync(Guid applicationId, Guid documentId, Actor who, CancellationToken cancellationToken)
    {
        var now = time.Instant();
        return db.ChangeDocumentAsync((applicationId, documentId), who, (application, document) =>
        {
            if (application.Status != FileStatus.Draft && document.UploadedAt <= application.FiledAt)
                return Outcome.Refused(Refusal.Conflict, "Cette pièce fait partie de la demande déposée : elle ne peut plus être retirée. Ajoutez la nouvelle version à côté.");
            document.RemovedAt = now;
            document.ScanDueAt = null;
            return Outcome.Done;
        }, (now, "DocumentRemoved"), cancellationToken);
    }
}
