using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;

namespace Iness.Casework.Lapses;

/// <summary>The grants whose payment nobody has claimed: asked in the query itself, by the reminders, the list and the lapse alike.</summary>
public static class UnclaimedGrants
{
    /// <summary>
    /// The files whose claim is awaited. Not those on which one was ever filed, even sent back since: the beneficiary has claimed in time, and
    /// what is missing is another matter.
    /// </summary>
    public static IQueryable<Application> UnclaimedGrantsAsked(this InessDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Applications.Where(file => file.Status == FileStatus.Notified && file.Number != null && file.ClaimBy != null
            && !db.StatusChanges.Any(change => change.ApplicationId == file.Id && change.Action == FileAction.ClaimPayment)
            && !db.MissingItemsRequests.Any(request => request.ApplicationId == file.Id && request.IsOnPayment && request.AnsweredAt == null));
    }

    /// <summary>Those whose last day to claim is past.</summary>
    public static IQueryable<Application> LapsingGrants(this InessDbContext db, DateOnly today) => db.UnclaimedGrantsAsked().Where(file => file.ClaimBy < today);
}
