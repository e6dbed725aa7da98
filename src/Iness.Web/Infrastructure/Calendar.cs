using Iness.Casework.Deadlines;

namespace Iness.Web.Infrastructure;

/// <summary>The day it is where the Région is.</summary>
internal static class Calendar
{
    /// <summary>Today in Paris, whatever the clock of the server is set to.</summary>
    public static DateOnly Today(this TimeProvider time) => ParisTime.Today(time);

    /// <summary>The day an instant falls on in Paris.</summary>
    public static DateOnly DayInParis(DateTimeOffset instant) => ParisTime.Day(instant);
}
