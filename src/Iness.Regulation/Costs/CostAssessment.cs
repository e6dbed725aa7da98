namespace Iness.Regulation.Costs;

/// <summary>What the cost lines retain, line by line and together (COS, XCO, AID-3).</summary>
public sealed class CostAssessment
{
    private static readonly CostAssessment NotKnown = new([], Money.Zero, Money.Zero, Money.Zero, false);

    private readonly CostLineAssessment[] lines;

    private CostAssessment(CostLineAssessment[] lines, Money claimed, Money eligible, Money @base, bool areKnown)
    {
        this.lines = lines;
        Claimed = claimed;
        Eligible = eligible;
        Base = @base;
        AreKnown = areKnown;
    }

    /// <summary>Each line in the order given.</summary>
    public IReadOnlyList<CostLineAssessment> Lines => lines;

    /// <summary>Sum of the amounts claimed, excluding VAT.</summary>
    public Money Claimed { get; }

    /// <summary>Sum of the amounts retained: the eligible costs.</summary>
    public Money Eligible { get; }

    /// <summary>What the aid is computed on: the eligible costs within the ceiling (AID-3).</summary>
    public Money Base { get; }

    /// <summary>False when no list was given, which is not the same as an empty one.</summary>
    public bool AreKnown { get; }

    internal static CostAssessment Assess(IReadOnlyList<CostLine>? costs, DateOnly createdOn, SchemeParameters parameters)
    {
        if (costs is null) return NotKnown;

        var lines = new CostLineAssessment[costs.Count];
        var claimed = Money.Zero;
        var anyHardware = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = costs[i];
            claimed += line.Amount;
            anyHardware |= line.Category == CostCategory.Hardware;
            lines[i] = AssessAlone(line, createdOn, parameters);
        }

        if (anyHardware) HardwareRule.Apply(lines, parameters);

        var eligible = Money.Zero;
        foreach (ref readonly var line in lines.AsSpan()) eligible += line.Retained;
        return new(lines, claimed, eligible, Money.Min(eligible, parameters.CostsCeiling), true);
    }

    private static CostLineAssessment AssessAlone(CostLine line, DateOnly createdOn, SchemeParameters parameters)
    {
        var exclusions = CostLineRules.Exclusions(line, createdOn);
        if (exclusions != CostReasons.None) return new(line, Money.Zero, exclusions, createdOn, parameters);

        var retained = CostLineRules.WithinSubscriptionLimit(line, parameters);
        var reason = retained < line.Amount ? CostReasons.SubscriptionTooLong : CostReasons.None;
        return new(line, retained, reason, createdOn, parameters);
    }
}
