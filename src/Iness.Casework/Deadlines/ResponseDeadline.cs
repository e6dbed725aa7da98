using Iness.Casework.Messages;

namespace Iness.Casework.Deadlines;

/// <summary>
/// By when the Région must answer a file, read from its requests for missing items; and whose the time spent is, the service's or the
/// applicant's. The one place where requests become suspensions; <see cref="FileClock"/> reads it of a file.
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
    /// <param name="start">From when an answer is owed; null when none is.</param>
    /// <param name="requests">All the requests for missing items of the file, answered or not: those of another clock are set aside.</param>
    /// <param name="today">Today, in Paris.</param>
    internal static ResponseDeadline Of(ClockStart? start, IEnumerable<MissingItemsRequest> requests, DateOnly today)
    {
        if (start is null) return None;
        var suspensions = requests.Where(request => !request.IsOnPayment && request.SentAt >= start.Since)
            .Select(request => new Suspension(request.SentAt.DayInParis(), request.DueOn, request.AnsweredAt?.DayInParis()));
        var clock = ResponseClock.At(start.On, [.. suspensions], today, start.IsOnAppeal);
        return new(clock.LatestDeadline, clock);
    }
}
