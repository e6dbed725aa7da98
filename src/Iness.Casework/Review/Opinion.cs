namespace Iness.Casework.Review;

/// <summary>An opinion asked of somebody about a file, by a personal link that expires.</summary>
public sealed class Opinion
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Who asked.</summary>
    public required Guid AskedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>Who is asked.</summary>
    public required string ExpertName { get; init; }

    /// <summary>Their address.</summary>
    public required string Email { get; init; }

    /// <summary>What is asked.</summary>
    public required string Question { get; init; }

    /// <summary>SHA-256 of the link's secret, in hexadecimal: the secret itself is nowhere.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Until when the link works, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>The opinion; null until it is given.</summary>
    public string? Answer { get; set; }

    /// <summary>When it was given, UTC.</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>When the link was taken back, UTC.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>Longest question and answer.</summary>
    public const int LongestText = 5000;
}
