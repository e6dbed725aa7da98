namespace Iness.Regulation.Aid;

/// <summary>What earlier or other aid allows: one application in two years, no other regional digital aid, de minimis.</summary>
internal static class CumulationRules
{
    [Rule("FRQ-1")]
    public static Ruling OneApplicationInTwoYears(Situation s)
    {
        if (s.Request.History.PreviousApplications is null) return Ruling.Unknown(Provision.Frq1, Fact.PreviousApplications, static (s, _) =>
            $"Il reste à savoir si une demande INESS a déjà été déposée depuis moins de {s.Parameters.YearsBetweenApplications} ans.");
        if (LatestFiling(s) is not { } filedOn) return Ruling.Met(Provision.Frq1, static (_, _) => "Aucune demande INESS antérieure.");
        return s.Parameters.NextApplicationAfter(filedOn) > s.CreatedOn
            ? Ruling.NotMet(Provision.Frq1, static (s, _) => $"{LatestFilingInWords(s)} : une nouvelle demande est possible à partir du {French.Date(NextFiling(s))}.")
            : Ruling.Met(Provision.Frq1, static (s, _) => $"{LatestFilingInWords(s)}, il y a {s.Parameters.YearsBetweenApplications} ans au moins.");
    }

    [Rule("CUM-2")]
    public static Ruling NoOtherRegionalDigitalAid(Situation s)
    {
        if (s.Request.History.OtherPublicAid is not { } aids) return Ruling.Unknown(Provision.Cum2, Fact.OtherPublicAid, static (_, _) =>
            "Il reste à savoir si une autre aide régionale individuelle à la transition numérique (ADEN, INAC…) est demandée ou obtenue : il ne doit y en avoir aucune.");
        return FirstRegionalDigital(aids) is null
            ? Ruling.Met(Provision.Cum2, static (_, _) => "Aucune autre aide régionale individuelle à la transition numérique.")
            : Ruling.NotMet(Provision.Cum2, static (s, _) =>
            {
                var aid = FirstRegionalDigital(s.Request.History.OtherPublicAid!)!;
                return $"Autre aide régionale à la transition numérique{(aid.Scheme is null ? "" : $" ({aid.Scheme})")} de {aid.Amount} : les deux ne se cumulent pas.";
            });
    }

    /// <summary>Booster TPE Numérique completes the aid: it is never another regional digital aid, and counts as public aid (AID-4).</summary>
    [Rule("CUM-1")]
    internal static PublicAid? FirstRegionalDigital(IReadOnlyList<PublicAid> aids)
    {
        for (var i = 0; i < aids.Count; i++)
        {
            if (aids[i].RegionalDigital) return aids[i];
        }

        return null;
    }

    [Rule("LEG-1")]
    public static Ruling DeMinimis(Situation s)
    {
        if (s.Aid.DeMinimisLeft is not { } left) return Ruling.Unknown(Provision.Leg1, Fact.DeMinimisAids, static (s, _) =>
            $"Aides de minimis antérieures inconnues : le plafond est de {DeMinimisRegime.On(s.GrantedOn).Ceiling} {Window(s)}.");
        return left > Money.Zero
            ? Ruling.Met(Provision.Leg1, static (s, _) => $"{EarlierAndCeiling(s)}, il reste {s.Aid.DeMinimisLeft}.")
            : Ruling.NotMet(Provision.Leg1, static (s, _) => $"{EarlierAndCeiling(s)}, il ne reste rien pour cette aide.");
    }

    private static DateOnly? LatestFiling(Situation s)
    {
        DateOnly? latest = null;
        var filings = s.Request.History.PreviousApplications!;
        for (var i = 0; i < filings.Count; i++)
        {
            if (latest is null || filings[i] > latest) latest = filings[i];
        }

        return latest;
    }

    private static DateOnly NextFiling(Situation s) => s.Parameters.NextApplicationAfter(LatestFiling(s)!.Value);

    private static string LatestFilingInWords(Situation s) => $"Demande INESS déposée le {French.Date(LatestFiling(s)!.Value)}";

    private static string EarlierAndCeiling(Situation s) =>
        $"Aides de minimis de {s.Aid.EarlierDeMinimis} ; plafond de {DeMinimisRegime.On(s.GrantedOn).Ceiling} {Window(s)}";

    private static string Window(Situation s)
    {
        var regime = DeMinimisRegime.On(s.GrantedOn);
        return regime.CountsCalendarYears
            ? $"sur les années {s.GrantedOn.Year - DeMinimisRegime.Years + 1} à {s.GrantedOn.Year} ({regime.Regulation})"
            : $"sur les {DeMinimisRegime.Years} ans qui finissent le {French.Date(s.GrantedOn)} ({regime.Regulation})";
    }
}
