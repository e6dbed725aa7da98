using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Deadlines;

/// <summary>
/// Reads the clock of a file from what happened to it: from its filing; once it was opened again, from the appeal that led there, if any
/// (CRPA L110-1: an appeal is a demand like another); and, while it is closed, from an appeal that nobody has answered yet.
/// </summary>
public static class FileClock
{
    /// <summary>By when to answer it, as of a day.</summary>
    public static async Task<ResponseDeadline> DeadlineAsync(this InessDbContext db, Application application, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(application);
        var past = await db.PastAsync(application.Id, cancellationToken);
        return ResponseDeadline.Of(StartOf(application, past), past.Requests, today);
    }

    /// <summary>The same, from the requests of the file that were read already, or changed and not saved yet.</summary>
    public static async Task<ResponseDeadline> DeadlineAsync(
        this InessDbContext db, Application application, IEnumerable<MissingItemsRequest> requests, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(application);
        return ResponseDeadline.Of(StartOf(application, await db.PastAsync(application.Id, cancellationToken)), requests, today);
    }

    /// <summary>From when an answer is owed; null when none is: decided, withdrawn, or opened again by the Région without an appeal.</summary>
    private static ClockStart? StartOf(Application application, Past past)
    {
        if (application.FiledAt is not { } filedAt || application.Status == FileStatus.Withdrawn) return null;
        if (past.Reopened is null && application.Status.AwaitsDecision()) return new(filedAt.DayInParis(), filedAt, IsOnAppeal: false);
        // An appeal that was rejected has had its answer, even when the file is opened again afterwards.
        if (past.Appealed is not { } appealed || past.Rejected >= past.Decided) return null;
        return new(appealed.DayInParis(), past.Reopened > appealed ? past.Reopened.Value : appealed, IsOnAppeal: true);
    }

    // In one query: every page of a file reads it.
    private static Task<Past> PastAsync(this InessDbContext db, Guid id, CancellationToken cancellationToken) => db.Applications.AsNoTracking().Where(found => found.Id == id).Select(found => new Past
    {
        Reopened = db.StatusChanges.Where(change => change.ApplicationId == found.Id && change.Action == FileAction.Reopen).OrderByDescending(change => change.At).Select(change => (DateTime?)change.At).FirstOrDefault(),
        Rejected = db.StatusChanges.Where(change => change.ApplicationId == found.Id && change.Action == FileAction.RejectAppeal).OrderByDescending(change => change.At).Select(change => (DateTime?)change.At).FirstOrDefault(),
        Decided = db.Decisions.Where(decision => decision.ApplicationId == found.Id).OrderByDescending(decision => decision.At).Select(decision => (DateTime?)decision.At).FirstOrDefault(),
        Appealed = db.Decisions.Where(decision => decision.ApplicationId == found.Id).OrderByDescending(decision => decision.At).Select(decision => decision.AppealedAt).FirstOrDefault(),
        Requests = db.MissingItemsRequests.Where(request => request.ApplicationId == found.Id).OrderBy(request => request.SentAt).ToList(),
    }).SingleAsync(cancellationToken);

    private sealed class Past
    {
        public DateTime? Reopened { get; init; }

        public DateTime? Rejected { get; init; }

        public DateTime? Decided { get; init; }

        public DateTime? Appealed { get; init; }

        public required List<MissingItemsRequest> Requests { get; init; }
    }
}
