namespace Iness.TestKit;

/// <summary>A clock that a test sets. It starts on 24 November 2026 at 10:00 in Paris.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan span) => now += span;

    /// <summary>Sets the time.</summary>
    public void Set(DateTimeOffset instant) => now = instant;
}
