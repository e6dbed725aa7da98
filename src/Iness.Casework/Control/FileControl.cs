using Iness.Casework.Persistence;
using Iness.Regulation;

namespace Iness.Casework.Control;

/// <summary>Why a file is controlled.</summary>
public enum ControlOrigin
{
    /// <summary>Tirage au sort.</summary>
    Sample,

    /// <summary>Règle de risque.</summary>
    Risk,

    /// <summary>Choix d'un agent.</summary>
    Chosen,
}

/// <summary>Where a control is made.</summary>
public enum ControlPlace
{
    /// <summary>Sur pièces.</summary>
    Desk,

    /// <summary>Sur place.</summary>
    OnSite,
}

/// <summary>What a control found.</summary>
public enum ControlOutcome
{
    /// <summary>Conforme.</summary>
    Compliant,

    /// <summary>Écart corrigé.</summary>
    Corrected,

    /// <summary>Irrégularité.</summary>
    Irregular,
}

/// <summary>The control of one file: why, where, what was found.</summary>
public sealed class FileControl : IVersioned
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>The campaign it was drawn in; null for none.</summary>
    public Guid? CampaignId { get; init; }

    /// <summary>Why it is controlled.</summary>
    public required ControlOrigin Origin { get; init; }

    /// <summary>The rules that point at it, in words, or why an agent chose it; its rank in the sample otherwise.</summary>
    public required string Why { get; init; }

    /// <summary>Where it is made.</summary>
    public ControlPlace? Place { get; set; }

    /// <summary>Who opened it.</summary>
    public required Guid OpenedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>Day it was made.</summary>
    public DateOnly? MadeOn { get; set; }

    /// <summary>What was looked at and found.</summary>
    public string? Record { get; set; }

    /// <summary>What it comes to.</summary>
    public ControlOutcome? Outcome { get; set; }

    /// <summary>The aid that the regulation gives on the corrected paid costs; null without correction.</summary>
    public Money? CorrectedAid { get; set; }

    /// <summary>The corrected lines: JSON array of claimed line, amount retained, reason.</summary>
    public string? Corrections { get; set; }

    /// <summary>Who ended it.</summary>
    public Guid? EndedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime? EndedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Longest record or reason.</summary>
    public const int LongestText = 8000;
}
