using CsCheck;
using Iness.Casework.Deadlines;

namespace Iness.Casework.Tests.Deadlines;

/// <summary>What holds for any filing, whatever was asked and produced.</summary>
public sealed class ResponseClockPropertyTests
{
    private static readonly Gen<(DateOnly Filed, List<Suspension> Suspensions, DateOnly Today)> Files =
        from filed in Gen.Int[0, 4000].Select(days => new DateOnly(2024, 1, 1).AddDays(days))
        from suspensions in (from sent in Gen.Int[0, 110]
                             from given in Gen.Int[0, 40]
                             from taken in Gen.Int[-15, 60]
                             select new Suspension(filed.AddDays(sent), filed.AddDays(sent + given), taken < 0 ? null : filed.AddDays(sent + taken))).List[0, 5]
        from elapsed in Gen.Int[0, 200]
        select (filed, suspensions, filed.AddDays(elapsed));

    [Fact]
    public void Deadline_AnyFile_NeverEarlierThanWithoutSuspension() => Files.Sample(file =>
    {
        var clock = Read(file);
        Assert.True(clock.LatestDeadline >= file.Filed.AddMonths(2));
        Assert.Equal(clock.State == ClockState.Suspended ? null : clock.LatestDeadline, clock.Deadline);
    });

    [Fact]
    public void Days_AnyFile_UsedAndWaitedMakeTheTimeElapsed() => Files.Sample(file =>
    {
        var clock = Read(file);
        var stop = clock.LatestDeadline < file.Today ? clock.LatestDeadline : file.Today;
        Assert.Equal(stop.DayNumber - file.Filed.DayNumber, clock.DaysUsed + clock.DaysWaited);
        Assert.Equal(file.Filed.AddMonths(2).DayNumber - file.Filed.DayNumber, clock.DaysUsed + clock.DaysLeft);
        Assert.True(clock.DaysUsed >= 0 && clock.DaysWaited >= 0 && clock.DaysLeft >= 0);
    });

    /// <summary>Counts day by day, the slow way, what the clock computes at once.</summary>
    [Fact]
    public void Deadline_AnyFile_IsTheDayTheLastDayOfTheServiceEnds() => Files.Sample(file =>
    {
        var left = file.Filed.AddMonths(2).DayNumber - file.Filed.DayNumber;
        var day = file.Filed;
        var effective = new List<Suspension>();
        while (true)
        {
            effective.AddRange(file.Suspensions.Where(s => s.SentOn == day && s.SentOn <= file.Today));
            day = day.AddDays(1);
            if (effective.Any(s => day <= s.DueOn && !(s.CompletedOn <= file.Today && s.CompletedOn < day))) continue;
            if (left == 0) break;
            left--;
        }

        Assert.Equal(day.AddDays(-1), Read(file).LatestDeadline);
    });

    [Fact]
    public void Periods_AnyFile_FollowOneAnotherAndTellEveryDay() => Files.Sample(file =>
    {
        var clock = Read(file);
        Assert.Equal(file.Filed, clock.Periods[0].From);
        foreach (var (one, next) in clock.Periods.Zip(clock.Periods.Skip(1))) Assert.Equal(one.To, next.From);
        Assert.Equal(clock.DaysUsed, Sum(clock, ClockPeriodKind.Service));
        Assert.Equal(clock.DaysWaited, Sum(clock, ClockPeriodKind.Applicant));
        Assert.Equal(clock.State == ClockState.Expired, clock.Periods[^1].To is not null);
        foreach (var sentence in clock.Periods.Select(period => period.Sentence).Append(clock.Summary)) Assert.Matches("^[A-Z].{20,}[^ .]\\.$", sentence);
    });

    private static int Sum(ResponseClock clock, ClockPeriodKind kind) => clock.Periods.Where(period => period.Kind == kind).Sum(period => period.Days);

    private static ResponseClock Read((DateOnly Filed, List<Suspension> Suspensions, DateOnly Today) file) =>
        ResponseClock.At(file.Filed, file.Suspensions, file.Today);
}
