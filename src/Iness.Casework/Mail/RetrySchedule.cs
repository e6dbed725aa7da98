namespace Iness.Casework.Mail;

/// <summary>When to try a mail again: twice as late each time, up to a cap, and not for ever.</summary>
/// <param name="First">Wait after the first failure.</param>
/// <param name="Longest">No wait is longer.</param>
/// <param name="Attempts">How many tries in all.</param>
public sealed record RetrySchedule(TimeSpan First, TimeSpan Longest, int Attempts)
{
    /// <summary>A minute, two, four… never more than six hours apart, some three days in all: a mail server may be down over a week-end.</summary>
    public static RetrySchedule Usual { get; } = new(TimeSpan.FromMinutes(1), TimeSpan.FromHours(6), 20);

    /// <summary>The wait once a number of tries have failed; null when it was the last one.</summary>
    public TimeSpan? DelayAfter(int failures)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        if (failures >= Attempts) return null;
        var delay = First;
        for (var doubling = 1; doubling < failures && delay < Longest; doubling++) delay *= 2;
        return delay < Longest ? delay : Longest;
    }
}
