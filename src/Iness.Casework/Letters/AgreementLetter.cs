using Iness.Regulation;
using static Iness.Casework.Letters.LetterBlock;

namespace Iness.Casework.Letters;

/// <summary>The standard agreement between the Région and the beneficiary of a grant: the articles of the order, accepted by both.</summary>
public static class AgreementLetter
{
    /// <summary>Writes it; with its acceptance once the beneficiary gave it online.</summary>
    /// <param name="order">The letter of the grant.</param>
    /// <param name="service">Who writes.</param>
    /// <param name="on">The day it is offered, or accepted.</param>
    /// <param name="accepted">Who accepted, for the beneficiary; null until then.</param>
    public static Letter Of(DecisionLetter order, ServiceInCharge service, DateOnly on, AgreementAcceptance? accepted)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(service);
        return new()
        {
            From = service,
            Recipient = [.. new[] { order.Organisation }.Concat(order.Address).Select(OneLine.Of)],
            Date = on,
            Reference = order.FileNumber,
            Subject = "Convention attributive de l'aide INESS",
            Sections = [Parties(order, service), .. GrantSections.Of(order).Skip(1), Duration(order), accepted is null ? ToAccept(order) : Accepted(order, accepted)],
        };
    }

    private static LetterSection Parties(DecisionLetter order, ServiceInCharge service) => new("Entre",
    [
        new Bullets(
        [
            $"la {service.Authority}, représentée par {OneLine.Of(order.SignatoryName)}, {OneLine.Of(order.SignatoryCapacity)}, d'une part ;",
            $"{OneLine.Of(order.Organisation)} (SIREN : {DecisionMentions.Siren(order)}), le bénéficiaire, d'autre part.",
        ]),
        new Paragraph($"L'aide a été accordée par l'arrêté du {French.Date(order.On)}, dont cette convention reprend les termes."),
    ], "Loi n° 2000-321 du 12 avril 2000, article 10 ; décret n° 2001-495 du 6 juin 2001.");

    private static LetterSection Duration(DecisionLetter order) => new("Article 6 : durée", [new Paragraph($"La convention prend effet à son acceptation par le bénéficiaire, et s'achève au versement de l'aide ou, à défaut de demande, le {French.Date(order.ClaimBy)}. Les engagements de l'article 5 lui survivent.")]);

    private static LetterSection ToAccept(DecisionLetter order) => new("Acceptation du bénéficiaire",
    [
        new Paragraph("Le bénéficiaire accepte la convention en ligne, depuis son espace, ou la signe ci-dessous et dépose l'exemplaire signé dans son espace."),
        new Facts([new("Pour", OneLine.Of(order.Organisation)), new("Nom et qualité", "……………………………………"), new("Date", "……………………………………"), new("Signature", "……………………………………")]),
    ]);

    private static LetterSection Accepted(DecisionLetter order, AgreementAcceptance accepted) => new("Acceptation du bénéficiaire",
    [
        new Paragraph($"Acceptée en ligne pour {OneLine.Of(order.Organisation)} par {OneLine.Of(accepted.Name)}, {OneLine.Of(accepted.Capacity)}, qui a déclaré pouvoir engager la structure, le {accepted.At.InWords()}."),
    ]);
}

/// <summary>Who accepted an agreement, for the beneficiary.</summary>
/// <param name="Name">First and family name.</param>
/// <param name="Capacity">Capacity, as typed.</param>
/// <param name="At">When, UTC.</param>
public sealed record AgreementAcceptance(string Name, string Capacity, DateTime At);
