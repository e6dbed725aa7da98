using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Applications;

/// <summary>Erases a draft: its answers at once, its documents by the retention job. A filed application is withdrawn, never erased.</summary>
public sealed class DeleteDraft(InessDbContext db, TimeProvider time)
{
    /// <summary>Erases it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        var application = await db.Applications.Of(account).Include(found => found.Answers).SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        if (application is null) return Outcome.NotFound;

        var now = time.Instant();
        if (application.Move(FileAction.DeleteDraft, who, now) is { IsDone: false } refused) return refused;
        application.Title = null;
        application.ChangedAt = now;
        db.RemoveRange(application.Answers);
        foreach (var document in await db.Documents.Where(document => document.ApplicationId == applicationId && document.RemovedAt == null).ToListAsync(cancellationToken))
            document.RemovedAt = now;
        await db.CommitAsync(new(who, "DraftDeleted", Act.Application(application.Id)), cancellationToken);
        return Outcome.Done;
    }
}
