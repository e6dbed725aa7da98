using Iness.Regulation.Review;

namespace Iness.Regulation.Tests.Review;

public sealed class ReviewedAssessmentTests
{
    private static readonly AssessmentRequest Hinted = Sample.Association.With(u => u with { MainActivity = ActivityCode.Parse("62.01Z") });

    [Fact]
    public void Review_NoRuling_SaysWhatTheMachineFound()
    {
        var reviewed = new ReviewedAssessment(Hinted.Assess(), []);

        Assert.Equal(OverallVerdict.Undetermined, reviewed.Verdict);
        Assert.Equal("EXC-6", Assert.Single(reviewed.Findings, finding => finding.IsOpen).Finding.Provision.Id);
        Assert.Equal(new Money(240_000), reviewed.Aid);
    }

    [Theory]
    [InlineData(true, OverallVerdict.Eligible, 240_000)]
    [InlineData(false, OverallVerdict.Ineligible, 0)]
    public void Review_RulingOnAHint_DecidesAndLeavesTheFinding(bool isMet, OverallVerdict verdict, long aid)
    {
        var reviewed = new ReviewedAssessment(Hinted.Assess(), [new("EXC-6", isMet, "Vu les statuts.")]);

        Assert.Equal(verdict, reviewed.Verdict);
        Assert.Equal(new Money(aid), reviewed.Aid);
        var finding = reviewed.Findings.Single(found => found.Finding.Provision.Id == "EXC-6");
        Assert.Equal(Verdict.Review, finding.Finding.Verdict);
        Assert.Equal(isMet ? Verdict.Met : Verdict.NotMet, finding.Verdict);
        Assert.Equal("Vu les statuts.", finding.Ruling!.Reason);
    }

    [Fact]
    public void Review_RefusalRuledMet_GivesTheAmountBack()
    {
        var refused = Sample.Association.With(u => u with { Headcount = 20 }).Assess();
        Assert.Equal(Money.Zero, refused.Aid.Amount);

        var reviewed = new ReviewedAssessment(refused, [new("ELI-3", true, "Deux apprentis ne comptent pas.")]);

        Assert.Equal(OverallVerdict.Eligible, reviewed.Verdict);
        Assert.Equal(new Money(240_000), reviewed.Aid);
    }

    [Fact]
    public void Review_RulingOnTheBeneficiary_HoldsWhateverTheDoor()
    {
        var reviewed = new ReviewedAssessment(Sample.Association.Assess(), [new("BEN", false, "Aucune activité économique constatée.")]);

        Assert.Equal("BEN-3", reviewed.Findings[0].Finding.Provision.Id);
        Assert.Equal(OverallVerdict.Ineligible, reviewed.Verdict);
    }

    [Fact]
    public void Review_TwoRulingsOnOneProvision_IsAMistake() =>
        Assert.Throws<ArgumentException>(() => new ReviewedAssessment(Hinted.Assess(), [new("EXC-6", true, "a"), new("EXC-6", false, "b")]));
}
