using Iness.Regulation;

namespace Iness.Casework.Review.Worklist;

/// <summary>The French words of the list, on its page and in its exports.</summary>
public static class WorklistWords
{
    /// <summary>What the findings say together, of a request.</summary>
    public static string InFrench(this OverallVerdict verdict) => verdict switch
    {
        OverallVerdict.Eligible => "éligible",
        OverallVerdict.Ineligible => "non éligible",
        OverallVerdict.Undetermined => "à examiner",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "This verdict has no name."),
    };

    /// <summary>How a last day stands.</summary>
    public static string InFrench(this DeadlineState state) => state switch
    {
        DeadlineState.Running => "en cours",
        DeadlineState.Near => "proche",
        DeadlineState.Passed => "dépassée",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "This state has no name."),
    };
}
