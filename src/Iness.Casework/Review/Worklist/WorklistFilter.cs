using Iness.Casework.Lifecycle;
using Iness.Regulation;

namespace Iness.Casework.Review.Worklist;

/// <summary>Which filed applications are wanted: each part that is null asks for nothing.</summary>
public sealed record WorklistFilter
{
    /// <summary>How near a deadline is, in days, to be called near.</summary>
    public const int NearDays = 10;

    /// <summary>Where they stand: the tab.</summary>
    public FileStatus? Status { get; init; }

    /// <summary>Whose they are.</summary>
    public Guid? OfficerId { get; init; }

    /// <summary>Only those of nobody.</summary>
    public bool IsUnassigned { get; init; }

    /// <summary>Department of the project.</summary>
    public string? Department { get; init; }

    /// <summary>What the findings say together.</summary>
    public OverallVerdict? Verdict { get; init; }

    /// <summary>How the last day to answer stands.</summary>
    public DeadlineState? Deadline { get; init; }

    /// <summary>Least aid.</summary>
    public Money? AidFrom { get; init; }

    /// <summary>Most aid.</summary>
    public Money? AidTo { get; init; }

    /// <summary>A category that one of the cost lines has.</summary>
    public CostCategory? Category { get; init; }

    /// <summary>Words that must all be found, as typed.</summary>
    public string? Search { get; init; }

    /// <summary>How a last day to answer stands on a day; null when there is none.</summary>
    public static DeadlineState? StateOf(DateOnly? respondBy, DateOnly today) => respondBy switch
    {
        null => null,
        { } day when day < today => DeadlineState.Passed,
        { } day when day <= today.AddDays(NearDays) => DeadlineState.Near,
        _ => DeadlineState.Running,
    };
}

/// <summary>How the last day to answer stands.</summary>
public enum DeadlineState
{
    /// <summary>En cours : the Région has to answer. As a filter, near and passed ones too.</summary>
    Running,

    /// <summary>Proche.</summary>
    Near,

    /// <summary>Dépassée.</summary>
    Passed,
}

/// <summary>What a list is sorted by; files alike follow by their identifier, so that the order is always the same.</summary>
public enum WorklistSort
{
    /// <summary>Last day to answer; the files that have none come last, in both directions.</summary>
    Deadline,

    /// <summary>Day filed.</summary>
    Filed,

    /// <summary>Aid computed.</summary>
    Amount,

    /// <summary>Number of the file.</summary>
    Number,
}
