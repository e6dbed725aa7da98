using System.Globalization;
using CsCheck;
using Iness.Casework.Deadlines;

namespace Iness.Casework.Tests.Deadlines;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-01-01")] // Jour de l'an
    [InlineData("2026-04-06")] // Lundi de Pâques
    [InlineData("2026-05-01")] // Fête du Travail
    [InlineData("2026-05-08")] // 8 mai
    [InlineData("2026-05-14")] // Ascension
    [InlineData("2026-05-25")] // Lundi de Pentecôte
    [InlineData("2026-07-14")] // Fête nationale
    [InlineData("2025-08-15")] // Assomption
    [InlineData("2027-11-01")] // Toussaint
    [InlineData("2026-11-11")] // Armistice
    [InlineData("2026-12-25")] // Noël
    [InlineData("2026-03-07")] // un samedi
    [InlineData("2026-03-08")] // un dimanche
    public void IsWorkingDay_HolidayOrWeekend_No(string day) => Assert.False(WorkingDays.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-04-03")] // Vendredi saint, férié en Alsace-Moselle seulement
    [InlineData("2028-12-26")] // Saint-Étienne, de même
    [InlineData("2026-04-07")]
    [InlineData("2026-12-24")]
    [InlineData("2027-05-10")] // abolition de l'esclavage, férié outre-mer seulement
    public void IsWorkingDay_AnyOtherDay_Yes(string day) => Assert.True(WorkingDays.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-03-02", 0, "2026-03-02")]
    [InlineData("2026-03-02", 1, "2026-03-03")]
    [InlineData("2026-03-06", 1, "2026-03-09")] // vendredi → lundi
    [InlineData("2026-04-03", 1, "2026-04-07")] // Pâques
    [InlineData("2026-12-24", 2, "2026-12-29")] // Noël et un dimanche
    [InlineData("2026-12-31", 1, "2027-01-04")] // d'une année à l'autre
    [InlineData("2026-05-07", 5, "2026-05-18")] // 8 mai et Ascension
    public void Add_SoManyDays_SkipsThoseOff(string day, int count, string expected) => Assert.Equal(Day(expected), WorkingDays.Add(Day(day), count));

    [Theory]
    [InlineData("2026-04-03", "2026-04-03")]
    [InlineData("2026-04-04", "2026-04-07")] // samedi de Pâques → mardi
    [InlineData("2026-04-06", "2026-04-07")]
    [InlineData("2027-01-01", "2027-01-04")]
    public void RunToWorkingDay_LastDay_RunsOnlyWhenOff(string day, string expected) => Assert.Equal(Day(expected), WorkingDays.RunToWorkingDay(Day(day)));

    [Fact]
    public void Add_TwoCounts_AddsUp() => Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 40], Gen.Int[0, 40]).Sample((offset, one, other) =>
    {
        var day = new DateOnly(2000, 1, 1).AddDays(offset);
        Assert.Equal(WorkingDays.Add(day, one + other), WorkingDays.Add(WorkingDays.Add(day, one), other));
    });

    [Theory]
    [InlineData("2026-03-02", "2026-03-03", "2026-03-16")]
    [InlineData("2026-12-24", "2026-12-28", "2027-01-11")] // Noël, Jour de l'an
    [InlineData("2026-04-04", "2026-04-07", "2026-04-20")] // reçue un samedi de Pâques
    public void ReceiptTimeLimits_ReceptionDay_OneAndTenWorkingDays(string received, string registration, string acknowledgement)
    {
        Assert.Equal(Day(registration), ReceiptTimeLimits.RegistrationDue(Day(received)));
        Assert.Equal(Day(acknowledgement), ReceiptTimeLimits.AcknowledgementDue(Day(received)));
    }

    [Theory]
    [InlineData("2026-03-01T22:59:59Z", "1er mars 2026 à 23 h 59 (heure de Paris)")]
    [InlineData("2026-03-01T23:00:00Z", "2 mars 2026 à 0 h 00 (heure de Paris)")]
    [InlineData("2026-07-31T22:05:00Z", "1er août 2026 à 0 h 05 (heure de Paris)")] // heure d'été
    public void InWords_InstantNearMidnight_IsTheDayOfParis(string instant, string words) =>
        Assert.Equal(words, DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).UtcDateTime.InWords());

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
