using System.Globalization;
using Iness.Regulation;

namespace Iness.Casework.Deadlines;

/// <summary>Instants as the clock of the Région shows them, whatever the clock of the server is set to.</summary>
public static class ParisTime
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Today in Paris.</summary>
    public static DateOnly Today(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Day(time.GetUtcNow());
    }

    /// <summary>The day an instant falls on in Paris.</summary>
    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>An instant in words: « 2 mars 2026 à 14 h 05 (heure de Paris) ».</summary>
    public static string Words(DateTimeOffset instant)
    {
        var local = Local(instant);
        return string.Create(CultureInfo.InvariantCulture, $"{French.Date(DateOnly.FromDateTime(local.DateTime))} à {local.Hour} h {local.Minute:00} (heure de Paris)");
    }

    private static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris);
}
