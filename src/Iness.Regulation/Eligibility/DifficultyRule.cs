namespace Iness.Regulation.Eligibility;

/// <summary>ELI-5: not an undertaking in difficulty, Regulation (EU) 651/2014, article 2(18).</summary>
internal static class DifficultyRule
{
    [Rule("ELI-5")]
    public static Ruling NotInDifficulty(Situation s)
    {
        var d = s.Undertaking.Difficulty;
        if (d.InsolvencyProceedings == true) return Ruling.NotMet(Provision.Eli5, static (_, _) => "Procédure collective d'insolvabilité en cours : l'entreprise ne doit pas être en difficulté.");
        if (d.RescueAidOutstanding == true) return Ruling.NotMet(Provision.Eli5, static (_, _) => "Aide au sauvetage non remboursée ou plan de restructuration en cours : l'entreprise ne doit pas être en difficulté.");

        var (capitalLost, missing) = CapitalTest(s);
        if (capitalLost) return Ruling.NotMet(Provision.Eli5, static (s, _) =>
            $"Capitaux propres de {s.Undertaking.Difficulty.Equity}, inférieurs à la moitié du capital social de {s.Undertaking.Difficulty.ShareCapital} : ils doivent en atteindre au moins la moitié.");

        if (d.InsolvencyProceedings is null) missing |= Fact.InsolvencyProceedings;
        if (d.RescueAidOutstanding is null) missing |= Fact.RescueAidOutstanding;
        return missing == Fact.None ? Ruling.Met(Provision.Eli5, ExplainMet) : Ruling.Unknown(Provision.Eli5, missing, ExplainUnknown);
    }

    /// <summary>Whether more than half of the subscribed share capital is lost, or which facts would say so.</summary>
    private static (bool Lost, Fact Missing) CapitalTest(Situation s)
    {
        var u = s.Undertaking;
        if (IsYoung(s)) return (false, Fact.None);
        if (u.LegalCategory is null) return (false, Fact.LegalCategory);
        if (!HasShareCapital(u)) return (false, Fact.None);

        var missing = (u.Difficulty.ShareCapital is null ? Fact.ShareCapital : Fact.None) | (u.Difficulty.Equity is null ? Fact.Equity : Fact.None);
        if (missing != Fact.None) return (false, missing);

        var lost = u.Difficulty.Equity!.Value.Cents * 2 < u.Difficulty.ShareCapital!.Value.Cents;
        return lost && u.FoundedOn is null ? (false, Fact.FoundedOn) : (lost, Fact.None);
    }

    private static bool IsYoung(Situation s) =>
        s.Undertaking.Stage == Stage.Creation || s.Undertaking.FoundedOn?.AddYears(s.Parameters.YoungUndertakingYears) > s.CreatedOn;

    /// <summary>Read on the legal category alone: an association that declares itself a SCOP has no share capital all the same.</summary>
    private static bool HasShareCapital(Undertaking u) => u.LegalCategory is { IsCapitalCompany: true } or { IsWorkersCooperative: true };

    private static string ExplainMet(Situation s, Provision provision)
    {
        const string Nothing = "Ni procédure collective, ni aide au sauvetage, ni plan de restructuration déclarés";
        if (IsYoung(s)) return s.Undertaking.Stage == Stage.Creation
            ? $"{Nothing} ; entreprise en création."
            : $"{Nothing} ; entreprise fondée le {French.Date(s.Undertaking.FoundedOn!.Value)}, depuis moins de {s.Parameters.YoungUndertakingYears} ans.";
        return HasShareCapital(s.Undertaking)
            ? $"{Nothing} ; capitaux propres de {s.Undertaking.Difficulty.Equity}, au moins la moitié du capital social de {s.Undertaking.Difficulty.ShareCapital}."
            : $"{Nothing}.";
    }

    private static string ExplainUnknown(Situation s, Provision provision)
    {
        var (_, missing) = CapitalTest(s);
        if (missing.HasFlag(Fact.LegalCategory)) return "Catégorie juridique inconnue : elle dit si les capitaux propres doivent atteindre la moitié du capital social.";
        if (missing.HasFlag(Fact.FoundedOn)) return
            $"Capitaux propres de {s.Undertaking.Difficulty.Equity}, inférieurs à la moitié du capital social de {s.Undertaking.Difficulty.ShareCapital} : "
            + $"la date de création manque, ce critère ne s'applique qu'à partir de {s.Parameters.YoungUndertakingYears} ans d'existence.";
        return missing switch
        {
            Fact.None => "Il reste à savoir si une procédure collective, une aide au sauvetage ou un plan de restructuration est en cours : il ne doit y en avoir aucun.",
            Fact.ShareCapital => $"Il reste à connaître le capital social : les capitaux propres, de {s.Undertaking.Difficulty.Equity}, doivent en atteindre au moins la moitié.",
            Fact.Equity => $"Il reste à connaître les capitaux propres : ils doivent atteindre au moins la moitié du capital social de {s.Undertaking.Difficulty.ShareCapital}.",
            _ => "Il reste à connaître le capital social et les capitaux propres : ceux-ci doivent atteindre au moins la moitié du capital social.",
        };
    }
}
