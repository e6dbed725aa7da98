using Iness.Casework.Lifecycle;
using Iness.Regulation;

namespace Iness.Casework.Partners.Reading;

/// <summary>Which filed applications a program wants: each part that is null, or empty, asks for nothing.</summary>
public sealed record ApplicationsFilter
{
    /// <summary>Where they stand: one of these.</summary>
    public IReadOnlyCollection<FileStatus> Statuses { get; init; } = [];

    /// <summary>Department of the project.</summary>
    public string? Department { get; init; }

    /// <summary>First day of filing, in Paris.</summary>
    public DateOnly? FiledFrom { get; init; }

    /// <summary>Last day of filing, in Paris.</summary>
    public DateOnly? FiledUntil { get; init; }

    /// <summary>Only those whose status changed at this instant or since, UTC.</summary>
    public DateTime? ChangedSince { get; init; }

    /// <summary>What the findings say together.</summary>
    public OverallVerdict? Verdict { get; init; }

    /// <summary>Whether there is a decision.</summary>
    public bool? IsDecided { get; init; }
}
