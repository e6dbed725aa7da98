namespace Iness.Casework.Documents.Requirements;

/// <summary>What a document proves. Kept in the database by name: never rename one.</summary>
public enum DocumentKind
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>Statuts.</summary>
    Statutes,

    /// <summary>Récépissé de déclaration (associations).</summary>
    RegistrationReceipt,

    /// <summary>Extrait Kbis (sociétés).</summary>
    CompanyExtract,

    /// <summary>Agrément « entreprise solidaire d'utilité sociale ».</summary>
    EsusApproval,

    /// <summary>Attestation d'inscription sur la liste des SCOP.</summary>
    ScopCertificate,

    /// <summary>Convention d'insertion par l'activité économique.</summary>
    WorkIntegrationAgreement,

    /// <summary>Label GEIQ.</summary>
    GeiqLabel,

    /// <summary>Comptes du dernier exercice clos.</summary>
    Accounts,

    /// <summary>Comptes prévisionnels (création).</summary>
    ForecastAccounts,

    /// <summary>Attestation de régularité fiscale.</summary>
    TaxCertificate,

    /// <summary>Attestation de vigilance (Urssaf ou MSA).</summary>
    SocialCertificate,

    /// <summary>Devis.</summary>
    Quote,

    /// <summary>Notification d'une autre aide publique.</summary>
    OtherAidNotification,

    /// <summary>Mandat de la personne qui engage l'organisation.</summary>
    Mandate,

    /// <summary>Facture ou avoir, à l'appui du versement.</summary>
    Invoice,

    /// <summary>Preuve de paiement d'une facture.</summary>
    PaymentProof,

    /// <summary>Liste des paiements certifiée par un expert-comptable ou un commissaire aux comptes.</summary>
    AccountantList,

    /// <summary>Relevé d'identité bancaire (RIB).</summary>
    BankDetails,
}

/// <summary>What the kinds of documents are for.</summary>
public static class DocumentKinds
{
    /// <summary>The kinds that support the claim for payment, by name: the lists of the application's own documents leave them out.</summary>
    public static readonly IReadOnlyList<string> OfClaim = [nameof(DocumentKind.Invoice), nameof(DocumentKind.PaymentProof), nameof(DocumentKind.AccountantList), nameof(DocumentKind.BankDetails)];
}
