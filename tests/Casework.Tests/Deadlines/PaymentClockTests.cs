using Iness.Casework.Deadlines;

namespace Iness.Casework.Tests.Deadlines;

/// <summary>Sixty days from a complete claim; the days waited for the beneficiary do not count.</summary>
public sealed class PaymentClockTests
{
    private static readonly DateOnly Complete = new(2026, 3, 2);

    [Fact]
    public void Clock_NothingAwaited_EndsSixtyDaysLater()
    {
        var clock = PaymentClock.At(Complete, [], null, Complete.AddDays(50));
        Assert.Equal((new DateOnly(2026, 5, 1), 10, false), (clock.Deadline, clock.DaysLeft, clock.IsLate));
        Assert.Equal("L'aide est à payer le 1er mai 2026 au plus tard : il reste 10 jours.", clock.Summary);
        Assert.True(PaymentClock.At(Complete, [], null, Complete.AddDays(61)).IsLate);
    }

    [Fact]
    public void Clock_TwoRequestsThatOverlap_CountTheirDaysOnce()
    {
        var clock = PaymentClock.At(Complete, [(Complete.AddDays(10), Complete.AddDays(20)), (Complete.AddDays(15), Complete.AddDays(25))], null, Complete.AddDays(40));
        Assert.Equal((15, Complete.AddDays(75), false), (clock.DaysWaited, clock.Deadline, clock.IsSuspended));
    }

    [Fact]
    public void Clock_Awaiting_KeepsTheDaysLeft()
    {
        var clock = PaymentClock.At(Complete, [(Complete.AddDays(10), null)], null, Complete.AddDays(100));
        Assert.Equal((true, 50), (clock.IsSuspended, clock.DaysLeft));
    }

    [Fact]
    public void Clock_Paid_StopsThatDay()
    {
        var clock = PaymentClock.At(Complete, [], Complete.AddDays(60), Complete.AddDays(300));
        Assert.Equal((false, "Payé le 1er mai 2026, dans les 60 jours."), (clock.IsLate, clock.Summary));
        Assert.True(PaymentClock.At(Complete, [], Complete.AddDays(61), Complete.AddDays(300)).IsLate);
    }
}
