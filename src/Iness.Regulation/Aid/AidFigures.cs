namespace Iness.Regulation.Aid;

/// <summary>
/// The figures that bound the aid (AID-1, AID-4, LEG-1) before any verdict: a figure that is null is not known and bounds nothing.
/// </summary>
internal readonly record struct AidFigures
{
    /// <summary>AID-1: the share of the base.</summary>
    public required Money Rate { get; init; }

    /// <summary>Other public aid on the same costs, when declared.</summary>
    public Money? OtherPublicAid { get; init; }

    /// <summary>AID-4: what the ceiling of public aid leaves; null when the other aid is not declared.</summary>
    public Money? PublicAidLeft { get; init; }

    /// <summary>De minimis aid that counts within the window, when declared.</summary>
    public Money? EarlierDeMinimis { get; init; }

    /// <summary>LEG-1: what the de minimis ceiling leaves; null when earlier aid is not declared.</summary>
    public Money? DeMinimisLeft { get; init; }

    /// <summary>The least of the figures known, never below zero.</summary>
    public required Money Bounded { get; init; }

    [Rule("AID-1"), Rule("AID-3")]
    internal static Money Share(Money @base, SchemeParameters parameters) => @base.Fraction(parameters.AidPercent, 100);

    public static AidFigures Compute(Situation s)
    {
        var rate = Share(s.Costs.Base, s.Parameters);
        var bounded = rate;

        Money? otherPublicAid = null, publicAidLeft = null;
        if (s.Request.History.OtherPublicAid is { } others)
        {
            otherPublicAid = Total(others);
            publicAidLeft = s.Costs.Eligible.Fraction(s.Parameters.PublicAidPercent, 100) - otherPublicAid.Value;
            bounded = Money.Min(bounded, publicAidLeft.Value);
        }

        Money? earlier = null, deMinimisLeft = null;
        if (s.Request.History.DeMinimisAids is { } aids)
        {
            var regime = DeMinimisRegime.On(s.GrantedOn);
            earlier = Total(aids, regime.WindowOf(s.GrantedOn));
            deMinimisLeft = regime.Ceiling - earlier.Value;
            bounded = Money.Min(bounded, deMinimisLeft.Value);
        }

        return new()
        {
            Rate = rate,
            OtherPublicAid = otherPublicAid,
            PublicAidLeft = publicAidLeft,
            EarlierDeMinimis = earlier,
            DeMinimisLeft = deMinimisLeft,
            Bounded = Money.Max(bounded, Money.Zero),
        };
    }

    private static Money Total(IReadOnlyList<PublicAid> aids)
    {
        var total = Money.Zero;
        for (var i = 0; i < aids.Count; i++) total += aids[i].Amount;
        return total;
    }

    private static Money Total(IReadOnlyList<DeMinimisAid> aids, DeMinimisWindow window)
    {
        var total = Money.Zero;
        for (var i = 0; i < aids.Count; i++)
        {
            if (window.Contains(aids[i].GrantedOn)) total += aids[i].Amount;
        }

        return total;
    }
}
