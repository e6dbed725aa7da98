namespace Iness.Regulation.Eligibility;

/// <summary>Who may benefit: one finding for the first of four doors that is open (BEN-1 to BEN-4), else BEN.</summary>
internal static class BeneficiaryRule
{
    /// <summary>Whether a door is passed, shut, or waits for facts.</summary>
    internal readonly record struct Door(bool Met, Fact Missing)
    {
        public static readonly Door Passed = new(true, Fact.None);
        public static readonly Door Shut = new(false, Fact.None);

        public static Door Awaits(Fact missing) => new(false, missing);
    }

    [Rule("BEN")]
    public static Ruling Beneficiary(Situation s)
    {
        var u = s.Undertaking;
        var company = CapitalCompanyWithEsus(u);
        if (company.Met) return Ruling.Met(Provision.Ben1, static (s, _) => $"Société de capitaux (catégorie juridique {s.Undertaking.LegalCategory}) agréée ESUS.");

        var cooperative = WorkersCooperative(u);
        if (cooperative.Met) return Ruling.Met(Provision.Ben2, static (s, _) => s.Undertaking.LegalCategory is { IsWorkersCooperative: true } category
            ? $"Société coopérative de production (catégorie juridique {category})."
            : "Société coopérative de production, d'après l'agrément SCOP déclaré.");

        var association = EmployingAssociationOrWorkIntegration(u);
        if (association.Met) return Ruling.Met(Provision.Ben3, ExplainAssociation);

        var group = EmployersGroup(u);
        if (group.Met) return Ruling.Met(Provision.Ben4, static (s, _) => s.Undertaking.LegalCategory is { IsEmployersGroup: true }
            ? "Groupement d'employeurs (catégorie juridique 9223)."
            : "Groupement d'employeurs pour l'insertion et la qualification (GEIQ).");

        var missing = company.Missing | cooperative.Missing | association.Missing | group.Missing;
        return missing == Fact.None
            ? Ruling.NotMet(Provision.Ben, BeneficiarySentences.Refused)
            : Ruling.Unknown(Provision.Ben, missing, BeneficiarySentences.Open);
    }

    /// <summary>An SARL, SA, SAS… that holds the ESUS approval. « ESS » in SIRENE is not that approval.</summary>
    [Rule("BEN-1")]
    internal static Door CapitalCompanyWithEsus(Undertaking u)
    {
        var mayHoldEsus = u.Approvals is null || u.Approvals.Value.HasFlag(Approvals.Esus);
        return u.LegalCategory switch
        {
            null when mayHoldEsus => Door.Awaits(Fact.LegalCategory | WhenUnknown(u)),
            { IsCapitalCompany: true } when u.Approvals is null => Door.Awaits(Fact.Approvals),
            { IsCapitalCompany: true } when mayHoldEsus => Door.Passed,
            _ => Door.Shut,
        };
    }

    /// <summary>A SCOP by its category or, for an SAS coded 5710, by its place on the list of SCOP.</summary>
    [Rule("BEN-2")]
    internal static Door WorkersCooperative(Undertaking u)
    {
        if (u.LegalCategory is { IsWorkersCooperative: true } || (u.Approvals & Approvals.Scop) > 0) return Door.Passed;
        return u.LegalCategory switch
        {
            null => Door.Awaits(Fact.LegalCategory | WhenUnknown(u)),
            { IsCapitalCompany: true } => Door.Awaits(WhenUnknown(u)),
            _ => Door.Shut,
        };
    }

    /// <summary>An association that employs staff and has an economic activity, or any work-integration structure.</summary>
    [Rule("BEN-3")]
    internal static Door EmployingAssociationOrWorkIntegration(Undertaking u)
    {
        if (u.LegalCategory is { IsWorkIntegration: true } || (u.Approvals & Approvals.WorkIntegration) > 0) return Door.Passed;
        if (u.LegalCategory is null) return Door.Awaits(Fact.LegalCategory | WhenUnknown(u));
        if (!u.LegalCategory.Value.IsAssociation || u.Headcount <= 0 || u.HasEconomicActivity == false) return Door.Awaits(WhenUnknown(u));

        var missing = (u.Headcount is null ? Fact.Headcount : Fact.None) | (u.HasEconomicActivity is null ? Fact.EconomicActivity : Fact.None);
        return missing == Fact.None ? Door.Passed : Door.Awaits(missing | WhenUnknown(u));
    }

    /// <summary>An employers' group, GEIQ included.</summary>
    [Rule("BEN-4")]
    internal static Door EmployersGroup(Undertaking u)
    {
        if (u.LegalCategory is { IsEmployersGroup: true } || (u.Approvals & Approvals.Geiq) > 0) return Door.Passed;
        return Door.Awaits((u.LegalCategory is null ? Fact.LegalCategory : Fact.None) | WhenUnknown(u));
    }

    private static Fact WhenUnknown(Undertaking u) => u.Approvals is null ? Fact.Approvals : Fact.None;

    private static string ExplainAssociation(Situation s, Provision provision)
    {
        var u = s.Undertaking;
        if (u.LegalCategory is { IsWorkIntegration: true } category) return $"Structure de l'insertion par l'activité économique (catégorie juridique {category}).";
        return (u.Approvals & Approvals.WorkIntegration) > 0
            ? $"Structure de l'insertion par l'activité économique ({BeneficiarySentences.Names(u.Approvals!.Value & Approvals.WorkIntegration)})."
            : $"Association employeuse (effectif de {French.Number(u.Headcount!.Value)}, supérieur à 0) ayant une activité économique.";
    }
}
