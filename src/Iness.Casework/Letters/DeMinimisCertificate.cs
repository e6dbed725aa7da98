using Iness.Regulation;
using static Iness.Casework.Letters.LetterBlock;

namespace Iness.Casework.Letters;

/// <summary>The certificate of a de minimis aid that a beneficiary shows to whoever grants it another (Regulation (EU) 2023/2831, articles 6 and 7): the facts it states.</summary>
public sealed record DeMinimisCertificate
{
    /// <summary>Number of the file.</summary>
    public required string FileNumber { get; init; }

    /// <summary>Name of the beneficiary.</summary>
    public required string Organisation { get; init; }

    /// <summary>Its number; null for one that is not registered yet.</summary>
    public required Siren? Siren { get; init; }

    /// <summary>Amount granted, less what was taken off since.</summary>
    public required Money Amount { get; init; }

    /// <summary>Amount granted at first.</summary>
    public required Money Granted { get; init; }

    /// <summary>Day of the legal right.</summary>
    public required DateOnly GrantedOn { get; init; }

    /// <summary>Day the register confirmed it; null while it did not.</summary>
    public required DateOnly? ConfirmedOn { get; init; }

    /// <summary>The day it is made out.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Writes it.</summary>
    public Letter ToLetter(ServiceInCharge service)
    {
        ArgumentNullException.ThrowIfNull(service);
        var regime = DeMinimisRegime.On(GrantedOn);
        return new()
        {
            From = service,
            Recipient = [OneLine.Of(Organisation)],
            Date = On,
            Reference = FileNumber,
            Subject = "Attestation d'aide de minimis",
            Sections = [Certified(service, regime), Meaning(regime), Contact(service)],
        };
    }

    private LetterSection Certified(ServiceInCharge service, DeMinimisRegime regime)
    {
        List<LetterFact> facts =
        [
            new("Bénéficiaire", OneLine.Of(Organisation)),
            new("SIREN", Siren is { Digits: var digits } ? $"{digits[..3]} {digits[3..6]} {digits[6..]}" : "pas encore attribué"),
            new("Autorité qui accorde l'aide", service.Authority),
            new("Date d'octroi", French.Date(GrantedOn)),
            new("Montant de l'aide (équivalent-subvention brut)", Amount.ToString()),
            new("Instrument", "subvention directe"),
            new("Fondement", $"{regime.Regulation} de la Commission du 13 décembre 2023 (JO L, 2023/2831, 15.12.2023)"),
            new("Dossier", FileNumber),
        ];
        if (Amount != Granted) facts.Add(new("Montant accordé à l'origine", $"{Granted}, réduit depuis"));
        facts.Add(new("Registre national des aides de minimis", ConfirmedOn is { } day ? $"déclarée, et confirmée le {French.Date(day)}" : "déclaration en cours"));
        return new("Ce que la Région atteste",
        [
            new Paragraph($"La {service.Authority} atteste avoir accordé au bénéficiaire ci-dessous, au titre du dispositif « {Scheme.Title} » ({Scheme.Name}), une aide de minimis."),
            new Facts(facts),
        ], $"{char.ToUpperInvariant(regime.Regulation[0])}{regime.Regulation[1..]}, articles 3, 6 et 7.");
    }

    private static LetterSection Meaning(DeMinimisRegime regime) => new("Ce que cela signifie pour vous",
    [
        new Paragraph($"Toutes aides de minimis réunies, une même entreprise unique ne peut recevoir plus de {regime.Ceiling} sur {DeMinimisRegime.Years} ans. L'aide compte à sa date d'octroi, quelle que soit la date de son versement."),
        new Paragraph("Déclarez cette aide à chaque nouvelle demande d'aide de minimis, et joignez cette attestation si elle vous est demandée."),
    ]);

    private static LetterSection Contact(ServiceInCharge service) => new("Qui délivre cette attestation ?",
    [
        new Paragraph($"{service.Authority}, {service.Name}, {service.Street}, {service.City}. Courriel : {service.Email}. Téléphone : {service.Telephone}."),
        new Paragraph("Document établi par le téléservice Iness à partir de la décision notifiée."),
    ]);
}
