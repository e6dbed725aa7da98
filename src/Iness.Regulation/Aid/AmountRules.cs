namespace Iness.Regulation.Aid;

/// <summary>The amount of costs and of aid: floor, ceiling, all public aid (AID-2 to AID-4).</summary>
internal static class AmountRules
{
    [Rule("AID-2")]
    public static Ruling CostsFloor(Situation s)
    {
        if (!s.Costs.AreKnown) return Ruling.Unknown(Provision.Aid2, Fact.Costs, static (s, _) => $"Dépenses inconnues : il faut au moins {s.Parameters.CostsFloor} de dépenses retenues.");
        return s.Costs.Eligible >= s.Parameters.CostsFloor
            ? Ruling.Met(Provision.Aid2, static (s, _) => $"Dépenses retenues de {s.Costs.Eligible}, au moins égales à {s.Parameters.CostsFloor}.")
            : Ruling.NotMet(Provision.Aid2, static (s, _) => $"Dépenses retenues de {s.Costs.Eligible} : il faut au moins {s.Parameters.CostsFloor}.");
    }

    /// <summary>The ceiling caps and never refuses; aid that another ceiling brings under the floor is for an officer to judge.</summary>
    [Rule("AID-3")]
    public static Ruling CostsCeiling(Situation s)
    {
        var broughtDown = s.Aid.Bounded < s.Aid.Rate;
        if (broughtDown && s.Aid.Bounded > Money.Zero && s.Aid.Bounded < s.Parameters.AidFloor) return Ruling.Review(Provision.Aid3, static (s, _) =>
            $"Aide ramenée à {s.Aid.Bounded}, inférieure à {s.Parameters.AidFloor} : un agent de la Région dira si elle peut être accordée.");
        return Ruling.Met(Provision.Aid3, static (s, _) => s.Costs.Eligible > s.Parameters.CostsCeiling
            ? $"Dépenses retenues de {s.Costs.Eligible}, ramenées au plafond de {s.Parameters.CostsCeiling}."
            : $"Base de calcul de {s.Costs.Base}, dans la limite de {s.Parameters.CostsCeiling}.");
    }

    [Rule("AID-4")]
    public static Ruling AllPublicAid(Situation s)
    {
        if (s.Aid.PublicAidLeft is not { } left) return Ruling.Unknown(Provision.Aid4, Fact.OtherPublicAid, static (s, _) =>
            $"Autres aides publiques inconnues : toutes ensemble ne doivent pas dépasser {s.Parameters.PublicAidPercent} % des dépenses retenues.");
        if (s.Costs.Eligible == Money.Zero) return Ruling.Met(Provision.Aid4, static (_, _) => "Aucune dépense retenue : le plafond des aides publiques ne s'applique pas.");
        return left > Money.Zero
            ? Ruling.Met(Provision.Aid4, static (s, _) => $"{OthersAndCeiling(s)}, il reste {s.Aid.PublicAidLeft}.")
            : Ruling.NotMet(Provision.Aid4, static (s, _) => $"{OthersAndCeiling(s)}, il ne reste rien pour cette aide.");
    }

    private static string OthersAndCeiling(Situation s) =>
        $"Autres aides publiques de {s.Aid.OtherPublicAid} ; plafond de {s.Costs.Eligible.Fraction(s.Parameters.PublicAidPercent, 100)} ({s.Parameters.PublicAidPercent} % de {s.Costs.Eligible})";
}
