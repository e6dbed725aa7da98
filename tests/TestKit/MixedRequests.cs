using Iness.Regulation;

namespace Iness.TestKit;

/// <summary>
/// Requests of every kind, drawn from a seed: the same seed gives the same requests for ever. Values crowd around the thresholds,
/// and facts are sometimes missing, as they are in life.
/// </summary>
public sealed class MixedRequests(int seed)
{
    private static readonly string[] Categories = ["9220", "9221", "9222", "9223", "9230", "9260", "5195", "5499", "5710", "5458", "5558", "5308", "9210", "9300", "1000"];
    private static readonly string[] Communes = ["59350", "62041", "80021", "02691", "60057", "75056", "2A004"];
    private static readonly string[] Activities = ["88.99B", "47.11F", "81.21Z", "47.73Z", "64.19Z", "70.22Z", "85.59A", "62.01Z", "46.19A", "90.01Z"];
    private static readonly decimal[] Headcounts = [0, 0.5m, 3.5m, 7.5m, 12, 19, 19.99m, 20, 45];
    private static readonly long[] Turnovers = [0, 15_000_050, 45_000_000, 199_999_999, 200_000_000, 500_000_000];
    private static readonly long[] Amounts = [1, 79_999, 80_000, 150_000, 299_999, 300_000, 640_000, 1_200_000, 3_000_001];

    private readonly Random random = new(seed);

    /// <summary>So many requests.</summary>
    public IEnumerable<AssessmentRequest> Take(int count) => Enumerable.Range(0, count).Select(_ => Next());

    /// <summary>One more request.</summary>
    public AssessmentRequest Next()
    {
        var createdOn = new DateOnly(2021, 10, 5).AddDays(random.Next(1800));
        return new()
        {
            CreatedOn = createdOn,
            GrantedOn = Often(0.3) ? createdOn.AddDays(random.Next(200)) : null,
            Undertaking = Undertaking(createdOn),
            Costs = Often(0.95) ? [.. Enumerable.Range(1, random.Next(1, 8)).Select(i => Line(i, createdOn))] : null,
            History = History(createdOn),
        };
    }

    private Undertaking Undertaking(DateOnly createdOn) => new()
    {
        LegalCategory = Often(0.95) ? LegalCategory.Parse(Pick(Categories)) : null,
        Approvals = Often(0.9) ? Often(0.6) ? Approvals.None : (Approvals)(1 << random.Next(8)) : null,
        Stage = Often(0.9) ? Stage.Existing : (Stage)random.Next(4),
        Commune = Often(0.95) ? CommuneCode.Parse(Pick(Communes)) : null,
        FoundedOn = Often(0.8) ? createdOn.AddDays(-random.Next(4000)) : null,
        Turnover = Often(0.95) ? new Money(Pick(Turnovers)) : null,
        Headcount = Often(0.95) ? Pick(Headcounts) : null,
        HasEconomicActivity = Often(0.95) ? Often(0.9) : null,
        MainActivity = Often(0.9) ? ActivityCode.Parse(Pick(Activities)) : null,
        Sectors = Often(0.9) ? Often(0.9) ? Sectors.None : (Sectors)(1 << random.Next(5)) : null,
        TaxUpToDate = Often(0.95) ? Often(0.95) : null,
        SocialUpToDate = Often(0.95) ? Often(0.95) : null,
        Difficulty = new()
        {
            InsolvencyProceedings = Often(0.95) ? Often(0.05) : null,
            RescueAidOutstanding = Often(0.95) ? Often(0.05) : null,
            ShareCapital = Often(0.7) ? Money.Euros(10_000) : null,
            Equity = Often(0.7) ? new Money(500_000 + random.Next(-2, 20)) : null,
        },
    };

    private CostLine Line(int number, DateOnly createdOn)
    {
        var category = Often(0.85) ? (CostCategory)random.Next(7) : (CostCategory)random.Next(7, 11);
        var nature = (CostNature)random.Next(3);
        return new()
        {
            Id = "c" + number,
            Label = "Ligne " + number,
            Category = category,
            Nature = nature,
            Amount = new(Pick(Amounts)),
            Months = nature == CostNature.Subscription ? random.Next(1, 37) : null,
            Hardware = category == CostCategory.Hardware ? (HardwareKind)random.Next(3) : null,
            InvoicedTo = Often(0.95) ? InvoicedTo.Beneficiary : InvoicedTo.Other,
            Financing = Often(0.95) ? Financing.Purchase : (Financing)random.Next(1, 3),
            OrderedOn = Often(0.3) ? createdOn.AddDays(random.Next(-1, 30)) : null,
        };
    }

    private History History(DateOnly createdOn) => new()
    {
        DeMinimisAids = Often(0.9)
            ? [.. Enumerable.Range(0, random.Next(3)).Select(_ => new DeMinimisAid(createdOn.AddDays(-random.Next(1500)), new(Pick(Amounts) * 6)))]
            : null,
        PreviousApplications = Often(0.9) ? Often(0.8) ? [] : [createdOn.AddDays(-random.Next(1000))] : null,
        OtherPublicAid = Often(0.9) ? Often(0.7) ? [] : [new PublicAid(new(Pick(Amounts)), Often(0.2), "CCI", "Booster TPE Numérique")] : null,
    };

    private bool Often(double probability) => random.NextDouble() < probability;

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
