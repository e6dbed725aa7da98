using Iness.Casework.Persistence;
using Iness.Regulation;

namespace Iness.Casework.Registers.DeMinimis.Declarations;

/// <summary>A grant to declare to the national register within 20 working days (Regulation (EU) 2023/2831, article 6), and how it went.</summary>
public sealed class AidDeclaration : IVersioned
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The decision that grants the aid.</summary>
    public required Guid DecisionId { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Day of the legal right.</summary>
    public required DateOnly GrantedOn { get; init; }

    /// <summary>Amount to declare.</summary>
    public required Money Amount { get; init; }

    /// <summary>Last day to declare it.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>When it last left in an export, UTC; null while it waits.</summary>
    public DateTime? ExportedAt { get; set; }

    /// <summary>When it was confirmed to stand in the register, UTC.</summary>
    public DateTime? ConfirmedAt { get; set; }

    /// <summary>Who confirmed it.</summary>
    public Guid? ConfirmedBy { get; set; }

    /// <summary>Its reference in the register, or the day of publication, as confirmed.</summary>
    public string? Reference { get; set; }

    /// <summary>When the register refused it, UTC: it waits again.</summary>
    public DateTime? RejectedAt { get; set; }

    /// <summary>Why the register refused it.</summary>
    public string? RejectionReason { get; set; }

    /// <summary>When it was no longer to be declared, UTC: the grant was withdrawn before.</summary>
    public DateTime? DroppedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
