namespace Iness.Casework.Deadlines;

/// <summary>A stretch of the time limit, told in one sentence.</summary>
/// <param name="Kind">Whose time it is.</param>
/// <param name="From">The event that opens it; that day is not counted.</param>
/// <param name="To">Its last day; null while it lasts.</param>
/// <param name="Days">Days counted so far.</param>
/// <param name="Sentence">The same in French.</param>
public sealed record ClockPeriod(ClockPeriodKind Kind, DateOnly From, DateOnly? To, int Days, string Sentence);

/// <summary>Whose time a period is.</summary>
public enum ClockPeriodKind
{
    /// <summary>The time limit runs: the service works.</summary>
    Service,

    /// <summary>The time limit is suspended: the service waits for the applicant.</summary>
    Applicant,
}

/// <summary>Where the time limit stands.</summary>
public enum ClockState
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It waits for the applicant.</summary>
    Suspended,

    /// <summary>It has run out: without a decision before, the application is rejected.</summary>
    Expired,
}
