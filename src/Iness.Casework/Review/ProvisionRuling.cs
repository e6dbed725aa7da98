namespace Iness.Casework.Review;

/// <summary>What an officer rules on a provision, beside what the machine found: both stand, and the applicant sees both.</summary>
public sealed class ProvisionRuling
{
    /// <summary>Identifier, in the order of time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>The provision, such as « EXC-3 ».</summary>
    public required string Provision { get; init; }

    /// <summary>Whether it is met.</summary>
    public required bool IsMet { get; init; }

    /// <summary>Why, shown to the applicant.</summary>
    public required string Reason { get; init; }

    /// <summary>Who ruled.</summary>
    public required Guid By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>When it was taken back or replaced, UTC; null while it stands.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>Longest reason.</summary>
    public const int LongestReason = 1000;
}
