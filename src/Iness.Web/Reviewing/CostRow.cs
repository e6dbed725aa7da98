using Iness.Casework.Review;
using Iness.Regulation;
using Iness.Regulation.Costs;
using Iness.Web.Simulation;

namespace Iness.Web.Reviewing;

/// <summary>One cost line: claimed, retained as filed, retained after correction, and why.</summary>
/// <param name="AsFiled">The line as filed, or as it was mended since and retained.</param>
/// <param name="Now">The line once corrected; null when it is refused.</param>
/// <param name="Corrections">The corrections that stand on it.</param>
public sealed record CostRow(CostLineAssessment AsFiled, CostLineAssessment? Now, IReadOnlyList<CostCorrection> Corrections)
{
    /// <summary>What is retained now.</summary>
    public Money Retained => Now?.Retained ?? Money.Zero;

    /// <summary>The lines of a file.</summary>
    public static IReadOnlyList<CostRow> Of(FileUnderReview file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var now = file.Reviewed.Assessment.Costs.Lines.ToDictionary(line => line.Line.Id, StringComparer.Ordinal);
        return
        [
            .. file.Uncorrected.Costs.Lines.Select(line => new CostRow(
                line,
                now.TryGetValue(line.Line.Id, out var found) ? found : null,
                [.. file.Corrections.Where(correction => correction.Line == line.Line.Id)])),
        ];
    }

    /// <summary>A correction in a few words: « Réduite à 500 € ».</summary>
    public static string InWords(CostCorrection correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return correction switch
        {
            { Kind: CorrectionKind.Requalify, Category: { } category } => $"Requalifiée : {CategoryOf(category)}",
            { Kind: CorrectionKind.Reduce, Amount: { } amount } => $"Réduite à {amount}",
            _ => "Écartée",
        };
    }

    /// <summary>The name of a category.</summary>
    public static string CategoryOf(CostCategory category) => CostWords.Categories.First(choice => choice.Value == category.ToString()).Text;
}
