namespace Iness.Regulation;

/// <summary>Approvals and conventions an undertaking may hold. « ESS » in SIRENE is none of them.</summary>
[Flags]
public enum Approvals
{
    /// <summary>None held.</summary>
    None = 0,

    /// <summary>Entreprise solidaire d'utilité sociale.</summary>
    Esus = 1,

    /// <summary>Workers' cooperative on the ministry's list (an SAS SCOP is coded 5710).</summary>
    Scop = 2,

    /// <summary>Entreprise d'insertion.</summary>
    Ei = 4,

    /// <summary>Association intermédiaire.</summary>
    Ai = 8,

    /// <summary>Entreprise de travail temporaire d'insertion.</summary>
    Etti = 16,

    /// <summary>Entreprise d'insertion par le travail indépendant.</summary>
    Eiti = 32,

    /// <summary>Atelier et chantier d'insertion.</summary>
    Aci = 64,

    /// <summary>Groupement d'employeurs pour l'insertion et la qualification.</summary>
    Geiq = 128,

    /// <summary>Any work-integration structure (SIAE).</summary>
    WorkIntegration = Ei | Ai | Etti | Eiti | Aci,
}

/// <summary>The sectors the scheme excludes, as the applicant declares them (EXC-1 to EXC-4, EXC-6).</summary>
[Flags]
public enum Sectors
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Liberal professions, regulated or not (EXC-1).</summary>
    LiberalProfession = 1,

    /// <summary>Finance and real estate (EXC-2).</summary>
    FinanceOrRealEstate = 2,

    /// <summary>Training bodies, consulting, engineering offices (EXC-3).</summary>
    TrainingOrConsulting = 4,

    /// <summary>Central purchasing bodies (EXC-4).</summary>
    PurchasingCentre = 8,

    /// <summary>Digital as core business (EXC-6).</summary>
    DigitalCore = 16,
}

/// <summary>Where the undertaking stands in its life (ELI-1).</summary>
public enum Stage
{
    /// <summary>Running.</summary>
    Existing,

    /// <summary>Being created.</summary>
    Creation,

    /// <summary>Being taken over.</summary>
    Takeover,

    /// <summary>Closed.</summary>
    Ceased,
}
