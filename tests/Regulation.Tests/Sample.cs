using Iness.Regulation.Costs;

namespace Iness.Regulation.Tests;

/// <summary>An application that fulfils everything; each test changes the one fact it is about.</summary>
internal static class Sample
{
    public static readonly DateOnly Created = new(2026, 3, 2);

    public static AssessmentRequest Association { get; } = new()
    {
        CreatedOn = Created,
        Undertaking = new()
        {
            LegalCategory = LegalCategory.Parse("9220"),
            Approvals = Approvals.None,
            Commune = CommuneCode.Parse("59350"),
            FoundedOn = new(2010, 1, 1),
            Turnover = Money.Euros(450_000),
            Headcount = 7.5m,
            HasEconomicActivity = true,
            MainActivity = ActivityCode.Parse("88.99B"),
            Sectors = Sectors.None,
            TaxUpToDate = true,
            SocialUpToDate = true,
            Difficulty = new() { InsolvencyProceedings = false, RescueAidOutstanding = false },
        },
        Costs = [Line("shop", 6_000_00)],
        History = new() { DeMinimisAids = [], PreviousApplications = [], OtherPublicAid = [] },
    };

    /// <summary>A SARL with the ESUS approval, ten years old, its capital intact.</summary>
    public static AssessmentRequest Company { get; } = Association.With(u => u with
    {
        LegalCategory = LegalCategory.Parse("5499"),
        Approvals = Approvals.Esus,
        HasEconomicActivity = null,
        Difficulty = u.Difficulty with { ShareCapital = Money.Euros(10_000), Equity = Money.Euros(10_000) },
    });

    public static CostLine Line(string id, long cents, CostCategory category = CostCategory.OnlineShop) =>
        new() { Id = id, Category = category, Nature = CostNature.Service, Amount = new(cents) };

    public static CostLine Hardware(string id, long cents, HardwareKind kind) =>
        Line(id, cents, CostCategory.Hardware) with { Nature = CostNature.Acquisition, Hardware = kind };

    public static AssessmentRequest With(this AssessmentRequest request, Func<Undertaking, Undertaking> change) =>
        request with { Undertaking = change(request.Undertaking) };

    public static AssessmentRequest WithHistory(this AssessmentRequest request, Func<History, History> change) =>
        request with { History = change(request.History) };

    public static AssessmentRequest WithCosts(this AssessmentRequest request, params CostLine[] lines) => request with { Costs = lines };

    public static Assessment Assess(this AssessmentRequest request) => EligibilityAssessment.Assess(request);

    public static Finding Finding(this AssessmentRequest request, string provision) =>
        request.Assess().Findings.Single(finding => finding.Provision.Id == provision || (provision == "BEN" && finding.Provision.Part == Part.Beneficiaries));

    public static void Expect(this AssessmentRequest request, string provision, Verdict verdict, string? explanation = null, Fact missing = Fact.None)
    {
        var finding = request.Finding(provision);
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(missing, finding.Missing);
        if (explanation is not null) Assert.Equal(explanation, finding.Explanation);
    }

    public static CostLineAssessment CostLine(this AssessmentRequest request, string id) => request.Assess().Costs.Lines.Single(line => line.Line.Id == id);

    public static void ExpectLine(this AssessmentRequest request, string id, long retainedCents, params string[] reasons)
    {
        var line = request.CostLine(id);
        Assert.Equal(new Money(retainedCents), line.Retained);
        Assert.Equal(reasons, line.Reasons.Select(reason => reason.Provision.Id));
    }

    public static void ExpectReason(this AssessmentRequest request, string id, string explanation) =>
        Assert.Equal(explanation, Assert.Single(request.CostLine(id).Reasons).Explanation);
}
