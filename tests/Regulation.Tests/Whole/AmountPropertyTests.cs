using System.Numerics;
using CsCheck;
using Iness.TestKit;

namespace Iness.Regulation.Tests.Whole;

/// <summary>What holds of the amounts, whatever is claimed and whatever was received before.</summary>
public sealed class AmountPropertyTests
{
    private const int Many = 5_000;

    private static readonly Gen<AssessmentRequest> Mixed = Gen.Int.Select(seed => new MixedRequests(seed).Next());

    /// <summary>One line among the ones that act on each other: hardware of each kind, and what makes hardware count or not.</summary>
    private static readonly Gen<CostLine> Line =
        from cents in Gen.OneOf(Gen.Long[1, 200_000], Gen.Long[1, 4_000_000])
        from kind in Gen.Int[0, 6]
        from months in Gen.Int[1, 36]
        select kind switch
        {
            < 3 => Sample.Hardware("line", cents, (HardwareKind)kind),
            3 => Sample.Line("line", cents) with { Nature = CostNature.Subscription, Months = months },
            4 => Sample.Line("line", cents, CostCategory.Other),
            _ => Sample.Line("line", cents),
        };

    private static readonly Gen<CostLine[]> Lines = Line.Array[0, 6].Select(lines => lines.Select((line, i) => line with { Id = $"c{i}" }).ToArray());

    /// <summary>Nothing refuses these but the amounts, so that the aid is seldom zero.</summary>
    private static readonly Gen<AssessmentRequest> Claims =
        from lines in Lines
        from other in Gen.Long[1, 2_500_000].Array[0, 2].Null()
        from earlier in Gen.Long[1, 20_000_000].Array[0, 2].Null()
        select Sample.Association.WithCosts(lines).WithHistory(h => h with
        {
            OtherPublicAid = other?.Select(cents => new PublicAid(new(cents))).ToList(),
            DeMinimisAids = earlier?.Select(cents => new DeMinimisAid(Sample.Created, new(cents))).ToList(),
        });

    [Fact]
    public void Aid_AnyRequest_StaysWithinEveryCeiling() => Gen.OneOf(Mixed, Claims).Sample(request =>
    {
        var assessment = request.Assess();
        var aid = assessment.Aid.Amount;
        Assert.InRange(aid.Cents, 0, 1_200_000);
        Assert.True(aid.Cents * 100 <= assessment.Costs.Eligible.Cents * 40, "The aid exceeds 40 % of the retained costs.");
        if (request.History.OtherPublicAid is { } others && aid > Money.Zero)
            Assert.True((aid.Cents + others.Sum(other => other.Amount.Cents)) * 100 <= assessment.Costs.Eligible.Cents * 80, "Public aid exceeds 80 %.");
        Assert.Equal(assessment.Verdict == OverallVerdict.Ineligible ? 0 : assessment.Aid.Steps.Min(step => step.Amount.Cents), aid.Cents);
    }, iter: Many);

    [Fact]
    public void Lines_AnyRequest_RetainNoMoreThanClaimedAndSayWhy() => Gen.OneOf(Mixed, Claims).Sample(request =>
    {
        foreach (var line in request.Assess().Costs.Lines)
        {
            Assert.InRange(line.Retained.Cents, 0, line.Line.Amount.Cents);
            Assert.Equal(line.Retained < line.Line.Amount, line.Reasons.Any());
        }
    }, iter: Many);

    [Fact]
    public void AddingALine_AnyRequest_NeverLowersTheTotalRetained() => Gen.Select(Lines, Line).Sample((lines, line) => Assert.True(
        Sample.Association.WithCosts([.. lines, line with { Id = "added" }]).Assess().Costs.Eligible >= Sample.Association.WithCosts(lines).Assess().Costs.Eligible), iter: Many);

    [Fact]
    public void Totals_OfAnySize_AreExactOrThrow() => Gen.Long[1, long.MaxValue].Array[1, 6].Sample(amounts =>
    {
        var exact = amounts.Aggregate(BigInteger.Zero, (sum, cents) => sum + cents);
        var request = Sample.Association.WithCosts([.. amounts.Select((cents, i) => Sample.Line($"c{i}", cents))]);

        // 80 % of the costs is the largest product there is.
        if (exact * 80 > long.MaxValue) Assert.Throws<OverflowException>(() => request.Assess());
        else Assert.Equal((long)exact, request.Assess().Costs.Eligible.Cents);
    });

    [Fact]
    public void Totals_ThatWouldComeRoundToASmallAmount_Throw()
    {
        // Twice the greatest amount is minus two once the bits are lost.
        Money greatest = new(long.MaxValue), rest = new(300_002);

        Assert.Throws<OverflowException>(() => Sample.Association
            .WithCosts(Sample.Line("a", greatest.Cents), Sample.Line("b", greatest.Cents), Sample.Line("c", rest.Cents)).Assess());
        Assert.Throws<OverflowException>(() => Sample.Association
            .WithHistory(h => h with { OtherPublicAid = [new(greatest), new(greatest), new(rest)] }).Assess());
        Assert.Throws<OverflowException>(() => Sample.Association
            .WithHistory(h => h with { DeMinimisAids = [new(Sample.Created, greatest), new(Sample.Created, greatest), new(Sample.Created, rest)] }).Assess());
        Assert.Throws<OverflowException>(() => Sample.Company
            .With(u => u with { Difficulty = u.Difficulty with { Equity = new(long.MinValue) } }).Assess());
    }
}
