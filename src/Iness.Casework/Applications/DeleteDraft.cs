using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Applications;

/// <summary>Erases a draft: its answers at once, its documents by the retention job. A filed application is withdrawn, never erased.</summary>
public sealed class DeleteDraft(InessDbContext db, TimeProvider time)
{
    /// <summary>The act, in the audit log.</summary>
    internal const string Deleted = "DraftDeleted";

    /// <summary>Erases it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        var application = await db.Applications.Of(account).Include(found => found.Answers).SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        return application is null ? Outcome.NotFound : await EraseAsync(application, who, why: null, cancellationToken);
    }

    /// <summary>Erases one that was left alone for a year, and whose contact was warned.</summary>
    internal async Task<Outcome> ExecuteExpiredAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        var application = await db.Applications.Include(found => found.Answers).SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        // Somebody came back to it since it was chosen: it lives.
        if (application?.WarnedAt is null) return Outcome.NotFound;
        return await EraseAsync(application, Actor.System, "Brouillon inchangé depuis un an, suppression annoncée un mois avant", cancellationToken);
    }

    private async Task<Outcome> EraseAsync(Application application, Actor who, string? why, CancellationToken cancellationToken)
    {
        var now = time.Instant();
        if (application.Move(FileAction.DeleteDraft, who, now) is { IsDone: false } refused) return refused;
        application.Title = null;
        application.ChangedAt = now;
        db.RemoveRange(application.Answers);
        foreach (var document in await db.Documents.Where(document => document.ApplicationId == application.Id && document.RemovedAt == null).ToListAsync(cancellationToken))
            document.RemovedAt = now;
        await db.CommitAsync(new(who, Deleted, Act.Application(application.Id), why), cancellationToken);
        return Outcome.Done;
    }
}
