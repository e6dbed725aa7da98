using System.Globalization;
using Iness.Casework.Deadlines;

namespace Iness.Casework.Tests.Deadlines;

public sealed class ResponseClockTests
{
    [Theory]
    [InlineData("2026-03-02", "2026-05-02")] // un samedi : le silence ne se reporte pas
    [InlineData("2025-12-31", "2026-02-28")] // pas de 31 février
    [InlineData("2027-12-31", "2028-02-29")] // année bissextile
    [InlineData("2027-12-30", "2028-02-29")]
    [InlineData("2027-12-29", "2028-02-29")]
    [InlineData("2026-12-29", "2027-02-28")]
    [InlineData("2028-02-29", "2028-04-29")]
    [InlineData("2026-06-30", "2026-08-30")] // de quantième à quantième, non de fin de mois à fin de mois
    [InlineData("2026-07-31", "2026-09-30")]
    [InlineData("2026-02-06", "2026-04-06")] // lundi de Pâques
    [InlineData("2026-11-01", "2027-01-01")] // jour de l'an
    public void At_NothingSuspended_TwoMonthsFromDayToDay(string filed, string deadline) =>
        Assert.Equal(Day(deadline), ResponseClock.At(Day(filed), [], Day(filed)).Deadline);

    [Theory]
    // demande le 12, tout le 22 : dix jours de plus
    [InlineData("2026-03-02", "2026-05-12", 10, "2026-03-12/2026-03-31/2026-03-22")]
    // produit le jour de la demande : rien de suspendu
    [InlineData("2026-03-02", "2026-05-02", 0, "2026-03-12/2026-03-31/2026-03-12")]
    // demandé le jour du dépôt
    [InlineData("2026-03-02", "2026-05-12", 10, "2026-03-02/2026-03-31/2026-03-12")]
    // jamais produit : le délai reprend après la date donnée
    [InlineData("2026-03-02", "2026-05-21", 19, "2026-03-12/2026-03-31/")]
    // produit trop tard : de même
    [InlineData("2026-03-02", "2026-05-21", 19, "2026-03-12/2026-03-31/2026-04-15")]
    // deux demandes l'une après l'autre
    [InlineData("2026-03-02", "2026-05-17", 15, "2026-03-12/2026-03-31/2026-03-22 2026-04-01/2026-04-20/2026-04-06")]
    // la seconde le jour où la première est servie
    [InlineData("2026-03-02", "2026-05-17", 15, "2026-03-12/2026-03-31/2026-03-22 2026-03-22/2026-04-20/2026-03-27")]
    // deux demandes en même temps : les jours communs comptent une fois
    [InlineData("2026-03-02", "2026-05-22", 20, "2026-03-12/2026-03-31/2026-03-22 2026-03-17/2026-04-20/2026-04-01")]
    [InlineData("2026-03-02", "2026-05-21", 19, "2026-03-12/2026-03-31/ 2026-03-17/2026-03-25/2026-03-20")]
    // demandé le dernier jour
    [InlineData("2026-03-02", "2026-05-12", 10, "2026-05-02/2026-05-31/2026-05-12")]
    // demandé le lendemain du dernier jour : trop tard
    [InlineData("2026-03-02", "2026-05-02", 0, "2026-05-03/2026-05-31/2026-05-12")]
    // la première demande a repoussé le dernier jour : la seconde vient à temps
    [InlineData("2026-03-02", "2026-05-15", 13, "2026-03-12/2026-03-31/2026-03-22 2026-05-10/2026-05-31/2026-05-13")]
    // à cheval sur le 29 février
    [InlineData("2027-12-31", "2028-03-05", 5, "2028-02-25/2028-03-31/2028-03-01")]
    public void At_Suspended_AddsTheDaysWaited(string filed, string deadline, int waited, string suspensions)
    {
        var clock = ResponseClock.At(Day(filed), Read(suspensions), new(2029, 1, 1));
        Assert.Equal(Day(deadline), clock.Deadline);
        Assert.Equal(waited, clock.DaysWaited);
        Assert.Equal(ClockState.Expired, clock.State);
        Assert.Equal(0, clock.DaysLeft);
    }

    [Theory]
    // rien demandé : 61 jours en tout
    [InlineData("2026-03-02", ClockState.Running, 61, 0, 0)]
    [InlineData("2026-03-12", ClockState.Suspended, 51, 10, 0)] // la demande part
    [InlineData("2026-03-20", ClockState.Suspended, 51, 10, 8)]
    [InlineData("2026-03-22", ClockState.Running, 51, 10, 10)] // tout est produit
    [InlineData("2026-03-23", ClockState.Running, 50, 11, 10)]
    [InlineData("2026-05-12", ClockState.Running, 0, 61, 10)] // le dernier jour
    [InlineData("2026-05-13", ClockState.Expired, 0, 61, 10)]
    [InlineData("2027-05-13", ClockState.Expired, 0, 61, 10)]
    public void At_DayAfterDay_CountsTheDays(string today, ClockState state, int left, int used, int waited)
    {
        var clock = ResponseClock.At(new(2026, 3, 2), Read("2026-03-12/2026-03-31/2026-03-22"), Day(today));
        Assert.Equal((state, left, used, waited), (clock.State, clock.DaysLeft, clock.DaysUsed, clock.DaysWaited));
        Assert.Equal(state == ClockState.Suspended, clock.Deadline is null);
    }

    [Fact]
    public void At_StillMissing_ResumesTheDayAfterTheDayDue()
    {
        var suspended = Read("2026-03-12/2026-03-31/");
        Assert.Equal(ClockState.Suspended, ResponseClock.At(new(2026, 3, 2), suspended, new(2026, 3, 31)).State);
        var resumed = ResponseClock.At(new(2026, 3, 2), suspended, new(2026, 4, 1));
        Assert.Equal(ClockState.Running, resumed.State);
        Assert.Equal(new DateOnly(2026, 5, 21), resumed.Deadline);
        Assert.Equal(50, resumed.DaysLeft);
    }

    [Fact]
    public void At_TwoRequestsOpen_WaitsForTheLaterOne()
    {
        var clock = ResponseClock.At(new(2026, 3, 2), Read("2026-03-12/2026-03-20/ 2026-03-15/2026-03-31/"), new(2026, 3, 25));
        Assert.Equal(ClockState.Suspended, clock.State);
        Assert.Equal(new DateOnly(2026, 5, 21), clock.LatestDeadline);
        Assert.Equal(13, clock.DaysWaited);
    }

    [Theory]
    [InlineData("2026-03-01/2026-03-31/")] // demandé avant le dépôt
    [InlineData("2026-03-12/2026-03-11/")] // dû avant d'être demandé
    [InlineData("2026-03-12/2026-03-31/2026-03-11")] // produit avant d'être demandé
    public void At_FactsOutOfOrder_IsABug(string suspensions) =>
        Assert.Throws<ArgumentException>(() => ResponseClock.At(new(2026, 3, 2), Read(suspensions), new(2026, 4, 1)));

    [Fact]
    public void At_DayBeforeTheFiling_IsABug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ResponseClock.At(new(2026, 3, 2), [], new(2026, 3, 1)));

    /// <summary>Requests as « sent/due/produced », the last part empty while something is missing.</summary>
    private static List<Suspension> Read(string suspensions) =>
    [
        .. suspensions.Split(' ').Select(text => text.Split('/'))
            .Select(parts => new Suspension(Day(parts[0]), Day(parts[1]), parts[2].Length == 0 ? null : Day(parts[2]))),
    ];

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
