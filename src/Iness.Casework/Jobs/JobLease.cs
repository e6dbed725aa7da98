using Iness.Casework.Audit;

namespace Iness.Casework.Jobs;

/// <summary>Timed work, taken by one node at a time, with its last run.</summary>
public sealed class JobLease : ITechnicalRecord
{
    /// <summary>Name of the job.</summary>
    public required string Name { get; init; }

    /// <summary>Who has it.</summary>
    public string? Holder { get; set; }

    /// <summary>Until when, UTC: a node that dies gives it back by dying.</summary>
    public DateTime? HeldUntil { get; set; }

    /// <summary>Last start, UTC.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>Last end, UTC.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>What it did, or what it met.</summary>
    public string? Report { get; set; }

    /// <summary>Whether the last run failed.</summary>
    public bool HasFailed { get; set; }
}
