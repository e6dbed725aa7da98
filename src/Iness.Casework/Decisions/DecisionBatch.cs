using Iness.Casework.Persistence;

namespace Iness.Casework.Decisions;

/// <summary>Proposals decided together by one signatory, in one action that can be taken up again where it stopped.</summary>
public sealed class DecisionBatch : IVersioned
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name, such as « Commission du 12 mars 2026 ».</summary>
    public required string Name { get; set; }

    /// <summary>Who prepared it.</summary>
    public required Guid CreatedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it was sent to the signatory, UTC: its list no longer changes.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>The signatory who decided it.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>When the signatory ordered it, UTC.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>When its last proposal was decided, UTC.</summary>
    public DateTime? EndedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
