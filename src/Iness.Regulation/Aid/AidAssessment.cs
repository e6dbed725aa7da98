namespace Iness.Regulation.Aid;

/// <summary>The amount of aid, and the steps that lead to it.</summary>
public readonly struct AidAssessment
{
    private readonly Situation situation;

    internal AidAssessment(Situation situation, Money amount)
    {
        this.situation = situation;
        Amount = amount;
    }

    /// <summary>The aid; zero when the application is ineligible.</summary>
    public Money Amount { get; }

    /// <summary>The figures that bound it, in the order of the text; those that are not known are absent.</summary>
    public IEnumerable<AidStep> Steps
    {
        get
        {
            var (figures, parameters) = (situation.Aid, situation.Parameters);
            yield return new(Provision.Aid1, Share(), figures.Rate);
            if (figures.PublicAidLeft is { } publicAidLeft) yield return new(
                Provision.Aid4, $"{parameters.PublicAidPercent} % des dépenses retenues moins les autres aides publiques de {figures.OtherPublicAid}", NotBelowZero(publicAidLeft));
            if (figures.DeMinimisLeft is { } deMinimisLeft) yield return new(
                Provision.Leg1, $"Plafond de minimis de {DeMinimisRegime.On(situation.GrantedOn).Ceiling} moins les aides déjà reçues de {figures.EarlierDeMinimis}", NotBelowZero(deMinimisLeft));
        }
    }

    private string Share()
    {
        var (costs, parameters) = (situation.Costs, situation.Parameters);
        return costs.Eligible > costs.Base
            ? $"{parameters.AidPercent} % des dépenses retenues, plafonnées à {costs.Base}"
            : $"{parameters.AidPercent} % des dépenses retenues de {costs.Base}";
    }

    private static Money NotBelowZero(Money amount) => Money.Max(amount, Money.Zero);
}

/// <summary>One figure that bounds the aid: the aid is the least of them.</summary>
/// <param name="Provision">The provision that sets it.</param>
/// <param name="Label">How it is reckoned, in French.</param>
/// <param name="Amount">The figure.</param>
public readonly record struct AidStep(Provision Provision, string Label, Money Amount);
