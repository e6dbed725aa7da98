using System.Globalization;

namespace Iness.Regulation.Tests.Whole;

public sealed class AssessmentTests
{
    private static readonly string[] Order =
    [
        "BEN-3", "ELI-1", "ELI-2", "ELI-3", "ELI-4", "ELI-5", "EXC-1", "EXC-2", "EXC-3", "EXC-4", "EXC-5", "EXC-6",
        "AID-2", "AID-3", "AID-4", "FRQ-1", "CUM-2", "LEG-1",
    ];

    [Fact]
    public void Assess_EverythingFulfilled_IsEligible()
    {
        var assessment = Sample.Association.Assess();

        Assert.Equal(OverallVerdict.Eligible, assessment.Verdict);
        Assert.Equal(Order, assessment.Findings.Select(finding => finding.Provision.Id));
        Assert.Equal("ELI-2 Met: Chiffre d'affaires de 450 000 €, inférieur à 2 000 000 €.", assessment.Findings[2].ToString());
        Assert.Equal(new Money(240_000), assessment.Aid.Amount);
        Assert.Equal(Fact.None, assessment.Missing);
        Assert.Same(Sample.Association, assessment.Request);
    }

    [Fact]
    public void Assess_OneRefusedAmongUnknowns_IsIneligibleWithoutAid()
    {
        var assessment = Sample.Association.With(u => u with { Headcount = 20, Turnover = null }).Assess();

        Assert.Equal(OverallVerdict.Ineligible, assessment.Verdict);
        Assert.Equal(Money.Zero, assessment.Aid.Amount);
        Assert.Equal(18, assessment.Findings.Count);
    }

    [Fact]
    public void Assess_OneUnknown_IsUndeterminedAndKeepsTheAmount()
    {
        var assessment = Sample.Association.With(u => u with { Turnover = null, TaxUpToDate = null }).Assess();

        Assert.Equal(OverallVerdict.Undetermined, assessment.Verdict);
        Assert.Equal(Fact.Turnover | Fact.TaxUpToDate, assessment.Missing);
        Assert.Equal(new Money(240_000), assessment.Aid.Amount);
    }

    [Fact]
    public void Assess_OneReview_IsUndetermined() =>
        Assert.Equal(OverallVerdict.Undetermined, Sample.Association.With(u => u with { MainActivity = ActivityCode.Parse("62.01Z") }).Assess().Verdict);

    [Theory]
    [InlineData("2021-10-05", "2021-10-05")]
    [InlineData("2023-12-31", "2021-10-05")]
    [InlineData("2024-01-01", "2024-01-01")]
    [InlineData("2026-03-02", "2024-01-01")]
    public void Version_FollowsTheCreationDate(string createdOn, string version) =>
        Assert.Equal(version, SchemeParameters.On(DateOnly.Parse(createdOn, CultureInfo.InvariantCulture)).Version);

    [Fact]
    public void Version_BeforeTheScheme_IsRefused()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => SchemeParameters.On(new(2021, 10, 4)));

        Assert.Equal("createdOn", refusal.ParamName);
        Assert.StartsWith("The scheme took effect on 2021-10-05.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_NothingKnown_MissesEveryFactThatMatters() => Assert.Equal(
        Enum.GetValues<Fact>().Aggregate((left, right) => left | right)
            & ~(Fact.FoundedOn | Fact.ShareCapital | Fact.Equity | Fact.EconomicActivity),
        new AssessmentRequest { CreatedOn = Sample.Created }.Assess().Missing);

    [Fact]
    public void Assess_Nothing_IsABug()
    {
        Assert.Throws<ArgumentNullException>(() => EligibilityAssessment.Assess(null!));
        Assert.Throws<ArgumentNullException>(() => Iness.Regulation.Payment.PaymentAssessment.Assess(null!, Money.Zero));
        Assert.Throws<ArgumentNullException>(() => Iness.Regulation.Payment.DecisionActRule.For(Money.Zero, null!));
    }

    [Fact]
    public void Pointers_OfEveryFact_AreInTheOrderOfTheRequest()
    {
        var all = Enum.GetValues<Fact>().Aggregate((left, right) => left | right);

        Assert.Equal(
        [
            "/undertaking/legalCategory", "/undertaking/approvals", "/undertaking/communeCode", "/undertaking/foundedOn", "/undertaking/turnover",
            "/undertaking/headcount", "/undertaking/hasEconomicActivity", "/undertaking/sectors", "/undertaking/taxUpToDate", "/undertaking/socialUpToDate",
            "/undertaking/difficulty/insolvencyProceedings", "/undertaking/difficulty/rescueAidOutstanding", "/undertaking/difficulty/shareCapital",
            "/undertaking/difficulty/equity", "/project/costs", "/history/deMinimisAids", "/history/previousApplications", "/history/otherPublicAid",
        ], all.ToPointers());
        Assert.Empty(Fact.None.ToPointers());
    }
}
