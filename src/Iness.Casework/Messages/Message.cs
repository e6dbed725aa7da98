namespace Iness.Casework.Messages;

/// <summary>A message between the organisation and the service, about a file.</summary>
public sealed class Message
{
    /// <summary>Identifier, in the order of time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Who wrote.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Whether the service wrote it.</summary>
    public required bool IsFromService { get; init; }

    /// <summary>What was written.</summary>
    public required string Body { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime SentAt { get; init; }

    /// <summary>When the other side first read it, UTC.</summary>
    public DateTime? ReadAt { get; set; }

    /// <summary>Longest body.</summary>
    public const int LongestBody = 5000;
}
