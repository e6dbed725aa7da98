using Iness.Regulation;

namespace Iness.Casework.Review;

/// <summary>What an officer changes in a cost line, with a reason. The amount of the aid then follows from the regulation alone.</summary>
public sealed class CostCorrection
{
    /// <summary>Identifier, in the order of time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>The cost line.</summary>
    public required string Line { get; init; }

    /// <summary>What is changed.</summary>
    public required CorrectionKind Kind { get; init; }

    /// <summary>The category it truly belongs to, when requalified.</summary>
    public CostCategory? Category { get; init; }

    /// <summary>The amount taken, excluding VAT, when reduced.</summary>
    public Money? Amount { get; init; }

    /// <summary>The reason, from the short list.</summary>
    public required CorrectionGround Ground { get; init; }

    /// <summary>The reason in free words, shown to the applicant.</summary>
    public required string Words { get; init; }

    /// <summary>Who corrected.</summary>
    public required Guid By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>When it was taken back or replaced, UTC; null while it stands.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>Longest words.</summary>
    public const int LongestWords = 500;
}

/// <summary>What is changed in a cost line.</summary>
public enum CorrectionKind
{
    /// <summary>Requalifiée.</summary>
    Requalify,

    /// <summary>Réduite.</summary>
    Reduce,

    /// <summary>Écartée.</summary>
    Refuse,
}

/// <summary>Why a cost line is corrected.</summary>
public enum CorrectionGround
{
    /// <summary>La pièce dit autre chose.</summary>
    DocumentDiffers,

    /// <summary>Montant toutes taxes comprises.</summary>
    IncludesVat,

    /// <summary>Sans lien avec le projet.</summary>
    UnrelatedToProject,

    /// <summary>Nature de la dépense mal choisie.</summary>
    WrongCategory,

    /// <summary>Déjà comptée ailleurs.</summary>
    CountedTwice,

    /// <summary>Justificatif absent.</summary>
    NotProved,

    /// <summary>Autre.</summary>
    Other,
}
