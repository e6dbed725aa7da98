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
}
