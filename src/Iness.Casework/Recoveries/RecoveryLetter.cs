using Iness.Casework.Letters;
using Iness.Regulation;
using static Iness.Casework.Letters.LetterBlock;

namespace Iness.Casework.Recoveries;

/// <summary>The act that reduces a grant, withdraws it, or asks it back: the facts it states. Nobody edits its words.</summary>
internal sealed record RecoveryLetter
{
    /// <summary>The recovery.</summary>
    public required Recovery Recovery { get; init; }

    /// <summary>Number of the file.</summary>
    public required string FileNumber { get; init; }

    /// <summary>Name of the organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>Its number; null for one that is not registered.</summary>
    public required Siren? Siren { get; init; }

    /// <summary>Its postal address, a line each.</summary>
    public required IReadOnlyList<string> Address { get; init; }

    /// <summary>The day of the order that granted the aid.</summary>
    public required DateOnly GrantedOn { get; init; }

    /// <summary>What the order granted.</summary>
    public required Money Granted { get; init; }

    /// <summary>What it was still worth for its payment.</summary>
    public required Money Worth { get; init; }

    /// <summary>What was paid; null while nothing was.</summary>
    public required Money? Paid { get; init; }

    /// <summary>The day it was paid.</summary>
    public required DateOnly? PaidOn { get; init; }

    /// <summary>The control it follows, in a sentence; null for none.</summary>
    public required string? Control { get; init; }

    /// <summary>The day of the act.</summary>
    public required DateOnly On { get; init; }

    /// <summary>First and family name of the author.</summary>
    public required string Author { get; init; }

    /// <summary>Capacity of the author.</summary>
    public required string Capacity { get; init; }

    /// <summary>Writes it.</summary>
    public Letter ToLetter(ServiceInCharge service) => new()
    {
        From = service,
        Recipient = [.. new[] { Organisation }.Concat(Address).Select(OneLine.Of)],
        Date = On,
        Reference = FileNumber,
        Subject = Recovery.Kind switch
        {
            RecoveryKind.Reduction => "Décision de réduction de l'aide INESS",
            RecoveryKind.Withdrawal => "Décision de retrait de l'aide INESS",
            _ => "Décision de reversement de l'aide INESS",
        },
        Sections = [Texts(), Decided(), Reasons(), Heard(), Effects(), DecisionMentions.Appeals(service), DecisionMentions.Contact(FileNumber, service), DecisionMentions.Author("Auteur de la décision", On, Author, Capacity, service)],
    };

    private LetterSection Texts() => new("Textes appliqués",
    [
        new Bullets(
        [
            "vu le code général des collectivités territoriales ;",
            "vu le code des relations entre le public et l'administration (CRPA), notamment ses articles L121-1, L122-1, L211-2 et L242-2 (2°) ;",
            "vu la loi n° 2000-321 du 12 avril 2000, notamment son article 10 ;",
            $"vu la {char.ToLowerInvariant(Scheme.Deliberation[0])}{Scheme.Deliberation[1..]} de la Région Hauts-de-France ;",
            $"vu l'arrêté du {French.Date(GrantedOn)} qui accorde au bénéficiaire une aide de {Granted} au plus, notamment ses articles 3 et 5 ;",
            .. Paid is { } paid && PaidOn is { } day ? [$"vu le paiement de {paid}, le {French.Date(day)} ;"] : Array.Empty<string>(),
            .. Control is { } control ? [$"vu {OneLine.Of(control)} ;"] : Array.Empty<string>(),
            $"vu l'invitation à présenter des observations, adressée le {French.Date(Recovery.OpenedAt.DayInParis())}.",
        ]),
    ]);

    private LetterSection Decided()
    {
        var what = Recovery.Kind switch
        {
            RecoveryKind.Reduction => $"L'aide accordée par l'arrêté du {French.Date(GrantedOn)} est réduite de {Recovery.Amount}. Elle est désormais de {Worth - Recovery.Amount} au plus.",
            RecoveryKind.Withdrawal => $"L'aide de {Recovery.Amount} accordée par l'arrêté du {French.Date(GrantedOn)} est retirée tout entière.",
            _ => $"Le bénéficiaire reverse à la Région {Recovery.Amount} sur l'aide qui lui a été versée.",
        };
        return new("La décision",
        [
            new Paragraph(what),
            new Facts([new("Bénéficiaire", OneLine.Of(Organisation)), new("SIREN", DecisionMentions.Siren(Siren)), new("Dossier", FileNumber), new("Montant", Recovery.Amount.ToString())]),
        ], "CRPA, article L242-2 (2°).");
    }

    private LetterSection Reasons()
    {
        var provision = Scheme.Provisions.FirstOrDefault(known => known.Id == Recovery.Provision);
        return new("Motifs",
        [
            new Paragraph("En droit : l'administration peut, sans condition de délai, retirer une décision attribuant une subvention lorsque les conditions mises à son octroi n'ont pas été respectées."),
            .. provision is null ? [] : new LetterBlock[] { new Paragraph($"Disposition appliquée : {provision.Title} ({provision.Id}). {provision.Rule}") },
            new Paragraph("En fait :"),
            .. LetterTextBody.ParagraphsOf(Recovery.Grounds).Select(paragraph => new Paragraph(paragraph)),
        ], "CRPA, articles L211-2, L211-5 et L242-2 (2°).");
    }

    private LetterSection Heard() => new("Vos observations",
    [
        .. Recovery is { Observations: { } given, ObservedAt: { } at }
            ? (IEnumerable<LetterBlock>)[new Paragraph($"Vous avez présenté ces observations le {French.Date(at.DayInParis())}, qui ont été examinées :"), .. LetterTextBody.ParagraphsOf(given).Select(paragraph => new Paragraph(paragraph))]
            : [new Paragraph($"Invité à présenter vos observations jusqu'au {French.Date(Recovery.HearUntil)}, vous n'en avez pas présenté.")],
    ], "CRPA, articles L121-1 et L122-1.");

    private LetterSection Effects() => new("Ce que cela change",
    [
        new Paragraph(Recovery.Kind switch
        {
            RecoveryKind.Reduction => $"Le versement se demande comme avant, jusqu'au dernier jour fixé par l'arrêté. Il ne dépassera pas {Worth - Recovery.Amount}.",
            RecoveryKind.Withdrawal => "Rien ne sera versé au titre de cet arrêté, et vous n'avez rien à rembourser. Cette aide ne compte plus parmi vos aides de minimis.",
            _ => "Un titre de recette vous sera adressé par le comptable public : il dit comment payer, et avant quel jour. Plusieurs versements peuvent être convenus avec lui. Votre espace indique ce qui est reçu et ce qui reste dû.",
        }),
    ]);
}
