namespace Iness.Casework.Lifecycle;

/// <summary>What a person is in the scheme. An account has one.</summary>
public enum Role
{
    /// <summary>Demandeur: acts for an organisation.</summary>
    Applicant,

    /// <summary>Instructeur.</summary>
    Officer,

    /// <summary>Responsable d'instruction: checks proposals, assigns files.</summary>
    LeadOfficer,

    /// <summary>Signataire.</summary>
    Signatory,

    /// <summary>Finances.</summary>
    Finance,

    /// <summary>Administrateur.</summary>
    Administrator,

    /// <summary>Auditeur: reads all, changes nothing.</summary>
    Auditor,

    /// <summary>Le système: timed work.</summary>
    System,
}
