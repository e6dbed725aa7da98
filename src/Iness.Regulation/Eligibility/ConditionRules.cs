namespace Iness.Regulation.Eligibility;

/// <summary>The conditions any beneficiary must fulfil (ELI-1 to ELI-4); ELI-5 stands by itself in <see cref="DifficultyRule"/>.</summary>
internal static class ConditionRules
{
    [Rule("ELI-1")]
    public static Ruling Location(Situation s)
    {
        if (s.Undertaking.Stage == Stage.Ceased) return Ruling.NotMet(Provision.Eli1, static (_, _) => "Entreprise cessée : elle doit exister, être en création ou en reprise.");
        if (s.Undertaking.Commune is not { } commune) return Ruling.Unknown(Provision.Eli1, Fact.Commune, static (_, _) =>
            "Commune inconnue : l'établissement qui porte le projet doit être dans l'Aisne (02), le Nord (59), l'Oise (60), le Pas-de-Calais (62) ou la Somme (80).");
        return commune.IsInHautsDeFrance
            ? Ruling.Met(Provision.Eli1, static (s, _) => $"Établissement dans la commune {s.Undertaking.Commune}, département {s.Undertaking.Commune!.Value.Department}, en Hauts-de-France.")
            : Ruling.NotMet(Provision.Eli1, static (s, _) => $"Établissement dans la commune {s.Undertaking.Commune} : elle doit être dans l'un des départements 02, 59, 60, 62 ou 80.");
    }

    [Rule("ELI-2")]
    public static Ruling Turnover(Situation s)
    {
        if (s.Undertaking.Turnover is not { } turnover) return Ruling.Unknown(Provision.Eli2, Fact.Turnover, static (s, _) =>
            $"Chiffre d'affaires inconnu : il doit être inférieur à {s.Parameters.TurnoverCeiling}.");
        return turnover < s.Parameters.TurnoverCeiling
            ? Ruling.Met(Provision.Eli2, static (s, _) => $"Chiffre d'affaires de {s.Undertaking.Turnover}, inférieur à {s.Parameters.TurnoverCeiling}.")
            : Ruling.NotMet(Provision.Eli2, static (s, _) => $"Chiffre d'affaires de {s.Undertaking.Turnover} : il doit être inférieur à {s.Parameters.TurnoverCeiling}.");
    }

    [Rule("ELI-3")]
    public static Ruling Headcount(Situation s)
    {
        if (s.Undertaking.Headcount is not { } headcount) return Ruling.Unknown(Provision.Eli3, Fact.Headcount, static (s, _) =>
            $"Effectif inconnu : il doit être inférieur à {French.Number(s.Parameters.HeadcountCeiling)}.");
        return headcount < s.Parameters.HeadcountCeiling
            ? Ruling.Met(Provision.Eli3, static (s, _) => $"{Staff(s)}, inférieur à {French.Number(s.Parameters.HeadcountCeiling)}.")
            : Ruling.NotMet(Provision.Eli3, static (s, _) => $"{Staff(s)} : il doit être inférieur à {French.Number(s.Parameters.HeadcountCeiling)}.");
    }

    [Rule("ELI-4")]
    public static Ruling TaxAndSocialContributions(Situation s)
    {
        var (tax, social) = (s.Undertaking.TaxUpToDate, s.Undertaking.SocialUpToDate);
        if (tax == false || social == false) return Ruling.NotMet(Provision.Eli4, static (s, _) => (s.Undertaking.TaxUpToDate, s.Undertaking.SocialUpToDate) switch
        {
            (false, false) => "Ni les impôts ni les cotisations sociales ne sont à jour : les deux doivent l'être.",
            (false, _) => "Les impôts ne sont pas à jour : ils doivent l'être, ainsi que les cotisations sociales.",
            _ => "Les cotisations sociales ne sont pas à jour : elles doivent l'être, ainsi que les impôts.",
        });

        var missing = (tax is null ? Fact.TaxUpToDate : Fact.None) | (social is null ? Fact.SocialUpToDate : Fact.None);
        return missing == Fact.None
            ? Ruling.Met(Provision.Eli4, static (_, _) => "Impôts et cotisations sociales déclarés à jour.")
            : Ruling.Unknown(Provision.Eli4, missing, static (s, _) => (s.Undertaking.TaxUpToDate, s.Undertaking.SocialUpToDate) switch
            {
                (null, null) => "Il reste à savoir si les impôts et les cotisations sociales sont à jour : les deux doivent l'être.",
                (null, _) => "Il reste à savoir si les impôts sont à jour : ils doivent l'être, ainsi que les cotisations sociales.",
                _ => "Il reste à savoir si les cotisations sociales sont à jour : elles doivent l'être, ainsi que les impôts.",
            });
    }

    private static string Staff(Situation s)
    {
        var headcount = s.Undertaking.Headcount!.Value;
        return $"Effectif de {French.Number(headcount)} {(headcount >= 2 ? "salariés" : "salarié")}";
    }
}
