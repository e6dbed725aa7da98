using Iness.Regulation;
using static Iness.Casework.Letters.LetterBlock;

namespace Iness.Casework.Letters;

/// <summary>The order that grants an aid, article by article.</summary>
internal static class GrantSections
{
    public static IReadOnlyList<LetterSection> Of(DecisionLetter letter) =>
    [
        new("Textes appliqués", [.. DecisionMentions.Introduction(letter), Seen(letter)]),
        new("Article 1 : objet", [
            new Paragraph($"Une subvention est accordée au bénéficiaire ci-dessous, au titre du dispositif « {Scheme.Title} » ({Scheme.Name})."),
            new Facts(
            [
                new("Bénéficiaire", OneLine.Of(letter.Organisation)),
                new("SIREN", DecisionMentions.Siren(letter)),
                new("Objet", OneLine.Of(letter.ProjectTitle)),
                new("Dossier", letter.FileNumber),
            ]),
        ]),
        Amount(letter),
        new("Article 3 : versement", [
            new Paragraph("L'aide est versée en une fois, sur présentation des factures acquittées des dépenses retenues. Elle est recalculée sur les dépenses payées et retenues, sans pouvoir dépasser le montant de l'article 2."),
            new Paragraph($"Le versement se demande en ligne, depuis l'espace du bénéficiaire, le {French.Date(letter.ClaimBy)} au plus tard ({DecisionLetter.MonthsToClaim} mois). Passé ce jour, l'aide non demandée est caduque."),
        ]),
        DeMinimis(letter),
        new("Article 5 : engagements", [
            new Bullets(
            [
                "réaliser le projet décrit dans la demande et affecter l'aide aux seules dépenses retenues ;",
                "signaler sans délai à la Région toute modification du projet ou de la situation de la structure ;",
                "se soumettre au contrôle de l'emploi de l'aide et en garder les justificatifs dix ans ;",
                "reverser l'aide si les conditions de son octroi ne sont pas remplies ou si elle est employée à autre chose.",
            ]),
        ], "CRPA, article L242-2 (2°) ; code général des collectivités territoriales, article L1611-4."),
    ];

    private static Bullets Seen(DecisionLetter letter) => new(
    [
        "vu le code général des collectivités territoriales ;",
        "vu la loi n° 2000-321 du 12 avril 2000, notamment son article 10, et le décret n° 2001-495 du 6 juin 2001 ;",
        $"vu le {DeMinimisRegime.On(letter.On).Regulation} de la Commission relatif aux aides de minimis ;",
        $"vu la {Lower(Scheme.Deliberation)} de la Région Hauts-de-France ;",
        $"vu la demande déposée le {French.Date(letter.FiledOn)} sous le numéro {letter.FileNumber} ;",
        "considérant que la demande remplit les conditions du dispositif.",
    ]);

    private static LetterSection Amount(DecisionLetter letter)
    {
        var assessment = letter.Reviewed.Assessment;
        List<LetterBlock> blocks =
        [
            new Paragraph($"Le montant de la subvention est de {letter.Amount} au plus."),
            new Facts(
            [
                new("Dépenses présentées", $"{letter.Claimed} hors taxes"),
                new("Dépenses retenues", $"{assessment.Costs.Eligible} hors taxes"),
                new("Base de calcul", $"{assessment.Costs.Base} hors taxes"),
                new("Taux", $"{assessment.Parameters.AidPercent} % de la base"),
            ]),
            new Bullets([.. assessment.Aid.Steps.Select(step => $"{step.Label} : {step.Amount} ({step.Provision.Id})")]),
        ];
        if (assessment.Aid.Steps.Count() > 1) blocks.Add(new Paragraph("L'aide est le plus petit de ces montants."));
        blocks.AddRange(CostSections.NotRetained(letter));
        blocks.AddRange(RetainedFactsOf(letter));
        return new("Article 2 : montant et calcul", blocks);
    }

    /// <summary>What was retained in place of the facts filed.</summary>
    internal static IEnumerable<LetterBlock> RetainedFactsOf(DecisionLetter letter) =>
        letter.Retained.Count == 0 ? [] : [new Paragraph("Faits retenus par le service, après le dépôt :"), new Bullets([.. letter.Retained.Select(OneLine.Of)])];

    private static LetterSection DeMinimis(DecisionLetter letter)
    {
        var regime = DeMinimisRegime.On(letter.On);
        return new("Article 4 : aide de minimis",
        [
            new Paragraph($"Cette subvention est une aide de minimis de {letter.Amount}, accordée le {French.Date(letter.On)} sur le fondement du {regime.Regulation} de la Commission du 13 décembre 2023, "
                + "relatif à l'application des articles 107 et 108 du traité sur le fonctionnement de l'Union européenne aux aides de minimis (JO L, 2023/2831, 15.12.2023)."),
            new Paragraph($"Toutes aides de minimis réunies, une même entreprise unique ne peut recevoir plus de {regime.Ceiling} sur {DeMinimisRegime.Years} ans. Cette aide est à déclarer à chaque nouvelle demande d'aide de minimis."),
        ], $"{char.ToUpperInvariant(regime.Regulation[0])}{regime.Regulation[1..]}, articles 3 et 7.");
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
