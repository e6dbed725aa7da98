namespace Iness.Casework.Deadlines;

/// <summary>
/// The two months after which silence is worth a rejection (CRPA L231-4 3°, L114-3), suspended while the applicant is asked for missing
/// items (CRPA L114-5). The counting rule is written in docs/interpretations.md. It is only a reading of the facts: nothing is stored.
/// </summary>
public sealed record ResponseClock
{
    private const int Months = 2;

    private ResponseClock()
    {
    }

    /// <summary>Where the time limit stands.</summary>
    public required ClockState State { get; init; }

    /// <summary>The day on which silence is worth a rejection; null while the time limit is suspended.</summary>
    public required DateOnly? Deadline { get; init; }

    /// <summary>The same day, if the applicant uses all the time given to produce what is missing.</summary>
    public required DateOnly LatestDeadline { get; init; }

    /// <summary>Days left to the service; while suspended, those it will have when the time limit runs again.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>Days of the time limit that have run.</summary>
    public required int DaysUsed { get; init; }

    /// <summary>Days spent waiting for the applicant.</summary>
    public required int DaysWaited { get; init; }

    /// <summary>What the time was made of, in order.</summary>
    public required IReadOnlyList<ClockPeriod> Periods { get; init; }

    /// <summary>The whole in one or two French sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>Whether the answer is owed to an appeal, rather than to the application.</summary>
    public required bool IsOnAppeal { get; init; }

    /// <summary>The last day of the time limit when nothing suspends it.</summary>
    public static DateOnly DeadlineWithoutSuspension(DateOnly filedOn) => filedOn.AddMonths(Months);

    /// <summary>Reads the clock as it was known on a day: what happened later is not seen.</summary>
    /// <param name="filedOn">The day the application, or the appeal, was received.</param>
    /// <param name="suspensions">The requests for missing items since.</param>
    /// <param name="today">The day.</param>
    /// <param name="isOnAppeal">Whether it is an appeal.</param>
    /// <exception cref="ArgumentException">The facts are not in the order of time.</exception>
    public static ResponseClock At(DateOnly filedOn, IReadOnlyCollection<Suspension> suspensions, DateOnly today, bool isOnAppeal = false)
    {
        ArgumentNullException.ThrowIfNull(suspensions);
        ArgumentOutOfRangeException.ThrowIfLessThan(today, filedOn);
        if (suspensions.Any(s => s.SentOn < filedOn || s.DueOn < s.SentOn || s.CompletedOn < s.SentOn))
            throw new ArgumentException("A request comes after the filing, and its end after the request.", nameof(suspensions));

        var waits = Waits(filedOn, suspensions, today);
        var end = waits.Aggregate(DeadlineWithoutSuspension(filedOn), (day, wait) => day.AddDays(Days(wait.From, wait.To)));
        var waited = waits.Sum(wait => Days(wait.From, Earlier(wait.To, today)));
        var used = Days(filedOn, Earlier(end, today)) - waited;
        var left = Days(filedOn, DeadlineWithoutSuspension(filedOn)) - used;
        var state = waits.Any(wait => wait.Lasts) ? ClockState.Suspended : today > end ? ClockState.Expired : ClockState.Running;
        return new()
        {
            State = state,
            Deadline = state == ClockState.Suspended ? null : end,
            LatestDeadline = end,
            DaysLeft = left,
            DaysUsed = used,
            DaysWaited = waited,
            Periods = PeriodsOf(filedOn, waits, end, today),
            IsOnAppeal = isOnAppeal,
            Summary = state switch
            {
                ClockState.Suspended => ClockSentences.Suspended(waits[^1], left, end),
                ClockState.Expired => ClockSentences.Expired(end, isOnAppeal),
                _ => ClockSentences.Running(end, left, isOnAppeal),
            },
        };
    }

    /// <summary>The days waited, without counting twice those that two requests share; none starts once the time limit has run out.</summary>
    private static List<Wait> Waits(DateOnly filedOn, IReadOnlyCollection<Suspension> suspensions, DateOnly today)
    {
        var waits = new List<Wait>();
        var end = DeadlineWithoutSuspension(filedOn);
        foreach (var asked in suspensions.Where(s => s.SentOn <= today).OrderBy(s => s.SentOn))
        {
            if (asked.SentOn > end) break;
            var completed = asked.CompletedOn <= today && asked.CompletedOn <= asked.DueOn;
            var until = completed ? asked.CompletedOn!.Value : asked.DueOn;
            var wait = new Wait(asked.SentOn, until, completed, Lasts: !completed && today <= asked.DueOn);
            if (waits.Count > 0 && wait.From <= waits[^1].To)
            {
                var last = waits[^1];
                end = end.AddDays(-Days(last.From, last.To));
                wait = (last.To > wait.To ? last : wait) with { From = last.From, Lasts = last.Lasts || wait.Lasts };
                waits.RemoveAt(waits.Count - 1);
            }

            waits.Add(wait);
            end = end.AddDays(Days(wait.From, wait.To));
        }

        return waits;
    }

    private static List<ClockPeriod> PeriodsOf(DateOnly filedOn, List<Wait> waits, DateOnly end, DateOnly today)
    {
        var periods = new List<ClockPeriod>();
        var from = filedOn;
        foreach (var wait in waits)
        {
            if (wait.From > from) periods.Add(ClockSentences.Worked(from, wait.From));
            periods.Add(wait.Lasts ? ClockSentences.Waiting(wait, today) : ClockSentences.Waited(wait));
            if (wait.Lasts) return periods;
            from = wait.To;
        }

        periods.Add(today > end ? ClockSentences.Worked(from, end) : ClockSentences.Working(from, today));
        return periods;
    }

    internal static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <param name="From">Day of the request, not counted.</param>
    /// <param name="To">Last day waited, counted.</param>
    /// <param name="Completed">Whether the applicant ended it by producing everything, rather than the day due.</param>
    /// <param name="Lasts">Whether it is still running.</param>
    internal readonly record struct Wait(DateOnly From, DateOnly To, bool Completed, bool Lasts);
}
