namespace Iness.Regulation;

/// <summary>One line of cost, excluding VAT.</summary>
public sealed record CostLine
{
    /// <summary>Name of the line within its application.</summary>
    public required string Id { get; init; }

    /// <summary>What is bought, in the applicant's words.</summary>
    public string? Label { get; init; }

    /// <summary>What kind of cost it is.</summary>
    public required CostCategory Category { get; init; }

    /// <summary>How it is provided.</summary>
    public required CostNature Nature { get; init; }

    /// <summary>Amount claimed, excluding VAT, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>Length of a subscription in months, 1 to 120; null for anything else.</summary>
    public int? Months { get; init; }

    /// <summary>Kind of equipment, for <see cref="CostCategory.Hardware"/>; null for anything else.</summary>
    public HardwareKind? Hardware { get; init; }

    /// <summary>Whom the invoice names (COS-1).</summary>
    public InvoicedTo InvoicedTo { get; init; }

    /// <summary>How it is paid for (XCO-4).</summary>
    public Financing Financing { get; init; }

    /// <summary>Day of the order; null when not ordered yet (COS-11).</summary>
    public DateOnly? OrderedOn { get; init; }
}

/// <summary>Kind of a cost: the eligible ones (COS-3 to COS-9), then those that are not.</summary>
public enum CostCategory
{
    /// <summary>Online shop, new or reworked, organic search included (COS-3).</summary>
    OnlineShop,

    /// <summary>Customer relationship management (COS-4).</summary>
    Crm,

    /// <summary>Integrated management (COS-5).</summary>
    Erp,

    /// <summary>Collaborative work (COS-6).</summary>
    Collaboration,

    /// <summary>Migration to the cloud (COS-7).</summary>
    Cloud,

    /// <summary>Equipment for augmented reality (COS-8).</summary>
    AugmentedReality,

    /// <summary>Computers, tablets, smartphones (COS-9, COS-10).</summary>
    Hardware,

    /// <summary>Showcase website: not eligible (XCO-1).</summary>
    ShowcaseWebsite,

    /// <summary>Consumer software, office suites: not eligible (XCO-2).</summary>
    ConsumerSoftware,

    /// <summary>Cybersecurity: not eligible here (XCO-5).</summary>
    Cybersecurity,

    /// <summary>Anything that fits no category (COS).</summary>
    Other,
}

/// <summary>How a cost is provided (COS-2).</summary>
public enum CostNature
{
    /// <summary>Bought.</summary>
    Acquisition,

    /// <summary>Work done: advice beforehand, installation, training afterwards.</summary>
    Service,

    /// <summary>Paid by period; twelve months at most are retained.</summary>
    Subscription,
}

/// <summary>The three kinds of hardware, in the order that settles a tie (COS-10).</summary>
public enum HardwareKind
{
    /// <summary>Computer.</summary>
    Computer,

    /// <summary>Tablet.</summary>
    Tablet,

    /// <summary>Smartphone.</summary>
    Smartphone,
}

/// <summary>Whom the invoice names (COS-1).</summary>
public enum InvoicedTo
{
    /// <summary>The undertaking that asks.</summary>
    Beneficiary,

    /// <summary>Somebody else.</summary>
    Other,
}

/// <summary>How a cost is paid for (XCO-4).</summary>
public enum Financing
{
    /// <summary>Bought.</summary>
    Purchase,

    /// <summary>Leased (crédit-bail).</summary>
    Lease,

    /// <summary>Rented (location financière).</summary>
    Rental,
}
