using Iness.Regulation;
using static Iness.Casework.Letters.LetterBlock;

namespace Iness.Casework.Letters;

/// <summary>What the acknowledgement of receipt says, mention by mention.</summary>
internal static class AcknowledgementSections
{
    private const string Code = "Code des relations entre le public et l'administration";

    private static readonly DeMinimisRegime Regime = DeMinimisRegime.Of2023;

    public static IReadOnlyList<LetterSection> Of(AcknowledgementOfReceipt receipt, ServiceInCharge service)
    {
        List<LetterSection> sections = [Received(receipt), Documents(receipt)];
        if (receipt.Missing is { Items.Count: > 0 } missing) sections.Add(Missing(missing));
        sections.AddRange([Answer(receipt), Appeals(receipt, service), DecisionMentions.Contact(receipt.FileNumber, service), Data(receipt), Calculation(), Aid()]);
        return sections;
    }

    private static LetterSection Received(AcknowledgementOfReceipt receipt) => new("Votre demande est bien arrivée",
    [
        new Paragraph("La Région a reçu votre demande d'aide à la transition numérique des entreprises de l'économie sociale et solidaire (INESS) "
            + $"le {receipt.FiledAt.InWords()}. Cet accusé de réception n'est pas une décision : il n'accorde ni ne promet aucune aide."),
        new Facts(
        [
            new("Numéro de dossier", receipt.FileNumber),
            new("Structure", OneLine.Of(receipt.Organisation)),
            new("SIREN", receipt.Siren is { Digits: var digits } ? $"{digits[..3]} {digits[3..6]} {digits[6..]}" : "pas encore attribué"),
            new("Déposée par", OneLine.Of(receipt.FiledBy)),
            new("Projet", OneLine.Of(receipt.ProjectTitle)),
            new("Dépenses déclarées", $"{receipt.TotalCosts} hors taxes"),
            new("Aide estimée", receipt.EstimatedAid is { } aid
                ? $"{aid}, d'après vos déclarations ; l'aide accordée peut différer"
                : "à déterminer par le service, après examen de votre dossier"),
        ]),
    ], $"{Code} (CRPA), articles L112-11 et R112-11-1.");

    private static LetterSection Documents(AcknowledgementOfReceipt receipt) => new("Ce que nous avons reçu",
    [
        receipt.Documents.Count == 0
            ? new Paragraph("Votre demande, sans pièce jointe.")
            : new Bullets([.. receipt.Documents.Select(document => $"{OneLine.Of(document.Name)} : {Words(document.State)}")]),
    ]);

    private static string Words(ReceivedDocumentState state) => state switch
    {
        ReceivedDocumentState.Clean => "fichier reçu",
        ReceivedDocumentState.BeingScanned => "fichier reçu, analyse antivirus en cours",
        ReceivedDocumentState.NotScanned => "fichier reçu, sans analyse antivirus",
        ReceivedDocumentState.Infected => "fichier écarté, car un virus y a été détecté ; envoyez-en une version saine",
        _ => throw new InvalidOperationException($"A letter cannot say {state}."),
    };

    private static LetterSection Missing(MissingItems missing) => new("Ce qui manque",
    [
        new Bullets([.. missing.Items.Select(OneLine.Of)]),
        new Paragraph(missing.DueOn is { } due
            ? $"Envoyez ces éléments depuis votre espace le {French.Date(due)} au plus tard. Le service ne peut pas instruire votre demande sans eux : "
                + "le délai de réponse est suspendu jusqu'à ce que vous ayez tout envoyé, ou au plus tard jusqu'à cette date."
            : "Envoyez ces éléments par un message, depuis votre espace, dès que possible. Le service vous écrira s'il ne peut pas instruire votre demande sans eux."),
    ], "CRPA, articles L114-5, L114-5-1 et R112-11-4.");

    private static LetterSection Answer(AcknowledgementOfReceipt receipt) => new("Quand aurez-vous une réponse ?",
    [
        new Paragraph($"La Région a deux mois pour vous répondre. Son silence vaut rejet : sans réponse de sa part le {French.Date(receipt.ImplicitRejectionOn)} "
            + "au plus tard, et si votre demande est complète, elle sera réputée rejetée à cette date."),
        new Paragraph("Si un élément indispensable manque, le service vous le demande et vous donne une date. Le délai de deux mois est alors suspendu : "
            + "il reprend quand vous avez tout envoyé, ou au plus tard à la date donnée. Votre espace indique à tout moment la nouvelle échéance."),
    ], "CRPA, articles L231-4 (3°), L114-3 et L114-5.");

    private static LetterSection Appeals(AcknowledgementOfReceipt receipt, ServiceInCharge service) => new("Si votre demande est rejetée",
    [
        new Paragraph($"Vous avez deux mois pour contester, à compter du {French.Date(receipt.ImplicitRejectionOn)} en cas de silence (ou de la nouvelle échéance, si le délai a été suspendu), "
            + "ou à compter du jour où le rejet vous est notifié :"),
        new Bullets(
        [
            "par un recours administratif, à l'adresse du service indiquée ci-dessous. Formé dans ces deux mois, il vous conserve deux mois entiers pour saisir le juge après la réponse qui lui est faite. "
                + "Deux mois de silence sur ce recours valent rejet ;",
            $"par un recours devant le {service.Court}, {service.CourtAddress}, ou par Télérecours citoyens (https://citoyens.telerecours.fr).",
        ]),
    ], "CRPA, articles L410-1 à L411-7 ; code de justice administrative, articles R421-1 et R421-2.");

    private static LetterSection Data(AcknowledgementOfReceipt receipt) => new("Ce que nous ne vous demandons pas", receipt.Fetched.Count == 0
        ?
        [
            new Paragraph("La Région se procure elle-même les informations que d'autres administrations détiennent. À ce jour, elle n'en a demandé aucune pour votre dossier."),
        ]
        :
        [
            new Paragraph("La Région se procure elle-même ces informations, auprès de qui les détient :"),
            new Facts([.. receipt.Fetched.Select(data => new LetterFact(OneLine.Of(data.Source), OneLine.Of(data.Data)))]),
            new Paragraph("Si l'une d'elles est inexacte, signalez-le au service : vous avez le droit de la faire rectifier."),
        ], "CRPA, articles L113-12 et L114-8.");

    private static LetterSection Calculation() => new("Comment l'aide est estimée",
    [
        new Paragraph("Un traitement algorithmique compare vos déclarations aux règles publiées du dispositif, pour estimer votre éligibilité et le montant de l'aide. "
            + "Il prépare le travail des agents ; la décision est prise par la Région. Vous pouvez demander au service les règles de ce traitement et la manière dont elles vous ont été appliquées, "
            + "puis, en cas de refus ou après un mois sans réponse, saisir la Commission d'accès aux documents administratifs (CADA)."),
    ], "CRPA, articles L311-3-1, R311-3-1-1 et R311-3-1-2.");

    private static LetterSection Aid() => new("La nature de l'aide",
    [
        new Paragraph($"Si elle est accordée, l'aide est une aide de minimis au sens du {Regime.Regulation} de la Commission : au plus {Regime.Ceiling} sur {DeMinimisRegime.Years} ans, "
            + "toutes aides de minimis réunies, pour une même entreprise unique."),
    ], $"{Scheme.Deliberation}.");
}
