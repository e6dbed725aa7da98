namespace Iness.Web.Accounts;

/// <summary>Answers that come no sooner for an unknown address than for a known one: a watch must not tell which addresses have an account.</summary>
internal static class SteadyPace
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(400);

    /// <summary>Starts counting.</summary>
    public static long Start() => TimeProvider.System.GetTimestamp();

    /// <summary>Waits for what is left.</summary>
    public static async Task HoldAsync(long started, CancellationToken cancellationToken)
    {
        var left = Least - TimeProvider.System.GetElapsedTime(started);
        if (left > TimeSpan.Zero) await Task.Delay(left, cancellationToken);
    }
}
