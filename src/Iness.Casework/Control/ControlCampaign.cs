namespace Iness.Casework.Control;

/// <summary>A random sample of paid files, that anyone can draw again from its seed.</summary>
public sealed class ControlCampaign
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Files paid from this day.</summary>
    public required DateOnly PaidFrom { get; init; }

    /// <summary>Files paid until this day.</summary>
    public required DateOnly PaidUntil { get; init; }

    /// <summary>How many of them were there, when it was drawn.</summary>
    public required int Population { get; init; }

    /// <summary>SHA-256 of their numbers in order, one a line: what was drawn from.</summary>
    public required string PopulationSha256 { get; init; }

    /// <summary>How many were to be drawn.</summary>
    public required int Size { get; init; }

    /// <summary>The seed, in hexadecimal.</summary>
    public required string Seed { get; init; }

    /// <summary>Who drew it.</summary>
    public required Guid DrawnBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime DrawnAt { get; init; }
}
