using Iness.Regulation.Costs;
using static Iness.Casework.Letters.LetterBlock;

namespace Iness.Casework.Letters;

/// <summary>Why costs were not retained, line by line: what the provisions take off, and what the service corrected (CRPA L211-5).</summary>
internal static class CostSections
{
    /// <summary>The blocks; none when all is retained as it was filed.</summary>
    public static IReadOnlyList<LetterBlock> NotRetained(DecisionLetter letter)
    {
        List<LetterBlock> blocks = [];
        var reduced = letter.Reviewed.Assessment.Costs.Lines.Where(line => line.Retained < line.Line.Amount).Select(InWords).ToList();
        if (reduced.Count > 0) blocks.AddRange([new Paragraph("Dépenses que le règlement ne retient pas, ou pas en entier :"), new Bullets(reduced)]);
        if (letter.Corrections.Count > 0) blocks.AddRange([new Paragraph("Dépenses corrigées par le service :"), new Bullets([.. letter.Corrections.Select(OneLine.Of)])]);
        return blocks;
    }

    private static string InWords(CostLineAssessment line) =>
        $"{OneLine.Of(string.IsNullOrWhiteSpace(line.Line.Label) ? line.Line.Id : line.Line.Label)} : {line.Line.Amount} présentés, {line.Retained} retenus. "
        + string.Join(" ", line.Reasons.Select(reason => $"{reason.Explanation} ({reason.Provision.Id})"));
}
