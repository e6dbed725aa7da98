using PublicHoliday;

namespace Iness.Casework.Deadlines;

/// <summary>
/// The days an administration works (« jours ouvrés ») : neither Saturday, nor Sunday, nor a legal holiday of metropolitan France
/// (code du travail, L3133-1). Local holidays of Alsace-Moselle and overseas do not count in Hauts-de-France.
/// </summary>
public static class WorkingDays
{
    private static readonly FrancePublicHoliday Holidays = new() { Region = FrancePublicHoliday.Regions.OnlyOfficial };

    /// <summary>Whether offices are open that day.</summary>
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.IsPublicHoliday(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The legal holidays of a year, in order, as <see cref="IsWorkingDay"/> reads them.</summary>
    public static IReadOnlyList<DateOnly> HolidaysOf(int year) => [.. Holidays.PublicHolidays(year).Select(DateOnly.FromDateTime).Distinct().Order()];

    /// <summary>The day that comes so many working days after; the first day does not count.</summary>
    public static DateOnly Add(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) left--;
        }

        return day;
    }

    /// <summary>
    /// The last day of a time limit given to a person: one that would end on a Saturday, a Sunday or a holiday runs to the next
    /// working day. It never moves the day on which silence is worth a rejection (see <see cref="ResponseClock"/>).
    /// </summary>
    public static DateOnly RunToWorkingDay(DateOnly lastDay)
    {
        while (!IsWorkingDay(lastDay)) lastDay = lastDay.AddDays(1);
        return lastDay;
    }
}
