using Iness.Regulation.Aid;
using Iness.TestKit;

namespace Iness.Regulation.Tests.Aid;

[Covers("AID-1")]
public sealed class Aid1Tests
{
    [Covers("AID-1", AtThreshold = true)]
    [Theory]
    [InlineData(300_000, 120_000)]
    [InlineData(300_001, 120_000)]
    [InlineData(300_002, 120_000)]
    [InlineData(300_003, 120_001)]
    [InlineData(864_000, 345_600)]
    public void Rate_FortyPercent_IsRoundedDownToTheCent(long costs, long aid) =>
        Assert.Equal(new Money(aid), Sample.Association.WithCosts(Sample.Line("a", costs)).Assess().Aid.Amount);

    [Fact]
    public void Steps_AllKnown_AreNamedInOrder()
    {
        var steps = Sample.Association.WithCosts(Sample.Line("a", 864_000)).Assess().Aid.Steps;

        Assert.Equal(
        [
            new(Provision.Aid1, "40 % des dépenses retenues de 8 640 €", new(345_600)),
            new(Provision.Aid4, "80 % des dépenses retenues moins les autres aides publiques de 0 €", new(691_200)),
            new AidStep(Provision.Leg1, "Plafond de minimis de 300 000 € moins les aides déjà reçues de 0 €", new(30_000_000)),
        ], steps);
    }

    [Fact]
    public void Steps_HistoryUnknown_AreLeftOutAndDoNotBound()
    {
        var aid = (Sample.Association with { History = new() }).Assess().Aid;

        Assert.Equal(["AID-1"], aid.Steps.Select(step => step.Provision.Id));
        Assert.Equal(new Money(240_000), aid.Amount);
    }

    [Fact]
    public void Steps_NothingLeft_ShowZero()
    {
        var request = Sample.Association.WithHistory(_ => new() { OtherPublicAid = [new(new(9_999_999))], DeMinimisAids = [new(Sample.Created, new(99_999_999))], PreviousApplications = [] });

        Assert.Equal([240_000L, 0L, 0L], request.Assess().Aid.Steps.Select(step => step.Amount.Cents));
        Assert.Equal(Money.Zero, request.Assess().Aid.Amount);
    }
}

[Covers("AID-2")]
public sealed class Aid2Tests
{
    [Covers("AID-2", AtThreshold = true)]
    [Theory]
    [InlineData(299_999, Verdict.NotMet, 0, "Dépenses retenues de 2 999,99 € : il faut au moins 3 000 €.")]
    [InlineData(300_000, Verdict.Met, 120_000, "Dépenses retenues de 3 000 €, au moins égales à 3 000 €.")]
    [InlineData(300_001, Verdict.Met, 120_000, "Dépenses retenues de 3 000,01 €, au moins égales à 3 000 €.")]
    public void Floor_AroundThreeThousand_MustBeReached(long costs, Verdict verdict, long aid, string explanation)
    {
        var request = Sample.Association.WithCosts(Sample.Line("a", costs));

        request.Expect("AID-2", verdict, explanation);
        Assert.Equal(new Money(aid), request.Assess().Aid.Amount);
    }

    [Fact]
    public void Floor_CostsUnknown_Waits() => (Sample.Association with { Costs = null })
        .Expect("AID-2", Verdict.Unknown, "Dépenses inconnues : il faut au moins 3 000 € de dépenses retenues.", Fact.Costs);

    [Fact]
    public void Floor_EmptyList_IsRefused() => Sample.Association.WithCosts().Expect("AID-2", Verdict.NotMet);
}

[Covers("AID-3")]
public sealed class Aid3Tests
{
    [Covers("AID-3", AtThreshold = true)]
    [Theory]
    [InlineData(2_999_999, 1_199_999, "Base de calcul de 29 999,99 €, dans la limite de 30 000 €.")]
    [InlineData(3_000_000, 1_200_000, "Base de calcul de 30 000 €, dans la limite de 30 000 €.")]
    [InlineData(3_000_001, 1_200_000, "Dépenses retenues de 30 000,01 €, ramenées au plafond de 30 000 €.")]
    [InlineData(9_000_000, 1_200_000, "Dépenses retenues de 90 000 €, ramenées au plafond de 30 000 €.")]
    public void Ceiling_AroundThirtyThousand_CapsAndNeverRefuses(long costs, long aid, string explanation)
    {
        var request = Sample.Association.WithCosts(Sample.Line("a", costs));

        request.Expect("AID-3", Verdict.Met, explanation);
        Assert.Equal(new Money(aid), request.Assess().Aid.Amount);
    }

