namespace Iness.Casework.Decisions;

/// <summary>The French words of decisions, the same on pages, in letters and in the audit log.</summary>
public static class DecisionWords
{
    /// <summary>What a decision does.</summary>
    public static string InFrench(this DecisionKind kind) => kind switch
    {
        DecisionKind.Grant => "accord",
        DecisionKind.Refusal => "refus",
        DecisionKind.Closure => "classement sans suite",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no name."),
    };
}
