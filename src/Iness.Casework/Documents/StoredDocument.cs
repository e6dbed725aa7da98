using Iness.Casework.Persistence;

namespace Iness.Casework.Documents;

/// <summary>One document: who gave it, for what, what it is, whether it is safe. Its bytes are in the document store.</summary>
public sealed class StoredDocument : IVersioned
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation it belongs to.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The application; null for a document of the organisation itself (mandate).</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>What it proves, as <c>DocumentKind</c> names it.</summary>
    public required string Kind { get; set; }

    /// <summary>The cost line it is a quote for.</summary>
    public string? CostLine { get; set; }

    /// <summary>The message it goes with.</summary>
    public Guid? MessageId { get; set; }

    /// <summary>The missing item it answers.</summary>
    public Guid? MissingItemId { get; set; }

    /// <summary>Its name, as given, cleaned.</summary>
    public required string FileName { get; init; }

    /// <summary>Its media type, read from its content.</summary>
    public required string MediaType { get; init; }

    /// <summary>Its length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-256 of its bytes, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Its key in the document store.</summary>
    public required string StorageKey { get; init; }

    /// <summary>When it was given, UTC.</summary>
    public required DateTime UploadedAt { get; init; }

    /// <summary>Who gave it; null when the system made it.</summary>
    public required Guid? UploadedBy { get; init; }

    /// <summary>First day it is valid, for an approval.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Last day it is valid.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>Whether it was found safe.</summary>
    public ScanState Scan { get; set; }

    /// <summary>When it was scanned, UTC.</summary>
    public DateTime? ScannedAt { get; set; }

    /// <summary>What was found in an infected one.</summary>
    public string? ScanFinding { get; set; }

    /// <summary>How many times a scan was tried.</summary>
    public int ScanAttempts { get; set; }

    /// <summary>When the next scan may be tried, UTC; a scan under way pushes it forward, so that a stuck one is taken up again.</summary>
    public DateTime? ScanDueAt { get; set; }

    /// <summary>When it was taken out, UTC: kept until the retention job, shown nowhere.</summary>
    public DateTime? RemovedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>What is known of the safety of a document.</summary>
public enum ScanState
{
    /// <summary>À analyser.</summary>
    Pending,

    /// <summary>Analysé, sain.</summary>
    Clean,

    /// <summary>Infecté, mis à l'écart.</summary>
    Infected,

    /// <summary>Non analysé: there is no scanner.</summary>
    NotScanned,
}
