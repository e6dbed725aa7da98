using Iness.Casework.Lifecycle;
using Iness.Regulation;

namespace Iness.Casework.Review.Worklist;

/// <summary>One file in the list and in its exports.</summary>
public sealed record WorklistRow
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>« INESS-2026-000123 ».</summary>
    public required string Number { get; init; }

    /// <summary>Who applies.</summary>
    public required string Organisation { get; init; }

    /// <summary>Its SIREN.</summary>
    public required string Siren { get; init; }

    /// <summary>SIRET of its establishment, when known.</summary>
    public string? Siret { get; init; }

    /// <summary>What the project is called.</summary>
    public string? Title { get; init; }

    /// <summary>Commune of the project.</summary>
    public string? Town { get; init; }

    /// <summary>Its department.</summary>
    public string? Department { get; init; }

    /// <summary>Where it stands.</summary>
    public required FileStatus Status { get; init; }

    /// <summary>What the findings say together.</summary>
    public OverallVerdict? Verdict { get; init; }

    /// <summary>Costs retained.</summary>
    public Money? Eligible { get; init; }

    /// <summary>Aid computed.</summary>
    public Money? Aid { get; init; }

    /// <summary>When it was filed, UTC.</summary>
    public required DateTime FiledAt { get; init; }

    /// <summary>Last day to answer.</summary>
    public DateOnly? RespondBy { get; init; }

    /// <summary>The officer in charge.</summary>
    public Guid? OfficerId { get; init; }

    /// <summary>Their name.</summary>
    public string? Officer { get; init; }

    /// <summary>How its last day to answer stands; null when there is none.</summary>
    public DeadlineState? DeadlineOn(DateOnly today) => WorklistFilter.StateOf(RespondBy, today);
}

/// <summary>One page of the list.</summary>
/// <param name="Rows">Its files, in order.</param>
/// <param name="Previous">Where the page before it ends; null on the first.</param>
/// <param name="Next">Where the page after it starts; null on the last.</param>
public sealed record WorklistPage(IReadOnlyList<WorklistRow> Rows, WorklistCursor? Previous, WorklistCursor? Next);
