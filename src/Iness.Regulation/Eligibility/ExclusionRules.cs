namespace Iness.Regulation.Eligibility;

/// <summary>
/// The excluded sectors (EXC-1 to EXC-4, EXC-6) and the approved ACI (EXC-5). A declaration excludes; an activity code is only a
/// hint, which asks an officer to look.
/// </summary>
internal static class ExclusionRules
{
    [Rule("EXC-1")]
    public static Ruling LiberalProfession(Situation s) => Sector(s, Provision.Exc1, Sectors.LiberalProfession,
        ["47.73", "69.", "71.11", "71.12A", "75.", "86.21", "86.22", "86.23", "86.90"]);

    [Rule("EXC-2")]
    public static Ruling FinanceOrRealEstate(Situation s) => Sector(s, Provision.Exc2, Sectors.FinanceOrRealEstate,
        ["64.", "65.", "66.", "68."]);

    [Rule("EXC-3")]
    public static Ruling TrainingOrConsulting(Situation s) => Sector(s, Provision.Exc3, Sectors.TrainingOrConsulting,
        ["70.2", "71.12B", "71.20", "85.59"]);

    [Rule("EXC-4")]
    public static Ruling PurchasingCentre(Situation s) => Sector(s, Provision.Exc4, Sectors.PurchasingCentre,
        ["46.12A", "46.17A", "46.19A"]);

    [Rule("EXC-5")]
    public static Ruling ApprovedWorkshop(Situation s)
    {
        if (s.Undertaking.Approvals is not { } approvals) return Ruling.Unknown(Provision.Exc5, Fact.Approvals, static (_, _) =>
            "Agréments inconnus : les ateliers et chantiers d'insertion (ACI) ne sont pas éligibles.");
        return approvals.HasFlag(Approvals.Aci)
            ? Ruling.NotMet(Provision.Exc5, static (_, _) => "Structure agréée ACI (atelier et chantier d'insertion) : ces structures ne sont pas éligibles.")
            : Ruling.Met(Provision.Exc5, static (_, _) => "Pas d'agrément ACI (atelier et chantier d'insertion).");
    }

    [Rule("EXC-6")]
    public static Ruling DigitalCore(Situation s) => Sector(s, Provision.Exc6, Sectors.DigitalCore,
        ["58.2", "61.", "62.", "63.1"]);

    private static Ruling Sector(Situation s, Provision provision, Sectors sector, scoped ReadOnlySpan<string> hints)
    {
        var declared = s.Undertaking.Sectors;
        if ((declared & sector) > 0) return Ruling.NotMet(provision, static (_, p) => $"Secteur déclaré : {Name(p)}. Il n'est pas éligible.");
        if (s.Undertaking.MainActivity is { } activity && activity.StartsWithAny(hints)) return Ruling.Review(provision, static (s, p) =>
            $"Code d'activité {s.Undertaking.MainActivity} : il peut relever du secteur exclu « {Name(p)} ». Un agent de la Région en jugera d'après l'activité réelle (statuts, rapport d'activité).");
        return declared is null
            ? Ruling.Unknown(provision, Fact.Sectors, static (_, p) => $"Il reste à savoir si l'activité relève du secteur exclu « {Name(p)} ».")
            : Ruling.Met(provision, static (_, p) => $"Activité hors du secteur exclu « {Name(p)} ».");
    }

    private static string Name(Provision provision) => provision.Id switch
    {
        "EXC-1" => "professions libérales et assimilées",
        "EXC-2" => "activités financières et immobilières",
        "EXC-3" => "organismes de formation, conseil et bureaux d'études",
        "EXC-4" => "centrales d'achats",
        _ => "numérique pour cœur d'activité",
    };
}
