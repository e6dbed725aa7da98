namespace Iness.Regulation.Costs;

/// <summary>Why a line loses something; the values stand in the order in which the provisions are applied.</summary>
[Flags]
internal enum CostReasons
{
    None = 0,
    ShowcaseWebsite = 1 << 0,
    ConsumerSoftware = 1 << 1,
    Cybersecurity = 1 << 2,
    NoCategory = 1 << 3,
    InvoicedToOther = 1 << 4,
    LeasedOrRented = 1 << 5,
    OrderedTooEarly = 1 << 6,
    Excluded = ShowcaseWebsite | ConsumerSoftware | Cybersecurity | NoCategory | InvoicedToOther | LeasedOrRented | OrderedTooEarly,
    SubscriptionTooLong = 1 << 7,
    HardwareAlone = 1 << 8,
    HardwareCapped = 1 << 9,
}
