namespace Iness.Regulation;

/// <summary>The facts an assessment rests on. A fact that is null is unknown, never assumed.</summary>
public sealed record AssessmentRequest
{
    /// <summary>Day the application was created: it fixes the version of the scheme and what may have been ordered (COS-11).</summary>
    public required DateOnly CreatedOn { get; init; }

    /// <summary>Day the aid is granted, for LEG-1; the creation date when absent.</summary>
    public DateOnly? GrantedOn { get; init; }

    /// <summary>The undertaking that asks.</summary>
    public Undertaking Undertaking { get; init; } = new();

    /// <summary>The cost lines in the order given; null when the costs are not known yet.</summary>
    public IReadOnlyList<CostLine>? Costs { get; init; }

    /// <summary>Aid already received, and earlier applications.</summary>
    public History History { get; init; } = new();
}

/// <summary>What is known of the undertaking.</summary>
public sealed record Undertaking
{
    /// <summary>Its number in SIRENE.</summary>
    public Siren? Siren { get; init; }

    /// <summary>INSEE legal category.</summary>
    public LegalCategory? LegalCategory { get; init; }

    /// <summary>Approvals held; null when not declared.</summary>
    public Approvals? Approvals { get; init; }

    /// <summary>Existing unless said otherwise.</summary>
    public Stage Stage { get; init; }

    /// <summary>Commune of the establishment that carries the project.</summary>
    public CommuneCode? Commune { get; init; }

    /// <summary>Day of foundation.</summary>
    public DateOnly? FoundedOn { get; init; }

    /// <summary>Turnover of the last closed year excluding VAT; operating income for an association; forecast for a creation.</summary>
    public Money? Turnover { get; init; }

    /// <summary>Full-time equivalents.</summary>
    public decimal? Headcount { get; init; }

    /// <summary>Whether there is an economic activity.</summary>
    public bool? HasEconomicActivity { get; init; }

    /// <summary>Main activity, NAF rev. 2.</summary>
    public ActivityCode? MainActivity { get; init; }

    /// <summary>Excluded sectors the applicant declares; null when not declared.</summary>
    public Sectors? Sectors { get; init; }

    /// <summary>Taxes paid up to date.</summary>
    public bool? TaxUpToDate { get; init; }

    /// <summary>Social contributions paid up to date.</summary>
    public bool? SocialUpToDate { get; init; }

    /// <summary>Facts for the test of an undertaking in difficulty (ELI-5).</summary>
    public Difficulty Difficulty { get; init; } = new();
}

/// <summary>Facts for Regulation (EU) 651/2014, article 2(18) (ELI-5).</summary>
public sealed record Difficulty
{
    /// <summary>Whether collective insolvency proceedings are running, or their conditions are fulfilled.</summary>
    public bool? InsolvencyProceedings { get; init; }

    /// <summary>Whether rescue aid is not repaid, or a restructuring plan is running.</summary>
    public bool? RescueAidOutstanding { get; init; }

    /// <summary>Subscribed share capital, never negative.</summary>
    public Money? ShareCapital { get; init; }

    /// <summary>Equity, of any sign.</summary>
    public Money? Equity { get; init; }
}

/// <summary>Aid received and earlier filings; a null list is « not declared », an empty one is « none ».</summary>
public sealed record History
{
    /// <summary>De minimis aid of the single undertaking (LEG-1).</summary>
    public IReadOnlyList<DeMinimisAid>? DeMinimisAids { get; init; }

    /// <summary>Filing dates of earlier applications to this scheme, whatever came of them (FRQ-1).</summary>
    public IReadOnlyList<DateOnly>? PreviousApplications { get; init; }

    /// <summary>Other public aid on the same costs (AID-4, CUM-2).</summary>
    public IReadOnlyList<PublicAid>? OtherPublicAid { get; init; }
}

/// <summary>One de minimis aid.</summary>
/// <param name="GrantedOn">Day the legal right arose, not the day of payment.</param>
/// <param name="Amount">Gross grant equivalent.</param>
/// <param name="Grantor">Who granted it.</param>
public sealed record DeMinimisAid(DateOnly GrantedOn, Money Amount, string? Grantor = null);

/// <summary>One other public aid on the same costs.</summary>
/// <param name="Amount">Its amount.</param>
/// <param name="RegionalDigital">Whether it is another individual aid of the Région to digital transition (CUM-2).</param>
/// <param name="Grantor">Who granted it.</param>
/// <param name="Scheme">Its name.</param>
public sealed record PublicAid(Money Amount, bool RegionalDigital = false, string? Grantor = null, string? Scheme = null);
