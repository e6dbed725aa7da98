using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>The decision that stands on a file: a later one replaces those before it.</summary>
public static class LatestDecision
{
    /// <summary>That of an application alone; none when nothing was decided.</summary>
    public static IQueryable<Decision> Latest(this IQueryable<Decision> decisions, Guid applicationId) =>
        decisions.Where(decision => decision.ApplicationId == applicationId).OrderByDescending(decision => decision.At).Take(1);

    /// <summary>The decision contested by an appeal that was neither rejected nor answered by opening the file again; null when there is none.</summary>
    public static Task<Decision?> OpenAppealAsync(this InessDbContext db, Application application, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(application);
        if (application.Status.AwaitsDecision() || application.Status == FileStatus.Withdrawn) return Task.FromResult<Decision?>(null);
        return db.Decisions.Latest(application.Id).AsNoTracking()
            .Where(decision => decision.AppealedAt != null
                && !db.StatusChanges.Any(change => change.ApplicationId == application.Id && change.Action == FileAction.RejectAppeal && change.At >= decision.At))
            .FirstOrDefaultAsync(cancellationToken);
    }
}
