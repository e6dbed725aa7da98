using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;

namespace Iness.Casework.Deadlines;

/// <summary>
/// By when the Région must answer a file, read from its requests for missing items; and whose the time spent is, the service's or the
/// applicant's. The one place where requests become suspensions.
/// </summary>
/// <param name="Day">The last day to answer, if the applicant uses all the time given; null once the Région has no answer left to give.</param>
/// <param name="Clock">How that day is reached; null as above.</param>
public sealed record ResponseDeadline(DateOnly? Day, ResponseClock? Clock)
{
    private static readonly ResponseDeadline None = new(null, null);

    /// <summary>Days of the Région.</summary>
    public int DaysOfService => Clock?.DaysUsed ?? 0;

    /// <summary>Days spent waiting for the applicant.</summary>
    public int DaysOfApplicant => Clock?.DaysWaited ?? 0;

    /// <summary>Reads it.</summary>
    /// <param name="application">The application.</param>
    /// <param name="requests">All its requests for missing items, answered or not; those on its payment suspend nothing here.</param>
    /// <param name="today">Today, in Paris.</param>
    public static ResponseDeadline Of(Application application, IEnumerable<MissingItemsRequest> requests, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(requests);
        if (!application.Status.AwaitsDecision() || application.FiledAt is not { } filedAt) return None;
        var clock = ResponseClock.At(filedAt.DayInParis(), [.. requests.Where(request => !request.IsOnPayment).Select(SuspensionOf)], today);
        return new(clock.LatestDeadline, clock);
    }

    /// <summary>A request, as the time limit sees it.</summary>
    internal static Suspension SuspensionOf(MissingItemsRequest request) => new(request.SentAt.DayInParis(), request.DueOn, request.AnsweredAt?.DayInParis());
}
