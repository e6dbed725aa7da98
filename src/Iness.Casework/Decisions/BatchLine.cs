using Iness.Regulation;

namespace Iness.Casework.Decisions;

/// <summary>One proposal in a list: its file, what is proposed, what became of it.</summary>
public sealed record BatchLine
{
    /// <summary>The proposal.</summary>
    public required Guid Id { get; init; }

    /// <summary>Number of the file.</summary>
    public required string Number { get; init; }

    /// <summary>Name of the organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>Its SIREN, when it has one.</summary>
    public string? Siren { get; init; }

    /// <summary>What the project is called.</summary>
    public string? Title { get; init; }

    /// <summary>What is proposed.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>The amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>The year it is counted on.</summary>
    public required int BudgetYear { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; init; }

    /// <summary>Why the batch could not decide it.</summary>
    public string? Failure { get; init; }

    /// <summary>Who proposed.</summary>
    public required Guid By { get; init; }

    /// <summary>Who checked.</summary>
    public Guid? CheckedBy { get; init; }
}
