namespace Iness.Regulation;

/// <summary>The de minimis regulation that governs an aid by the day it is granted (LEG-1).</summary>
public sealed record DeMinimisRegime
{
    /// <summary>Regulation (EU) 1407/2013: three calendar years.</summary>
    public static readonly DeMinimisRegime Of2013 = new()
    {
        Regulation = "règlement (UE) n° 1407/2013",
        EffectiveFrom = new(2014, 1, 1),
        Ceiling = Money.Euros(200_000),
        CountsCalendarYears = true,
    };

    /// <summary>Regulation (EU) 2023/2831: any three years.</summary>
    public static readonly DeMinimisRegime Of2023 = new()
    {
        Regulation = "règlement (UE) 2023/2831",
        EffectiveFrom = new(2024, 1, 1),
        Ceiling = Money.Euros(300_000),
        CountsCalendarYears = false,
    };

    /// <summary>Years the ceiling spans.</summary>
    public const int Years = 3;

    /// <summary>Name of the regulation, as a French sentence uses it.</summary>
    public required string Regulation { get; init; }

    /// <summary>First grant date it governs.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>De minimis aid a single undertaking may receive within the window.</summary>
    public required Money Ceiling { get; init; }

    /// <summary>True for the grant's calendar year and the two before; false for the three years that end on the grant date.</summary>
    public required bool CountsCalendarYears { get; init; }

    /// <summary>The regime for an aid granted that day.</summary>
    public static DeMinimisRegime On(DateOnly grantedOn) => grantedOn >= Of2023.EffectiveFrom ? Of2023 : Of2013;

    /// <summary>The days whose aid counts against the ceiling of an aid granted on a day.</summary>
    public DeMinimisWindow WindowOf(DateOnly grantedOn) => CountsCalendarYears
        ? new(new(grantedOn.Year - Years, 12, 31), new(grantedOn.Year, 12, 31))
        : new(grantedOn.AddYears(-Years), grantedOn);
}

/// <summary>A span of days.</summary>
/// <param name="After">The day before the first.</param>
/// <param name="Until">The last day.</param>
public readonly record struct DeMinimisWindow(DateOnly After, DateOnly Until)
{
    /// <summary>Whether the day lies in the span.</summary>
    public bool Contains(DateOnly day) => day > After && day <= Until;
}
