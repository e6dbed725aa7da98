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
        allowances.Clear();
        var otherLineRetains = false;
        foreach (ref readonly var line in lines)
        {
            if (line.IsHardware) allowances[(int)line.Line.Hardware!.Value] += line.Retained;
            else otherLineRetains |= line.Retained > Money.Zero;
        }

        if (!otherLineRetains)
        {
            Refuse(lines);
            return;
        }

        foreach (ref var allowance in allowances) allowance = Money.Min(allowance, parameters.HardwareAllowance);
        KeepLargest(allowances, parameters.HardwareKinds);
        Distribute(lines, allowances);
    }

    /// <summary>Drops the smallest allowances beyond the number of kinds kept; on a tie the later kind goes.</summary>
    private static void KeepLargest(Span<Money> allowances, int kept)
    {
        while (Count(allowances) > kept)
        {
            var smallest = 0;
            for (var kind = 1; kind < allowances.Length; kind++)
            {
                if (allowances[smallest] == Money.Zero || (allowances[kind] > Money.Zero && allowances[kind] <= allowances[smallest])) smallest = kind;
            }

            allowances[smallest] = Money.Zero;
        }
    }

    private static int Count(ReadOnlySpan<Money> allowances)
    {
        var count = 0;
        foreach (var allowance in allowances)
        {
            if (allowance > Money.Zero) count++;
        }

        return count;
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
