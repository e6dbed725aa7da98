using System.Collections;

namespace Iness.Regulation.Costs;

/// <summary>What the cost lines retain, line by line and together (COS, XCO, AID-3).</summary>
public sealed class CostAssessment
{
    private readonly AssessedLine[] lines;

    private CostAssessment(IReadOnlyList<CostLine>? costs, DateOnly createdOn, SchemeParameters parameters)
    {
        AreKnown = costs is not null;
        CreatedOn = createdOn;
        Parameters = parameters;
        lines = AssessLines(costs ?? []);
        foreach (ref readonly var line in lines.AsSpan())
        {
            Claimed += line.Line.Amount;
            Eligible += line.Retained;
        }

        Base = Money.Min(Eligible, parameters.CostsCeiling);
    }

    /// <summary>Each line in the order given.</summary>
    public CostLineList Lines => new(this, lines);

    /// <summary>Sum of the amounts claimed, excluding VAT.</summary>
    public Money Claimed { get; }

    /// <summary>Sum of the amounts retained: the eligible costs.</summary>
    public Money Eligible { get; }

    /// <summary>What the aid is computed on: the eligible costs within the ceiling (AID-3).</summary>
    public Money Base { get; }

    /// <summary>False when no list was given, which is not the same as an empty one.</summary>
    public bool AreKnown { get; }

    internal DateOnly CreatedOn { get; }

    internal SchemeParameters Parameters { get; }

    internal static CostAssessment Assess(IReadOnlyList<CostLine>? costs, DateOnly createdOn, SchemeParameters parameters) =>
        new(costs, createdOn, parameters);

    private AssessedLine[] AssessLines(IReadOnlyList<CostLine> costs)
    {
        if (costs.Count == 0) return [];
        var assessed = new AssessedLine[costs.Count];
        var anyHardware = false;
        for (var i = 0; i < assessed.Length; i++)
        {
            var line = costs[i];
            anyHardware |= line.Category == CostCategory.Hardware;
            assessed[i] = AssessAlone(line);
        }

        if (anyHardware) HardwareRule.Apply(assessed, Parameters);
        return assessed;
    }

    private AssessedLine AssessAlone(CostLine line)
    {
        var exclusions = CostLineRules.Exclusions(line, CreatedOn);
        if (exclusions != CostReasons.None) return new(line, Money.Zero, exclusions);

        var retained = CostLineRules.WithinSubscriptionLimit(line, Parameters);
        var reason = retained < line.Amount ? CostReasons.SubscriptionTooLong : CostReasons.None;
        return new(line, retained, reason);
    }
}

/// <summary>The lines of an assessment, in the order given.</summary>
public readonly struct CostLineList : IReadOnlyList<CostLineAssessment>
{
    private readonly CostAssessment whole;
    private readonly AssessedLine[] lines;

    internal CostLineList(CostAssessment whole, AssessedLine[] lines) => (this.whole, this.lines) = (whole, lines);

    /// <inheritdoc/>
    public int Count => lines.Length;

    /// <inheritdoc/>
    public CostLineAssessment this[int index] => new(whole, lines[index]);

    /// <inheritdoc/>
    public IEnumerator<CostLineAssessment> GetEnumerator()
    {
        foreach (var line in lines) yield return new(whole, line);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
