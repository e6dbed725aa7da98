using Iness.Casework.Mail;

namespace Iness.Casework.Tests.Mail;

public sealed class RetryScheduleTests
{
    private static readonly RetrySchedule Schedule = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), 6);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(4, 8)]
    [InlineData(5, 10)]
    public void DelayAfter_Failures_DoublesUpToTheCap(int failures, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), Schedule.DelayAfter(failures));

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(int.MaxValue)]
    public void DelayAfter_LastFailure_GivesUp(int failures) => Assert.Null(Schedule.DelayAfter(failures));

    [Fact]
    public void DelayAfter_NoFailure_IsAMistake() => Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.DelayAfter(0));

    [Fact]
    public void Usual_AllFailures_LastsAWeekEnd()
    {
        var waits = Enumerable.Range(1, RetrySchedule.Usual.Attempts - 1).Select(failures => RetrySchedule.Usual.DelayAfter(failures)!.Value).ToList();

        Assert.True(waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait) > TimeSpan.FromDays(2.5));
        Assert.All(waits, wait => Assert.True(wait <= TimeSpan.FromHours(6)));
    }
}
