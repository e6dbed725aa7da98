using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Deadlines;

/// <summary>Reads the clock of a file from what happened to it.</summary>
public static class FileClock
{
    /// <summary>The clock as of a day; null once the Région has decided, or no longer has to.</summary>
    public static async Task<ResponseClock?> ClockAsync(this InessDbContext db, Application application, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(application);
        if (application.FiledAt is not { } filedAt || application.Status is not (FileStatus.Filed or FileStatus.Incomplete or FileStatus.UnderReview or FileStatus.Proposed)) return null;
        var requests = await db.MissingItemsRequests.AsNoTracking().Where(request => request.ApplicationId == application.Id && !request.IsOnPayment).OrderBy(request => request.SentAt).ToListAsync(cancellationToken);
        return ResponseClock.At(filedAt.DayInParis(), [.. requests.Select(request => new Suspension(request.SentAt.DayInParis(), request.DueOn, request.AnsweredAt?.DayInParis()))], today);
    }
}
