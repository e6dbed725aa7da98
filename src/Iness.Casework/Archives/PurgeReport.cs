using Iness.Casework.Persistence;

namespace Iness.Casework.Archives;

/// <summary>What has passed its time and would be purged. Nothing is before a second person confirms the report.</summary>
public sealed class PurgeReport : IVersioned
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was drawn up, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Who asked for the purge; null while it is the job's own report.</summary>
    public Guid? RequestedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime? RequestedAt { get; set; }

    /// <summary>The second person, who confirmed.</summary>
    public Guid? ConfirmedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime? ConfirmedAt { get; set; }

    /// <summary>When it was refused, UTC.</summary>
    public DateTime? RefusedAt { get; set; }

    /// <summary>When all of it was purged, UTC.</summary>
    public DateTime? EndedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A file that a report would purge.</summary>
public sealed class PurgeReportLine : IVersioned
{
    /// <summary>The report.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Number of the file, kept once it is purged.</summary>
    public required string FileNumber { get; init; }

    /// <summary>Day its time began to run.</summary>
    public required DateOnly KeptFrom { get; init; }

    /// <summary>Line of the retention table it falls under.</summary>
    public required string Ground { get; init; }

    /// <summary>When it was purged, UTC.</summary>
    public DateTime? PurgedAt { get; set; }

    /// <summary>Why it was left out, when it was.</summary>
    public string? KeptBecause { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
