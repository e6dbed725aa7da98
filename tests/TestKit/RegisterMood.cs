using System.Diagnostics;

namespace Iness.TestKit;

/// <summary>How the register behaves.</summary>
public enum RegisterMood
{
    /// <summary>It answers.</summary>
    Answering,

    /// <summary>429, to be tried again at once.</summary>
    Busy,

    /// <summary>429, to be tried again in a minute.</summary>
    BusyForLong,

    /// <summary>500.</summary>
    Failing,

    /// <summary>It never answers.</summary>
    Hanging,

    /// <summary>200, the start of an answer, then nothing.</summary>
    Stalling,

    /// <summary>It cuts the connection before any answer.</summary>
    HangingUp,

    /// <summary>200, and something that is not JSON.</summary>
    Garbled,

    /// <summary>200, and more than anyone asked for.</summary>
    Flooding,

    /// <summary>Every unit it finds opposes the publication of its data.</summary>
    Withholding,

    /// <summary>It never finds anything.</summary>
    Blank,
}

/// <summary>One request the register received.</summary>
/// <param name="Target">Path and query.</param>
/// <param name="UserAgent">Who asked.</param>
/// <param name="At">When, as <see cref="Stopwatch"/> counts.</param>
public sealed record ReplayRequest(string Target, string UserAgent, long At);
