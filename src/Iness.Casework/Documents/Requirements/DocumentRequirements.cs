using Iness.Regulation;

namespace Iness.Casework.Documents.Requirements;

/// <summary>Which documents an application needs: each follows from a fact, and nothing is asked that the facts do not call for.</summary>
public static class DocumentRequirements
{
    /// <summary>The documents to give, in the order they are asked.</summary>
    public static IReadOnlyList<DocumentRequirement> For(AssessmentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return [.. Identity(request.Undertaking), .. Quality(request.Undertaking), .. Standing(request.Undertaking), .. Project(request)];
    }

    /// <summary>The French name of a kind, wherever a document is listed.</summary>
    public static string NameOf(DocumentKind kind) => kind switch
    {
        DocumentKind.Statutes => "Statuts",
        DocumentKind.RegistrationReceipt => "Récépissé de déclaration de l'association",
        DocumentKind.CompanyExtract => "Extrait Kbis",
        DocumentKind.EsusApproval => "Agrément ESUS en cours de validité",
        DocumentKind.ScopCertificate => "Attestation d'inscription sur la liste des SCOP",
        DocumentKind.WorkIntegrationAgreement => "Convention d'insertion signée avec l'État",
        DocumentKind.GeiqLabel => "Label GEIQ en cours de validité",
        DocumentKind.Accounts => "Comptes du dernier exercice clos",
        DocumentKind.ForecastAccounts => "Comptes prévisionnels",
        DocumentKind.TaxCertificate => "Attestation de régularité fiscale",
        DocumentKind.SocialCertificate => "Attestation de vigilance (Urssaf ou MSA)",
        DocumentKind.Quote => "Devis",
        DocumentKind.OtherAidNotification => "Notifications des autres aides publiques",
        DocumentKind.Mandate => "Mandat pour engager l'organisation",
        DocumentKind.Invoice => "Facture",
        DocumentKind.PaymentProof => "Preuve de paiement",
        DocumentKind.AccountantList => "Liste des paiements certifiée",
        DocumentKind.BankDetails => "Relevé d'identité bancaire (RIB)",
        _ => "Autre document",
    };

    private static IEnumerable<DocumentRequirement> Identity(Undertaking undertaking)
    {
        var isBeingCreated = IsNotRegisteredYet(undertaking);
        if (!IsSoleTrader(undertaking.LegalCategory))
            yield return Ask(DocumentKind.Statutes,
                isBeingCreated ? "Un projet de statuts suffit tant que la structure n'est pas créée." : "La dernière version à jour, datée et signée, avec la liste des dirigeants si elle est à part.",
                Provision.Ben);
        if (isBeingCreated || undertaking.LegalCategory is not { } category) yield break;
        if (category.IsAssociation)
            yield return Ask(DocumentKind.RegistrationReceipt, "Remis par la préfecture à la création ; une copie se demande au greffe des associations de votre département.", Provision.Ben3);
        else if (IsInCommercialRegister(category))
            yield return Ask(DocumentKind.CompanyExtract, "Gratuit pour le dirigeant sur monidenum.fr ; il date de moins de trois mois.", Provision.Ben, Provision.Eli5);
    }

    private static IEnumerable<DocumentRequirement> Quality(Undertaking undertaking)
    {
        var held = undertaking.Approvals ?? Approvals.None;
        if (held.HasFlag(Approvals.Esus))
            yield return Ask(DocumentKind.EsusApproval,
                "L'arrêté du préfet ou, si l'accord est tacite, l'accusé de réception de la demande d'agrément ; indiquez-en les dates de début et de fin.",
                Provision.Ben1) with
            {
                NeedsValidity = true,
            };
        if (held.HasFlag(Approvals.Scop) || undertaking.LegalCategory is { IsWorkersCooperative: true })
            yield return Ask(DocumentKind.ScopCertificate, "Délivrée par le ministère du Travail, ou par votre union régionale des SCOP qui en garde la liste.", Provision.Ben2);
        if ((held & Approvals.WorkIntegration) != Approvals.None || undertaking.LegalCategory is { IsWorkIntegration: true })
            yield return Ask(DocumentKind.WorkIntegrationAgreement, "La convention en cours et ses annexes, signées avec la DDETS de votre département.", Provision.Ben3, Provision.Exc5);
        if (held.HasFlag(Approvals.Geiq))
            yield return Ask(DocumentKind.GeiqLabel, "Le courrier ou le certificat de l'année en cours, délivré par la Fédération française des GEIQ.", Provision.Ben4);
    }

    private static IEnumerable<DocumentRequirement> Standing(Undertaking undertaking)
    {
        yield return undertaking.Stage == Stage.Creation
            ? Ask(DocumentKind.ForecastAccounts, "Le compte de résultat et le plan de financement prévus pour la première année.", Provision.Eli2)
            : Ask(DocumentKind.Accounts, undertaking.Stage == Stage.Takeover
                ? "Le bilan et le compte de résultat de l'entreprise reprise, tels que son comptable les a établis."
                : "Le bilan et le compte de résultat, tels que votre comptable ou votre trésorier les a établis.", Provision.Eli2, Provision.Eli5);
        if (IsNotRegisteredYet(undertaking)) yield break;
        yield return Ask(DocumentKind.TaxCertificate, "Elle se télécharge dans votre espace professionnel sur impots.gouv.fr, ou se demande à votre service des impôts.", Provision.Eli4);
        yield return Ask(DocumentKind.SocialCertificate, "Elle se télécharge dans votre compte en ligne de l'Urssaf ou de la MSA ; elle date de moins de six mois.", Provision.Eli3, Provision.Eli4);
    }

    private static IEnumerable<DocumentRequirement> Project(AssessmentRequest request)
    {
        yield return Ask(DocumentKind.Quote, "Demandez à votre fournisseur un devis hors taxes au nom de la structure, un par dépense.", Provision.Cos1, Provision.Aid2) with
        {
            Name = "Un devis hors taxes par dépense, au nom de la structure",
            PerCostLine = true,
        };
        if (request.History.OtherPublicAid is { Count: > 0 })
            yield return Ask(DocumentKind.OtherAidNotification, "La lettre, l'arrêté ou la convention de chaque financeur public, avec le montant accordé.", Provision.Aid4, Provision.Cum2);
    }

    private static DocumentRequirement Ask(DocumentKind kind, string whereToFind, params Provision[] provisions) => new(kind, NameOf(kind), whereToFind, provisions);

    /// <summary>Before its number is given, a structure in creation holds neither an extract nor a certificate.</summary>
    private static bool IsNotRegisteredYet(Undertaking undertaking) => undertaking is { Stage: Stage.Creation, Siren: null };

    private static bool IsSoleTrader(LegalCategory? category) => category is { Code: >= 1000 and <= 1999 };

    /// <summary>Sole traders, companies and cooperatives, economic interest groups (INSEE levels 1, 5 and 6).</summary>
    private static bool IsInCommercialRegister(LegalCategory category) => category.Code is (>= 1000 and <= 1999) or (>= 5000 and <= 6999);
}
