namespace Iness.Web.Infrastructure;

/// <summary>The day it is where the Région is.</summary>
internal static class Calendar
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Today in Paris, whatever the clock of the server is set to.</summary>
    public static DateOnly Today(this TimeProvider time) => DayInParis(time.GetUtcNow());

    /// <summary>The day an instant falls on in Paris.</summary>
    public static DateOnly DayInParis(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Paris).DateTime);
}
