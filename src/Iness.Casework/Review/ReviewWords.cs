namespace Iness.Casework.Review;

/// <summary>The French words of corrections: the same on pages and in letters.</summary>
public static class ReviewWords
{
    /// <summary>What is changed in a line.</summary>
    public static string InFrench(this CorrectionKind kind) => kind switch
    {
        CorrectionKind.Requalify => "requalifiée",
        CorrectionKind.Reduce => "réduite",
        CorrectionKind.Refuse => "écartée",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This correction has no name."),
    };

    /// <summary>Why a line is corrected.</summary>
    public static string InFrench(this CorrectionGround ground) => ground switch
    {
        CorrectionGround.DocumentDiffers => "La pièce dit autre chose",
        CorrectionGround.IncludesVat => "Montant toutes taxes comprises",
        CorrectionGround.UnrelatedToProject => "Sans lien avec le projet",
        CorrectionGround.WrongCategory => "Nature de la dépense mal choisie",
        CorrectionGround.CountedTwice => "Déjà comptée ailleurs",
        CorrectionGround.NotProved => "Justificatif absent",
        CorrectionGround.Other => "Autre motif",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "This ground has no name."),
    };

    /// <summary>Whether a correction takes the place of this one: the same change of the same line, or one refuses what the other amends.</summary>
    internal static bool IsReplacedBy(this CostCorrection standing, CostCorrection added) =>
        standing.Line == added.Line && (standing.Kind == added.Kind || standing.Kind == CorrectionKind.Refuse || added.Kind == CorrectionKind.Refuse);
}
