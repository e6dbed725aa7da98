namespace Iness.Casework.Review;

/// <summary>A note between the Région's people about a file; the applicant does not see it on the portal.</summary>
public sealed class InternalNote
{
    /// <summary>Identifier, in the order of time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>What was written.</summary>
    public required string Body { get; init; }

    /// <summary>Who wrote; null for the system.</summary>
    public required Guid? By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Longest note.</summary>
    public const int LongestBody = 4000;
}
