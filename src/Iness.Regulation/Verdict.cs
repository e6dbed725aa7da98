namespace Iness.Regulation;

/// <summary>What a provision says of the facts.</summary>
public enum Verdict
{
    /// <summary>Satisfied.</summary>
    Met,

    /// <summary>Not satisfied.</summary>
    NotMet,

    /// <summary>A fact is missing.</summary>
    Unknown,

    /// <summary>The facts are there; an officer must judge.</summary>
    Review,
}

/// <summary>What the findings say together.</summary>
public enum OverallVerdict
{
    /// <summary>Every provision is met.</summary>
    Eligible,

    /// <summary>At least one provision is not met.</summary>
    Ineligible,

    /// <summary>None is refused, at least one is unknown or needs an officer.</summary>
    Undetermined,
}
