using Iness.Casework.Lifecycle;

namespace Iness.Casework.Applications;

/// <summary>One step of a file: the timeline and the two-month clock are read from these.</summary>
public sealed class StatusChange
{
    /// <summary>Identifier, in the order of time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>What was done.</summary>
    public required FileAction Action { get; init; }

    /// <summary>Status before.</summary>
    public required FileStatus From { get; init; }

    /// <summary>Status after.</summary>
    public required FileStatus To { get; init; }

    /// <summary>Who; null for the system.</summary>
    public required Guid? ActorId { get; init; }

    /// <summary>As what.</summary>
    public required Role ActorRole { get; init; }

    /// <summary>A word to go with it, seen by the organisation.</summary>
    public string? Note { get; init; }
}
