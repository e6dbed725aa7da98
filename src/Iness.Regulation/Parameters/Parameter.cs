namespace Iness.Regulation;

/// <summary>One figure of the scheme, as it is shown: what it is, its value, since when, and where it is stated.</summary>
/// <param name="Provision">The provision that uses it.</param>
/// <param name="Label">What it is, in French.</param>
/// <param name="Value">Its value with its unit, in French.</param>
/// <param name="EffectiveFrom">First day it applies to: a creation date, or a grant date for LEG-1.</param>
/// <param name="Source">The text that sets it.</param>
public sealed record Parameter(Provision Provision, string Label, string Value, DateOnly EffectiveFrom, string Source)
{
    /// <summary>The figures in force for an application created, and an aid granted, that day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scheme did not exist yet.</exception>
    public static IReadOnlyList<Parameter> InForce(DateOnly on)
    {
        var scheme = SchemeParameters.On(on);
        var deMinimis = DeMinimisRegime.On(on);
        return
        [
            Of(Provision.Eli2, "Chiffre d'affaires, strictement inférieur à", $"{scheme.TurnoverCeiling}"),
            Of(Provision.Eli3, "Effectif, strictement inférieur à", $"{French.Number(scheme.HeadcountCeiling)} salariés"),
            Of(Provision.Eli5, "Durée d'existence sans critère de capital, moins de", $"{scheme.YoungUndertakingYears} ans"),
            Of(Provision.Cos2, "Durée d'abonnement retenue au plus", $"{scheme.SubscriptionMonths} mois"),
            Of(Provision.Cos10, "Types de matériel retenus au plus", $"{scheme.HardwareKinds} sur 3"),
            Of(Provision.Cos10, "Montant retenu au plus par type de matériel", $"{scheme.HardwareAllowance}"),
            Of(Provision.Aid1, "Taux de l'aide", $"{scheme.AidPercent} %"),
            Of(Provision.Aid2, "Dépenses retenues au moins", $"{scheme.CostsFloor}"),
            Of(Provision.Aid3, "Base de calcul au plus", $"{scheme.CostsCeiling}"),
            Of(Provision.Aid3, "Aide sous laquelle un agent examine la demande", $"{scheme.AidFloor}"),
            Of(Provision.Aid4, "Toutes aides publiques au plus", $"{scheme.PublicAidPercent} % des dépenses retenues"),
            Of(Provision.Frq1, "Délai entre deux demandes", $"{scheme.YearsBetweenApplications} ans"),
            new(Provision.Leg1, "Aides de minimis au plus",
                $"{deMinimis.Ceiling} sur {DeMinimisRegime.Years} {(deMinimis.CountsCalendarYears ? "années civiles" : "ans glissants")}", deMinimis.EffectiveFrom, deMinimis.Regulation),
            Of(Provision.Pro1, "Convention obligatoire au-delà de", $"{scheme.AgreementThreshold}") with { Source = Provision.Pro1.Sources[^1] },
        ];

        static Parameter Of(Provision provision, string label, string value) =>
            new(provision, label, value, SchemeParameters.Of2021.EffectiveFrom, Scheme.Deliberation);
    }
}
