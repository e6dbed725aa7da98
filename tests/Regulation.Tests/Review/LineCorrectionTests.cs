using Iness.Regulation.Review;

namespace Iness.Regulation.Tests.Review;

public sealed class LineCorrectionTests
{
    private static AssessmentRequest Request => Sample.Association with { Costs = [Sample.Line("shop", 6_000_00), Sample.Line("crm", 4_000_00)] };

    [Fact]
    public void Apply_Nothing_IsTheSameRequest() => Assert.Same(Sample.Association, LineCorrection.Apply(Sample.Association, []));

    [Fact]
    public void Apply_Reduced_IsRetainedForThatAmountAndTheAidFollows()
    {
        var corrected = LineCorrection.Apply(Request, [new("shop", Amount: new(5_000_00))]).Assess();

        Assert.Equal(new Money(9_000_00), corrected.Costs.Eligible);
        Assert.Equal(new Money(3_600_00), corrected.Aid.Amount);
    }

    [Fact]
    public void Apply_Requalified_IsJudgedInItsTrueCategory()
    {
        var corrected = LineCorrection.Apply(Request, [new("shop", CostCategory.ShowcaseWebsite)]).Assess();

        Assert.Equal(new Money(4_000_00), corrected.Costs.Eligible);
        Assert.Equal("XCO-1", Assert.Single(corrected.Costs.Lines[0].Reasons).Provision.Id);
    }

    [Fact]
    public void Apply_Refused_IsLeftOut()
    {
        var corrected = LineCorrection.Apply(Request, [new("shop", IsRefused: true), new("unknown", IsRefused: true)]);

        Assert.Equal(["crm"], corrected.Costs!.Select(line => line.Id));
    }
}
