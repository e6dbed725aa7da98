using Iness.Casework.Deadlines;

namespace Iness.Casework.Tests.Deadlines;

/// <summary>The eleven legal holidays, as the clock reads them.</summary>
public sealed class HolidayNamesTests
{
    private static readonly string[] Names =
        ["Jour de l'an", "Lundi de Pâques", "Fête du travail", "Victoire de 1945", "Ascension", "Lundi de Pentecôte", "Fête nationale", "Assomption", "Toussaint", "Armistice de 1918", "Noël"];

    [Fact]
    public void Holidays_OfEachYear_AreTheElevenOfTheLaw()
    {
        for (var year = 2021; year <= 2060; year++)
        {
            var days = WorkingDays.HolidaysOf(year);
            // Ascension fell on 1 May in 2008, and may fall on 8 May: two feasts are then one day.
            var expected = days.Count == Names.Length ? Names : Names.Where(name => days.Any(day => HolidayNames.NameOf(day) == name));
            Assert.Equal(expected.Order(StringComparer.Ordinal), days.Select(HolidayNames.NameOf).Order(StringComparer.Ordinal));
            Assert.InRange(days.Count, Names.Length - 1, Names.Length);
            Assert.All(days, day => Assert.False(WorkingDays.IsWorkingDay(day)));
        }
    }

    [Theory]
    [InlineData("2026-04-06", "Lundi de Pâques")]
    [InlineData("2026-05-14", "Ascension")]
    [InlineData("2026-05-25", "Lundi de Pentecôte")]
    [InlineData("2027-03-29", "Lundi de Pâques")]
    public void Name_OfAMovableFeast_IsItsOwn(string day, string name)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains(date, WorkingDays.HolidaysOf(date.Year));
        Assert.Equal(name, HolidayNames.NameOf(date));
    }
}
