namespace Iness.Regulation.Costs;

/// <summary>What each line retains on its own: kind, invoice, financing, order date, length of a subscription.</summary>
internal static class CostLineRules
{
    /// <summary>Every reason for which the line retains nothing; none when it may count.</summary>
    public static CostReasons Exclusions(CostLine line, DateOnly createdOn) =>
        IneligibleKind(line.Category) | InvoiceInAnotherName(line) | LeaseOrRental(line) | OrderedBeforeCreation(line, createdOn);

    [Rule("XCO-1"), Rule("XCO-2"), Rule("XCO-5"), Rule("COS")]
    internal static CostReasons IneligibleKind(CostCategory category) => category switch
    {
        CostCategory.ShowcaseWebsite => CostReasons.ShowcaseWebsite,
        CostCategory.ConsumerSoftware => CostReasons.ConsumerSoftware,
        CostCategory.Cybersecurity => CostReasons.Cybersecurity,
        CostCategory.Other => CostReasons.NoCategory,
        _ => CostReasons.None,
    };

    [Rule("COS-1")]
    internal static CostReasons InvoiceInAnotherName(CostLine line) =>
        line.InvoicedTo == InvoicedTo.Other ? CostReasons.InvoicedToOther : CostReasons.None;

    [Rule("XCO-4")]
    internal static CostReasons LeaseOrRental(CostLine line) =>
        line.Financing == Financing.Purchase ? CostReasons.None : CostReasons.LeasedOrRented;

    /// <summary>The day of creation itself is accepted, and so is what is not ordered yet.</summary>
    [Rule("COS-11")]
    internal static CostReasons OrderedBeforeCreation(CostLine line, DateOnly createdOn) =>
        line.OrderedOn < createdOn ? CostReasons.OrderedTooEarly : CostReasons.None;

    /// <summary>The amount, in proportion to twelve months when a subscription runs longer.</summary>
    [Rule("COS-2")]
    internal static Money WithinSubscriptionLimit(CostLine line, SchemeParameters parameters) =>
        line is { Nature: CostNature.Subscription, Months: { } months }
            ? line.Amount.Fraction(Math.Min(months, parameters.SubscriptionMonths), months)
            : line.Amount;

    /// <summary>The provision that makes a category eligible, or not.</summary>
    [Rule("COS-3"), Rule("COS-4"), Rule("COS-5"), Rule("COS-6"), Rule("COS-7"), Rule("COS-8"), Rule("COS-9")]
    internal static Provision ProvisionOf(CostCategory category) => category switch
    {
        CostCategory.OnlineShop => Provision.Cos3,
        CostCategory.Crm => Provision.Cos4,
        CostCategory.Erp => Provision.Cos5,
        CostCategory.Collaboration => Provision.Cos6,
        CostCategory.Cloud => Provision.Cos7,
        CostCategory.AugmentedReality => Provision.Cos8,
        CostCategory.Hardware => Provision.Cos9,
        CostCategory.ShowcaseWebsite => Provision.Xco1,
        CostCategory.ConsumerSoftware => Provision.Xco2,
        CostCategory.Cybersecurity => Provision.Xco5,
        _ => Provision.Cos,
    };
}
