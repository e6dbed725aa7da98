namespace Iness.Casework.Review.Retaining;

/// <summary>
/// The facts that an officer retains for the computation in place of those filed: answers mended since, aid known from other sources, earlier
/// applications of our own files. What was filed is never changed, and a new choice takes the place of the one that stood, which is kept.
/// </summary>
public sealed class RetainedFacts
{
    /// <summary>Identifier, in the order of time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Whether the answers mended since the filing count.</summary>
    public required bool UsesAnswers { get; init; }

    /// <summary>Whether the de minimis aid known from every source counts, in place of the declaration alone (LEG-1).</summary>
    public required bool UsesKnownAid { get; init; }

    /// <summary>Whether the earlier applications of our own files count beside those declared (FRQ-1).</summary>
    public required bool UsesOwnFiles { get; init; }

    /// <summary>The answers as they were seen: JSON object, key to value. Those that change later are to be looked at again.</summary>
    public required string Answers { get; init; }

    /// <summary>What the applicant declares, mended answers counted or not: JSON of the assessment contract.</summary>
    public required string Declared { get; init; }

    /// <summary>The facts retained: JSON of the assessment contract.</summary>
    public required string Facts { get; init; }

    /// <summary>What it changes, in words, a line each; empty when the filed facts are confirmed.</summary>
    public required string Changes { get; init; }

    /// <summary>Why, shown to the applicant and in the decision.</summary>
    public required string Reason { get; init; }

    /// <summary>Who retained them.</summary>
    public required Guid By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>When another choice took its place, UTC; null while it stands.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>Longest reason.</summary>
    public const int LongestReason = 1000;
}
