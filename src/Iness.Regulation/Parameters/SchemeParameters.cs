namespace Iness.Regulation;

/// <summary>The figures of the scheme in one of its versions. Each carries the provision that states it.</summary>
public sealed record SchemeParameters
{
    /// <summary>First version: the deliberation of 5 October 2021.</summary>
    public static readonly SchemeParameters Of2021 = new() { EffectiveFrom = new(2021, 10, 5) };

    /// <summary>Same figures; de minimis aid now follows Regulation (EU) 2023/2831.</summary>
    public static readonly SchemeParameters Of2024 = new() { EffectiveFrom = new(2024, 1, 1) };

    /// <summary>The versions, the oldest first.</summary>
    public static IReadOnlyList<SchemeParameters> Versions { get; } = [Of2021, Of2024];

    /// <summary>First creation date the version applies to.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Name of the version: the day it took effect, year first.</summary>
    public string Version => EffectiveFrom.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Turnover must stay under it (ELI-2).</summary>
    public Money TurnoverCeiling { get; init; } = Money.Euros(2_000_000);

    /// <summary>Headcount must stay under it, in full-time equivalents (ELI-3).</summary>
    public decimal HeadcountCeiling { get; init; } = 20;

    /// <summary>An undertaking founded for fewer years is not held to the capital test (ELI-5).</summary>
    public int YoungUndertakingYears { get; init; } = 3;

    /// <summary>Months of a subscription that are retained at most (COS-2).</summary>
    public int SubscriptionMonths { get; init; } = 12;

    /// <summary>Kinds of hardware retained at most, of the three (COS-10).</summary>
    public int HardwareKinds { get; init; } = 2;

    /// <summary>Retained at most for each kind of hardware (COS-10).</summary>
    public Money HardwareAllowance { get; init; } = Money.Euros(800);

    /// <summary>Aid in percent of the base (AID-1).</summary>
    public int AidPercent { get; init; } = 40;

    /// <summary>Retained costs must reach it (AID-2).</summary>
    public Money CostsFloor { get; init; } = Money.Euros(3_000);

    /// <summary>The base never exceeds it (AID-3).</summary>
    public Money CostsCeiling { get; init; } = Money.Euros(30_000);

    /// <summary>Aid brought under it by another ceiling needs an officer (AID-3).</summary>
    public Money AidFloor { get; init; } = Money.Euros(1_200);

    /// <summary>All public aid together, in percent of the retained costs (AID-4).</summary>
    public int PublicAidPercent { get; init; } = 80;

    /// <summary>Years between two applications (FRQ-1).</summary>
    public int YearsBetweenApplications { get; init; } = 2;

    /// <summary>The first day on which another application may be created after one filed that day (FRQ-1).</summary>
    public DateOnly NextApplicationAfter(DateOnly filedOn) => filedOn.AddYears(YearsBetweenApplications);

    /// <summary>From this amount of grant on, an agreement is required by law; below it an order suffices (PRO-1).</summary>
    public Money AgreementThreshold { get; init; } = Money.Euros(23_000);

    /// <summary>The version for an application created that day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scheme did not exist yet.</exception>
    public static SchemeParameters On(DateOnly createdOn)
    {
        if (createdOn >= Of2024.EffectiveFrom) return Of2024;
        if (createdOn >= Of2021.EffectiveFrom) return Of2021;
        throw new ArgumentOutOfRangeException(nameof(createdOn), createdOn, "The scheme took effect on 2021-10-05.");
    }
}
