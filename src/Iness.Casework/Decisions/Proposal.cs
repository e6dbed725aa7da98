using Iness.Casework.Persistence;
using Iness.Regulation;

namespace Iness.Casework.Decisions;

/// <summary>What an officer proposes to decide on a file; a lead officer checks it, a signatory decides.</summary>
public sealed class Proposal : IVersioned
{
    /// <summary>Identifier, in the order of time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>What is proposed.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>Amount of the aid; zero unless it is to be granted.</summary>
    public required Money Amount { get; init; }

    /// <summary>Budget year it is counted on.</summary>
    public required int BudgetYear { get; init; }

    /// <summary>A word for whoever checks and decides.</summary>
    public string? Note { get; init; }

    /// <summary>Who proposed.</summary>
    public required Guid By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The lead officer who checked it; never who proposed it.</summary>
    public Guid? CheckedBy { get; set; }

    /// <summary>When it was checked, UTC.</summary>
    public DateTime? CheckedAt { get; set; }

    /// <summary>The batch it waits in, or was decided in.</summary>
    public Guid? BatchId { get; set; }

    /// <summary>Why the batch could not decide it; null when it could, or was not tried.</summary>
    public string? Failure { get; set; }

    /// <summary>When it was sent back, UTC.</summary>
    public DateTime? SentBackAt { get; set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Longest note.</summary>
    public const int LongestNote = 2000;
}

/// <summary>What a decision does.</summary>
public enum DecisionKind
{
    /// <summary>Accorde l'aide.</summary>
    Grant,

    /// <summary>Refuse l'aide.</summary>
    Refusal,

    /// <summary>Classe la demande sans suite.</summary>
    Closure,
}
