namespace Iness.Regulation.Eligibility;

/// <summary>The activity codes that hint at a sector, by their first characters.</summary>
internal sealed class ActivityHints
{
    private readonly string[] prefixes;

    // One bit for each NAF division: most activities are told apart by their first two digits alone.
    private readonly UInt128 divisions;

    public ActivityHints(params string[] prefixes)
    {
        this.prefixes = prefixes;
        foreach (var prefix in prefixes) divisions |= UInt128.One << ((prefix[0] - '0') * 10 + (prefix[1] - '0'));
    }

    public bool Match(ActivityCode activity) => (divisions >> activity.Division & 1) != 0 && activity.StartsWithAny(prefixes);
}
