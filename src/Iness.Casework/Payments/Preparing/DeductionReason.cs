using Iness.Regulation;

namespace Iness.Casework.Payments.Preparing;

/// <summary>Why a line of a paid invoice is not retained, or not whole. Kept in the database by name: never rename one.</summary>
public enum DeductionReason
{
    /// <summary>Le paiement n'est pas prouvé.</summary>
    NotProved,

    /// <summary>Sans lien avec une dépense accordée.</summary>
    NotGranted,

    /// <summary>Facturée à un autre.</summary>
    OtherBuyer,

    /// <summary>Commandée avant la création de la demande.</summary>
    OrderedTooEarly,

    /// <summary>Montant toutes taxes comprises.</summary>
    IncludesVat,

    /// <summary>Abonnement de plus de douze mois.</summary>
    SubscriptionTooLong,

    /// <summary>Site vitrine.</summary>
    ShowcaseWebsite,

    /// <summary>Logiciel grand public.</summary>
    ConsumerSoftware,

    /// <summary>Crédit-bail ou location.</summary>
    Rental,

    /// <summary>Cybersécurité.</summary>
    Cybersecurity,

    /// <summary>Déjà présentée, ici ou dans un autre dossier.</summary>
    CountedTwice,

    /// <summary>Remise ou avoir.</summary>
    Refunded,

    /// <summary>Autre.</summary>
    Other,
}

/// <summary>What a deduction is called, and the provision it rests on.</summary>
public static class DeductionWords
{
    /// <summary>The reason in words.</summary>
    public static string InFrench(this DeductionReason reason) => reason switch
    {
        DeductionReason.NotProved => "Paiement non prouvé",
        DeductionReason.NotGranted => "Sans lien avec une dépense accordée",
        DeductionReason.OtherBuyer => "Facturée à un autre que le bénéficiaire",
        DeductionReason.OrderedTooEarly => "Commandée avant la création de la demande",
        DeductionReason.IncludesVat => "Montant toutes taxes comprises",
        DeductionReason.SubscriptionTooLong => "Abonnement de plus de douze mois",
        DeductionReason.ShowcaseWebsite => "Site vitrine",
        DeductionReason.ConsumerSoftware => "Logiciel grand public",
        DeductionReason.Rental => "Crédit-bail ou location",
        DeductionReason.Cybersecurity => "Cybersécurité",
        DeductionReason.CountedTwice => "Déjà présentée, ici ou dans un autre dossier",
        DeductionReason.Refunded => "Remise ou avoir",
        DeductionReason.Other => "Autre motif",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "This reason has no name."),
    };

    /// <summary>The provision it rests on.</summary>
    public static Provision Ground(this DeductionReason reason) => reason switch
    {
        DeductionReason.NotGranted or DeductionReason.IncludesVat => Provision.Cos,
        DeductionReason.OtherBuyer => Provision.Cos1,
        DeductionReason.OrderedTooEarly => Provision.Cos11,
        DeductionReason.SubscriptionTooLong => Provision.Cos2,
        DeductionReason.ShowcaseWebsite => Provision.Xco1,
        DeductionReason.ConsumerSoftware => Provision.Xco2,
        DeductionReason.Rental => Provision.Xco4,
        DeductionReason.Cybersecurity => Provision.Xco5,
        _ => Provision.Pay1,
    };

    /// <summary>The reason that a line keeps; null for none, or for one that is not known.</summary>
    public static DeductionReason? ReasonOf(string? kept) => Enum.TryParse<DeductionReason>(kept, out var reason) && reason.ToString() == kept ? reason : null;

    /// <summary>The reason with its provision: « Site vitrine (XCO-1) ».</summary>
    public static string WithGround(this DeductionReason reason) => $"{reason.InFrench()} ({reason.Ground().Id})";
}
