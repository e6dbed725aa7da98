using Iness.Regulation;
using static Iness.Casework.Letters.LetterBlock;

namespace Iness.Casework.Letters;

/// <summary>The closure of an application without follow-up, with its reason.</summary>
internal static class ClosureSections
{
    public static IReadOnlyList<LetterSection> Of(DecisionLetter letter) =>
    [
        new("La décision",
        [
            .. DecisionMentions.Introduction(letter),
            new Paragraph($"La demande déposée le {French.Date(letter.FiledOn)} pour le projet « {OneLine.Of(letter.ProjectTitle)} » est classée sans suite."),
            new Facts([new("Structure", OneLine.Of(letter.Organisation)), new("SIREN", DecisionMentions.Siren(letter)), new("Dossier", letter.FileNumber)]),
        ], $"{Scheme.Deliberation} de la Région Hauts-de-France."),
        new("Pourquoi", [new Paragraph(OneLine.Of(letter.Reason ?? "")), new Paragraph(
                $"Une demande déposée compte quelle qu'en soit l'issue : il ne peut y en avoir qu'une en {letter.YearsBetweenApplications} ans. Une autre peut être commencée à partir du {French.Date(letter.NextApplicationOn)} (disposition FRQ-1).")],
            "CRPA, articles L114-5, L211-2 et L211-5."),
    ];
}
