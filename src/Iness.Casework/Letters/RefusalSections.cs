using Iness.Regulation;
using Iness.Regulation.Review;
using static Iness.Casework.Letters.LetterBlock;

namespace Iness.Casework.Letters;

/// <summary>The refusal of an aid: its reasons in law and in fact, from the findings and the officers' rulings.</summary>
internal static class RefusalSections
{
    public static IReadOnlyList<LetterSection> Of(DecisionLetter letter) =>
    [
        new("La décision",
        [
            .. DecisionMentions.Introduction(letter),
            new Paragraph($"L'aide demandée le {French.Date(letter.FiledOn)} pour le projet « {OneLine.Of(letter.ProjectTitle)} » est refusée."),
            new Facts([new("Structure", OneLine.Of(letter.Organisation)), new("SIREN", DecisionMentions.Siren(letter)), new("Dossier", letter.FileNumber)]),
        ], $"{Scheme.Deliberation} de la Région Hauts-de-France."),
        .. letter.Reviewed.Findings.Where(finding => finding.Verdict == Verdict.NotMet).Select(Reason),
        .. Costs(letter),
        new("Ce que disent les textes", [new Paragraph("Toute décision qui refuse une aide est motivée : les considérations de droit et de fait qui la fondent sont énoncées ci-dessus.")],
            "CRPA, articles L211-2 et L211-5."),
    ];

    private static IEnumerable<LetterSection> Costs(DecisionLetter letter)
    {
        LetterBlock[] blocks = [.. CostSections.NotRetained(letter), .. GrantSections.RetainedFactsOf(letter)];
        if (blocks.Length > 0)
            yield return new("Les dépenses et les faits retenus", [new Paragraph($"Dépenses présentées : {letter.Claimed} hors taxes. Dépenses retenues : {letter.Reviewed.Assessment.Costs.Eligible} hors taxes."), .. blocks], "CRPA, article L211-5.");
    }

    private static LetterSection Reason(ReviewedFinding reviewed)
    {
        var finding = reviewed.Finding;
        List<LetterBlock> blocks =
        [
            new Paragraph($"En droit : {finding.Provision.Rule}"),
            new Paragraph($"En fait : {finding.Explanation}"),
        ];
        if (reviewed.Ruling is { } ruling) blocks.Add(new Paragraph($"Appréciation de l'agent qui a examiné la demande : {OneLine.Of(ruling.Reason)}"));
        return new($"Motif : {finding.Provision.Title} ({finding.Provision.Id})", blocks, $"{string.Join(" ; ", finding.Provision.Sources)}.");
    }
}
