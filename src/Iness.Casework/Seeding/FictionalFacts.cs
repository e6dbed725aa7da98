using Iness.Casework.Registers.Communes;
using Iness.Regulation;

namespace Iness.Casework.Seeding;

/// <summary>Facts of invented applications, drawn from a seed: most fulfil every condition, some miss one, some leave one to an officer.</summary>
internal sealed class FictionalFacts(Random random)
{
    private static readonly string[] Categories = ["9220", "9220", "9220", "9221", "9222", "5458", "5558", "5710", "5499"];
    private static readonly string[] Activities = ["88.99B", "47.11F", "81.21Z", "47.73Z", "90.01Z", "38.32Z", "56.10A"];
    private static readonly Commune[] Communes = [.. CommuneDirectory.HautsDeFrance.OrderBy(commune => commune.Code, StringComparer.Ordinal)];

    public AssessmentRequest Of(Siren siren, DateOnly createdOn) => new()
    {
        CreatedOn = createdOn,
        Undertaking = new()
        {
            Siren = siren,
            LegalCategory = LegalCategory.TryParse(Pick(Categories), out var category) ? category : null,
            Approvals = Often(0.2) ? Approvals.Esus : Approvals.None,
            Commune = CommuneCode.TryParse(Pick(Communes).Code, out var commune) ? commune : null,
            FoundedOn = createdOn.AddDays(-400 - random.Next(8000)),
            Turnover = Money.Euros(random.Next(20, 1900) * 1000L),
            Headcount = random.Next(1, 38) * 0.5m,
            HasEconomicActivity = Often(0.97),
            MainActivity = ActivityCode.TryParse(Pick(Activities), out var activity) ? activity : null,
            Sectors = Sectors.None,
            TaxUpToDate = Often(0.97),
            SocialUpToDate = Often(0.96) ? true : null,
            Difficulty = new() { InsolvencyProceedings = Often(0.02), RescueAidOutstanding = false },
        },
        Costs = [.. Enumerable.Range(1, random.Next(1, 5)).Select(Line)],
        History = new() { DeMinimisAids = [], PreviousApplications = [], OtherPublicAid = [] },
    };

    private CostLine Line(int number)
    {
        var category = (CostCategory)random.Next(FictionalWords.Costs.Length);
        return new()
        {
            Id = $"a{number:000}",
            Label = FictionalWords.Costs[(int)category],
            Category = category,
            Nature = category == CostCategory.Hardware ? CostNature.Acquisition : CostNature.Service,
            Amount = new(random.Next(6, 160) * 10_000L + random.Next(10_000)),
            Hardware = category == CostCategory.Hardware ? (HardwareKind)random.Next(3) : null,
        };
    }

    private bool Often(double probability) => random.NextDouble() < probability;

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
