namespace Iness.Casework.Archives;

/// <summary>An archive that was made of a closed file: what it held, and its digest.</summary>
public sealed class FileArchive
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>Who made it.</summary>
    public required Guid MadeBy { get; init; }

    /// <summary>SHA-256 of its manifest, in hexadecimal.</summary>
    public required string ManifestSha256 { get; init; }
}
