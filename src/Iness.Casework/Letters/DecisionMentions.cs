using Iness.Casework.Decisions;
using static Iness.Casework.Letters.LetterBlock;

namespace Iness.Casework.Letters;

/// <summary>What every decision says, whatever it decides: what nobody may take out of it.</summary>
internal static class DecisionMentions
{
    public static IReadOnlyList<LetterBlock> Introduction(DecisionLetter letter) => Paragraphs(letter.Text.Introduction, letter);

    public static string Siren(DecisionLetter letter) => Siren(letter.Siren);

    public static string Siren(Iness.Regulation.Siren? siren) => siren is { Digits: var digits } ? $"{digits[..3]} {digits[3..6]} {digits[6..]}" : "pas encore attribué";

    public static IReadOnlyList<LetterSection> Of(DecisionLetter letter, ServiceInCharge service)
    {
        var heading = letter.Kind == DecisionKind.Grant ? "Auteur de l'arrêté" : "Auteur de la décision";
        return
        [
            Algorithm(letter), Appeals(service), Contact(letter.FileNumber, service, closing: Paragraphs(letter.Text.Closing, letter)),
            Author(heading, letter.On, letter.SignatoryName, letter.SignatoryCapacity, service),
        ];
    }

    private static LetterSection Algorithm(DecisionLetter letter) => new("Le traitement algorithmique",
    [
        new Paragraph("Cette décision a été préparée à l'aide d'un traitement algorithmique. Il compare les faits du dossier aux règles publiées du dispositif, pour dire si chaque condition est remplie et calculer le montant de l'aide ; "
            + "les agents statuent sur ce qu'il ne peut pas établir, et la décision est prise par son auteur."),
        new Paragraph("Vous avez le droit d'obtenir les règles de ce traitement et les principales caractéristiques de sa mise en œuvre. Votre espace montre chaque règle, les valeurs retenues et leur effet"
            + $" (réglementation en version {letter.Reviewed.Assessment.Parameters.Version}). Vous pouvez aussi les demander au service puis, en cas de refus ou après un mois sans réponse, saisir la Commission d'accès aux documents administratifs (CADA)."),
    ], "CRPA, articles L311-3-1, R311-3-1-1 et R311-3-1-2.");

    public static LetterSection Appeals(ServiceInCharge service) => new("Voies et délais de recours",
    [
        new Paragraph("Vous avez deux mois, à compter de la notification de cette décision, pour la contester :"),
        new Bullets(
        [
            "par un recours administratif, à l'adresse du service indiquée ci-dessous. Formé dans ces deux mois, il vous conserve deux mois entiers pour saisir le juge après la réponse qui lui est faite. "
                + "Deux mois de silence sur ce recours valent rejet ;",
            $"par un recours devant le {service.Court}, {service.CourtAddress}, ou par Télérecours citoyens (https://citoyens.telerecours.fr).",
        ]),
        new Paragraph("Mise à disposition dans votre espace, la décision vous est notifiée le jour où vous la consultez, et au plus tard quinze jours après sa mise à disposition."),
    ], "CRPA, articles L410-1 à L411-7 et R112-17 à R112-20 ; code de justice administrative, articles R421-1 et R421-2.");

    /// <summary>Who follows the file: the service, and the agent where one asks something (CRPA L111-2).</summary>
    public static LetterSection Contact(string fileNumber, ServiceInCharge service, string? officer = null, IEnumerable<LetterBlock>? closing = null) => new("Qui suit votre dossier ?",
    [
        new Facts(
        [
            .. officer is null ? Array.Empty<LetterFact>() : [new("Agent", OneLine.Of(officer))],
            new("Service", $"{service.Authority}, {service.Name}"),
            new("Adresse", $"{service.Street}, {service.City}"),
            new("Courriel", service.Email),
            new("Téléphone", service.Telephone),
        ]),
        new Paragraph($"Rappelez le numéro {fileNumber} dans vos échanges."),
        .. closing ?? [],
    ], officer is null ? null : "CRPA, article L111-2.");

    /// <summary>What is missing, and the word of whoever asks.</summary>
    public static IEnumerable<LetterBlock> Missing(IReadOnlyList<string> items, string? note) =>
    [
        new Bullets([.. items.Select(OneLine.Of)]),
        .. note is null ? [] : note.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => new Paragraph(line)),
    ];

    public static LetterSection Author(string heading, DateOnly on, string name, string capacity, ServiceInCharge service) => new(
        heading,
        [
            new Paragraph($"Pour la {service.Authority}, le {Iness.Regulation.French.Date(on)}"),
            new Paragraph($"{OneLine.Of(name)}, {OneLine.Of(capacity)}"),
            new Paragraph("Décision notifiée par l'intermédiaire d'un téléservice, dispensée de signature."),
        ], "CRPA, articles L212-1 et L212-2.");

    private static IReadOnlyList<LetterBlock> Paragraphs(string text, DecisionLetter letter) =>
        [.. LetterTextBody.ParagraphsOf(MergeFields.Fill(text, letter.Fields)).Select(paragraph => new Paragraph(paragraph))];
}
