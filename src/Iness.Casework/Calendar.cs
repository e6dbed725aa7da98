using System.Globalization;
using Iness.Regulation;

namespace Iness.Casework;

/// <summary>The time: instants are stored in UTC, in whole milliseconds, so that both databases give back what they were given; days are those of Paris.</summary>
public static class Calendar
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Now.</summary>
    public static DateTime Instant(this TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var now = time.GetUtcNow().UtcDateTime;
        return new(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
    }

    /// <summary>Today in Paris, whatever the clock of the server is set to.</summary>
    public static DateOnly Today(this TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return time.GetUtcNow().UtcDateTime.DayInParis();
    }

    /// <summary>The day an instant falls on in Paris.</summary>
    public static DateOnly DayInParis(this DateTime instant) => DateOnly.FromDateTime(InParis(instant));

    /// <summary>The instant at which a day begins in Paris.</summary>
    public static DateTime BeginsAt(this DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Paris);

    /// <summary>The time clocks show in Paris at an instant.</summary>
    public static DateTime InParis(this DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), Paris);

    /// <summary>An instant in words: « 2 mars 2026 à 14 h 05 (heure de Paris) ».</summary>
    public static string InWords(this DateTime instant)
    {
        var local = instant.InParis();
        return string.Create(CultureInfo.InvariantCulture, $"{French.Date(DateOnly.FromDateTime(local))} à {local.Hour} h {local.Minute:00} (heure de Paris)");
    }
}
