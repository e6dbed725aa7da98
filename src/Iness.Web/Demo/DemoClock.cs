namespace Iness.Web.Demo;

/// <summary>The clock of the demonstration's past: it tells the time it was set to.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>The time it tells.</summary>
    public DateTimeOffset Now { get; set; } = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