    [Fact]
    public void Ceiling_Exceeded_IsSaidInTheStep() =>
        Assert.Equal("40 % des dépenses retenues, plafonnées à 30 000 €", Sample.Association.WithCosts(Sample.Line("a", 3_000_001)).Assess().Aid.Steps.First().Label);

    [Covers("AID-3", AtThreshold = true)]
    [Theory]
    [InlineData(120_001, Verdict.Met)]
    [InlineData(120_000, Verdict.Met)]
    [InlineData(119_999, Verdict.Review)]
    [InlineData(1, Verdict.Review)]
    [InlineData(0, Verdict.Met)]
    public void Floor_BroughtDownByDeMinimis_NeedsAnOfficer(long left, Verdict verdict) => Sample.Association
        .WithHistory(h => h with { DeMinimisAids = [new(Sample.Created, new(30_000_000 - left))] }).Expect("AID-3", verdict);

    [Theory]
    [InlineData(120_000, Verdict.Met)]
    [InlineData(119_999, Verdict.Review)]
    public void Floor_BroughtDownByPublicAid_NeedsAnOfficer(long left, Verdict verdict) => Sample.Association
        .WithHistory(h => h with { OtherPublicAid = [new(new(480_000 - left))] }).Expect("AID-3", verdict);

    [Fact]
    public void Floor_BroughtDown_SaysSo() => Sample.Association.WithHistory(h => h with { OtherPublicAid = [new(new(400_000))] })
        .Expect("AID-3", Verdict.Review, "Aide ramenée à 800 €, inférieure à 1 200 € : un agent de la Région dira si elle peut être accordée.");

    [Fact]
    public void Floor_NotBroughtDown_IsAid2sOwnFinding() => Sample.Association.WithCosts(Sample.Line("a", 200_000)).Expect("AID-3", Verdict.Met);
}

[Covers("AID-4")]
public sealed class Aid4Tests
{
    [Covers("AID-4", AtThreshold = true)]
    [Theory]
    [InlineData(239_999, 240_000, Verdict.Met)]
    [InlineData(240_000, 240_000, Verdict.Met)]
    [InlineData(240_001, 239_999, Verdict.Met)]
    [InlineData(479_999, 1, Verdict.Met)]
    [InlineData(480_000, 0, Verdict.NotMet)]
    [InlineData(480_001, 0, Verdict.NotMet)]
    public void PublicAid_AroundEightyPercent_IsNeverExceeded(long other, long aid, Verdict verdict)
    {
        var request = Sample.Association.WithHistory(h => h with { OtherPublicAid = [new(new(other))] });

        request.Expect("AID-4", verdict);
        Assert.Equal(new Money(aid), request.Assess().Aid.Amount);
    }

    [Fact]
    public void PublicAid_Several_AddUp() => Sample.Association.WithHistory(h => h with { OtherPublicAid = [new(new(150_000)), new(new(150_000))] })
        .Expect("AID-4", Verdict.Met, "Autres aides publiques de 3 000 € ; plafond de 4 800 € (80 % de 6 000 €), il reste 1 800 €.");

    [Fact]
    public void PublicAid_NothingLeft_SaysSo() => Sample.Association.WithHistory(h => h with { OtherPublicAid = [new(new(480_000))] })
        .Expect("AID-4", Verdict.NotMet, "Autres aides publiques de 4 800 € ; plafond de 4 800 € (80 % de 6 000 €), il ne reste rien pour cette aide.");

    [Fact]
    public void PublicAid_AboveTheCeilingOfCosts_CountsAllRetainedCosts() => Assert.Equal(new Money(1_200_000),
        Sample.Association.WithCosts(Sample.Line("a", 6_000_000)).WithHistory(h => h with { OtherPublicAid = [new(new(3_600_000))] }).Assess().Aid.Amount);

    [Fact]
    public void PublicAid_NoRetainedCost_IsMet() => Sample.Association.WithCosts().WithHistory(h => h with { OtherPublicAid = [new(new(100))] })
        .Expect("AID-4", Verdict.Met, "Aucune dépense retenue : le plafond des aides publiques ne s'applique pas.");

    [Fact]
    public void PublicAid_Unknown_Waits() => Sample.Association.WithHistory(h => h with { OtherPublicAid = null }).Expect("AID-4", Verdict.Unknown,
        "Autres aides publiques inconnues : toutes ensemble ne doivent pas dépasser 80 % des dépenses retenues.", Fact.OtherPublicAid);
}
