namespace Iness.Regulation;

/// <summary>The facts that a finding may wait for. A set of them says what would settle an unknown.</summary>
[Flags]
public enum Fact
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Legal category.</summary>
    LegalCategory = 1 << 0,

    /// <summary>Approvals held.</summary>
    Approvals = 1 << 1,

    /// <summary>Commune of the establishment.</summary>
    Commune = 1 << 2,

    /// <summary>Day of foundation.</summary>
    FoundedOn = 1 << 3,

    /// <summary>Turnover.</summary>
    Turnover = 1 << 4,

    /// <summary>Headcount.</summary>
    Headcount = 1 << 5,

    /// <summary>Economic activity.</summary>
    EconomicActivity = 1 << 6,

    /// <summary>Excluded sectors.</summary>
    Sectors = 1 << 7,

    /// <summary>Taxes up to date.</summary>
    TaxUpToDate = 1 << 8,

    /// <summary>Social contributions up to date.</summary>
    SocialUpToDate = 1 << 9,

    /// <summary>Insolvency proceedings.</summary>
    InsolvencyProceedings = 1 << 10,

    /// <summary>Rescue aid or restructuring plan.</summary>
    RescueAidOutstanding = 1 << 11,

    /// <summary>Share capital.</summary>
    ShareCapital = 1 << 12,

    /// <summary>Equity.</summary>
    Equity = 1 << 13,

    /// <summary>Cost lines.</summary>
    Costs = 1 << 14,

    /// <summary>De minimis aid received.</summary>
    DeMinimisAids = 1 << 15,

    /// <summary>Earlier applications.</summary>
    PreviousApplications = 1 << 16,

    /// <summary>Other public aid.</summary>
    OtherPublicAid = 1 << 17,
}

/// <summary>Where each fact stands in a request.</summary>
public static class FactPointers
{
    /// <summary>The JSON pointers of a set of facts, in the order of the request.</summary>
    public static IReadOnlyList<string> ToPointers(this Fact facts)
    {
        ReadOnlySpan<string> all =
        [
            "/undertaking/legalCategory", "/undertaking/approvals", "/undertaking/communeCode", "/undertaking/foundedOn",
            "/undertaking/turnover", "/undertaking/headcount", "/undertaking/hasEconomicActivity", "/undertaking/sectors",
            "/undertaking/taxUpToDate", "/undertaking/socialUpToDate", "/undertaking/difficulty/insolvencyProceedings",
            "/undertaking/difficulty/rescueAidOutstanding", "/undertaking/difficulty/shareCapital", "/undertaking/difficulty/equity",
            "/project/costs", "/history/deMinimisAids", "/history/previousApplications", "/history/otherPublicAid",
        ];
        var pointers = new List<string>();
        for (var i = 0; i < all.Length; i++)
        {
            if (((int)facts >> i & 1) == 1) pointers.Add(all[i]);
        }

        return pointers;
    }
}
