using Iness.Casework.Applications;
using Iness.Casework.Letters;
using Iness.Casework.Payments.Checks;
using Iness.Regulation;
using static Iness.Casework.Letters.LetterBlock;

namespace Iness.Casework.Payments.Claims;

/// <summary>The acknowledgement of receipt of a claim for payment.</summary>
internal static class ClaimReceipt
{
    public const string Subject = "Accusé de réception de votre demande de versement INESS";

    public static Letter Of(ClaimUnderCheck review, Application application, string filedBy, BankAccount? account, IReadOnlyList<MissingPart> missing, DateTime now, ServiceInCharge service)
    {
        var assessment = review.Assess(PaidBasis.Claimed);
        List<LetterSection> sections = [Received(review, application, filedBy, account, assessment.Amount, now), Invoices(review)];
        if (missing.Count > 0)
        {
            sections.Add(new("Ce qui manque",
            [
                new Bullets([.. missing.Select(part => OneLine.Of(part.Sentence))]),
                new Paragraph("Le service vous demandera ces éléments. Le délai de paiement ne court qu'une fois votre demande complète."),
            ], "Code des relations entre le public et l'administration (CRPA), articles L114-5 et L114-5-1."));
        }

        sections.AddRange([Payment(missing.Count == 0, review.Claim.CompleteOn is not null, now), DecisionMentions.Contact(application.Number!, service)]);
        return new()
        {
            From = service,
            Recipient = [OneLine.Of(application.Organisation!.Name), OneLine.Of(FrenchTypography.ToTheAttentionOf(filedBy))],
            Date = now.DayInParis(),
            Reference = application.Number!,
            Subject = Subject,
            Sections = sections,
        };
    }

    private static LetterSection Received(ClaimUnderCheck review, Application application, string filedBy, BankAccount? account, Money estimate, DateTime now)
    {
        List<LetterFact> facts =
        [
            new("Numéro de dossier", application.Number!),
            new("Structure", OneLine.Of(application.Organisation!.Name)),
            new("Déposée par", OneLine.Of(filedBy)),
            new("Aide accordée", $"{review.Granted.Amount}"),
            new("Dépenses payées présentées", $"{review.Facts(PaidBasis.Claimed).Proved} hors taxes"),
            new("Versement estimé", $"{estimate}, d'après vos factures ; le montant versé peut différer"),
        ];
        if (account is not null) facts.Add(new("Compte bancaire", $"{Iban.Masked(account.Iban)}, au nom de {OneLine.Of(account.Holder)}"));
        if (application.ClaimBy is { } by && now.DayInParis() > by) facts.Add(new("Date limite de l'arrêté", $"{French.Date(by)}, dépassée : la Région se prononcera sur ce retard"));
        return new("Votre demande de versement est bien arrivée",
        [
            new Paragraph($"La Région a reçu votre demande de versement le {now.InWords()}."),
            new Facts(facts),
        ], "CRPA, articles L112-11 et R112-11-1.");
    }

    private static LetterSection Invoices(ClaimUnderCheck review) => new("Ce que nous avons reçu",
    [
        new Bullets([.. review.Invoices.Select(one => OneLine.Of($"{ClaimParts.NameOf(one.Invoice)}, {(one.Invoice.NetTotal is { } net ? $"{net} hors taxes" : "montant à saisir")}"))]),
    ]);

    private static LetterSection Payment(bool isComplete, bool isFiledAgain, DateTime now) => new("Quand serez-vous payé ?",
    [
        new Paragraph(isFiledAgain ? "La Région a soixante jours pour payer une demande complète. Ce délai, suspendu depuis qu'elle vous a demandé des éléments, reprend aujourd'hui."
            : isComplete
            ? $"Votre demande est complète à ce jour : la Région a soixante jours pour payer, soit jusqu'au {French.Date(now.DayInParis().AddDays(PaymentDays))}. S'il lui manque un élément, elle vous le demande, et ce délai est suspendu."
            : "La Région a soixante jours pour payer, à compter du jour où votre demande est complète."),
        new Paragraph("Un agent contrôle les factures, un second valide le versement, puis le comptable public le paie. L'aide versée est calculée sur les dépenses payées et retenues ; elle ne dépasse jamais l'aide accordée."),
    ], "Décret n° 2001-495 du 6 juin 2001 ; disposition PAY-1 du dispositif.");

    private const int PaymentDays = 60;
}
