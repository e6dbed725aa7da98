namespace Iness.Regulation.Costs;

/// <summary>COS-10 and XCO-3: hardware serves a wider project, two kinds of the three at most, so much per kind.</summary>
internal static class HardwareRule
{
    private const int Kinds = 3;

    /// <summary>Caps the hardware lines in place. The lines that are not hardware already hold what they retain.</summary>
    [Rule("COS-10"), Rule("XCO-3")]
    public static void Apply(Span<AssessedLine> lines, SchemeParameters parameters)
    {
        Span<Money> allowances = stackalloc Money[Kinds];
        var otherLineRetains = false;
        foreach (ref readonly var line in lines)
        {
            if (line.IsHardware) allowances[(int)line.Line.Hardware!.Value] += line.Retained;
            else otherLineRetains |= line.Retained > Money.Zero;
        }

        if (otherLineRetains)
        {
            foreach (ref var allowance in allowances) allowance = Money.Min(allowance, parameters.HardwareAllowance);
            DropSmallest(allowances);
            Distribute(lines, allowances);
        }
        else
        {
            Refuse(lines);
        }
    }

    /// <summary>Two kinds of the three: the smallest sum goes, and on a tie the later kind. A kind that claims nothing is the smallest.</summary>
    private static void DropSmallest(Span<Money> allowances)
    {
        var smallest = 0;
        for (var kind = 1; kind < allowances.Length; kind++)
        {
            if (allowances[kind] <= allowances[smallest]) smallest = kind;
        }

        allowances[smallest] = Money.Zero;
    }

    private static void Distribute(Span<AssessedLine> lines, Span<Money> allowances)
    {
        foreach (ref var line in lines)
        {
            if (!line.IsHardware) continue;
            ref var left = ref allowances[(int)line.Line.Hardware!.Value];
            var retained = Money.Min(line.Retained, left);
            left -= retained;
            if (retained < line.Retained) line = new(line.Line, retained, line.Reasons | CostReasons.HardwareCapped);
        }
    }

    private static void Refuse(Span<AssessedLine> lines)
    {
        foreach (ref var line in lines)
        {
            if (line.IsHardware && !line.IsExcluded) line = new(line.Line, Money.Zero, line.Reasons | CostReasons.HardwareAlone);
        }
    }
}
