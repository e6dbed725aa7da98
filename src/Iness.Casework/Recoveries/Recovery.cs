using Iness.Casework.Persistence;
using Iness.Regulation;

namespace Iness.Casework.Recoveries;

/// <summary>What is done to a grant whose conditions are not met (CRPA L242-2 2°).</summary>
public enum RecoveryKind
{
    /// <summary>Réduction de l'aide avant son versement.</summary>
    Reduction,

    /// <summary>Retrait de l'aide avant son versement.</summary>
    Withdrawal,

    /// <summary>Reversement de tout ou partie de l'aide versée.</summary>
    Repayment,
}

/// <summary>A reduction, a withdrawal or a recovery: its grounds, the hearing of the beneficiary first (CRPA L122-1), the act, what was repaid.</summary>
public sealed class Recovery : IVersioned
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>What is done.</summary>
    public required RecoveryKind Kind { get; init; }

    /// <summary>What is taken off the grant, or asked back.</summary>
    public required Money Amount { get; set; }

    /// <summary>Grounds in law and in fact, shown to the beneficiary.</summary>
    public required string Grounds { get; set; }

    /// <summary>Provision it rests on, such as « PAY-1 »; null when it rests on the act alone.</summary>
    public string? Provision { get; set; }

    /// <summary>The control it follows; null for none.</summary>
    public Guid? ControlId { get; init; }

    /// <summary>The officer who began it.</summary>
    public required Guid OpenedBy { get; init; }

    /// <summary>When the beneficiary was invited to be heard, UTC.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>Last day to be heard.</summary>
    public required DateOnly HearUntil { get; init; }

    /// <summary>What the beneficiary answered.</summary>
    public string? Observations { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime? ObservedAt { get; set; }

    /// <summary>When it was given up, UTC.</summary>
    public DateTime? DroppedAt { get; set; }

    /// <summary>Why it was given up.</summary>
    public string? DropReason { get; set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    /// <summary>The signatory.</summary>
    public Guid? SignatoryId { get; set; }

    /// <summary>First and family name, as printed (CRPA L212-1).</summary>
    public string? SignatoryName { get; set; }

    /// <summary>Capacity, as printed.</summary>
    public string? SignatoryCapacity { get; set; }

    /// <summary>The act as HTML, never written again.</summary>
    public string? Letter { get; set; }

    /// <summary>SHA-256 of the act, in hexadecimal.</summary>
    public string? LetterSha256 { get; set; }

    /// <summary>The act as PDF, once made.</summary>
    public Guid? DocumentId { get; set; }

    /// <summary>When it was put in the service and announced by mail, UTC.</summary>
    public DateTime? NotifiedAt { get; set; }

    /// <summary>When a member of the organisation first opened it, UTC.</summary>
    public DateTime? ReadAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>What was repaid.</summary>
    public List<Repayment> Repayments { get; } = [];

    /// <summary>What was repaid so far; its repayments have to be read.</summary>
    public Money Repaid => Repayments.Aggregate(Money.Zero, (sum, repayment) => sum + repayment.Amount);

    /// <summary>What is still to be repaid.</summary>
    public Money Left => Amount - Repaid;

    /// <summary>Longest grounds, observations or reason.</summary>
    public const int LongestText = 4000;
}

/// <summary>An amount repaid.</summary>
public sealed class Repayment
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The recovery.</summary>
    public required Guid RecoveryId { get; init; }

    /// <summary>Day it was received.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Amount received.</summary>
    public required Money Amount { get; init; }

    /// <summary>Reference of the receipt (titre de recette, virement).</summary>
    public required string Reference { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Guid RecordedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime RecordedAt { get; init; }
}
