using System.Globalization;
using Iness.Regulation.Aid;
using Iness.TestKit;

namespace Iness.Regulation.Tests.Aid;

[Covers("FRQ-1")]
public sealed class Frq1Tests
{
    [Covers("FRQ-1", AtThreshold = true)]
    [Theory]
    [InlineData("2026-03-02", "2024-03-01", Verdict.Met)]
    [InlineData("2026-03-02", "2024-03-02", Verdict.Met)]
    [InlineData("2026-03-02", "2024-03-03", Verdict.NotMet)]
    [InlineData("2026-02-27", "2024-02-29", Verdict.NotMet)]
    [InlineData("2026-02-28", "2024-02-29", Verdict.Met)]
    [InlineData("2026-03-02", "2026-03-05", Verdict.NotMet)]
    public void Filing_AroundTwoYears_MustBeOver(string createdOn, string filedOn, Verdict verdict) =>
        (Sample.Association with { CreatedOn = Day(createdOn) }).WithHistory(h => h with { PreviousApplications = [Day(filedOn)] }).Expect("FRQ-1", verdict);

    [Fact]
    public void Filing_TooRecent_SaysWhenAgain() => Sample.Association.WithHistory(h => h with { PreviousApplications = [new(2023, 1, 1), new(2025, 5, 1), new(2024, 1, 1)] })
        .Expect("FRQ-1", Verdict.NotMet, "Demande INESS déposée le 1er mai 2025 : une nouvelle demande est possible à partir du 1er mai 2027.");

    [Fact]
    public void Filing_LongAgo_SaysSo() => Sample.Association.WithHistory(h => h with { PreviousApplications = [new(2022, 1, 2)] })
        .Expect("FRQ-1", Verdict.Met, "Demande INESS déposée le 2 janvier 2022, il y a 2 ans au moins.");

    [Fact]
    public void Filing_None_IsMet() => Sample.Association.Expect("FRQ-1", Verdict.Met, "Aucune demande INESS antérieure.");

    [Fact]
    public void Filing_Unknown_Waits() => Sample.Association.WithHistory(h => h with { PreviousApplications = null })
        .Expect("FRQ-1", Verdict.Unknown, "Il reste à savoir si une demande INESS a déjà été déposée depuis moins de 2 ans.", Fact.PreviousApplications);

    private static DateOnly Day(string iso) => DateOnly.Parse(iso, CultureInfo.InvariantCulture);
}

[Covers("CUM-1")]
public sealed class Cum1Tests
{
    [Fact]
    public void Booster_ForTheSameCosts_CompletesAndCountsAsPublicAid()
    {
        var request = Sample.Association.WithHistory(h => h with { OtherPublicAid = [new(new(300_000), false, "CCI", "Booster TPE Numérique")] });

        request.Expect("CUM-2", Verdict.Met, "Aucune autre aide régionale individuelle à la transition numérique.");
        Assert.Equal(new Money(180_000), request.Assess().Aid.Amount);
        Assert.Null(CumulationRules.FirstRegionalDigital(request.History.OtherPublicAid!));
    }
}

[Covers("CUM-2")]
public sealed class Cum2Tests
{
    [Theory]
    [InlineData("INAC", "Autre aide régionale à la transition numérique (INAC) de 500 € : les deux ne se cumulent pas.")]
    [InlineData(null, "Autre aide régionale à la transition numérique de 500 € : les deux ne se cumulent pas.")]
    public void RegionalDigitalAid_Any_IsRefused(string? scheme, string explanation) => Sample.Association
        .WithHistory(h => h with { OtherPublicAid = [new(new(100)), new(new(50_000), true, "Région", scheme)] }).Expect("CUM-2", Verdict.NotMet, explanation);

    [Fact]
    public void RegionalDigitalAid_Unknown_Waits() => Sample.Association.WithHistory(h => h with { OtherPublicAid = null }).Expect("CUM-2", Verdict.Unknown,
        "Il reste à savoir si une autre aide régionale individuelle à la transition numérique (ADEN, INAC…) est demandée ou obtenue : il ne doit y en avoir aucune.", Fact.OtherPublicAid);
}

[Covers("LEG-1")]
public sealed class Leg1Tests
{
    [Covers("LEG-1", AtThreshold = true)]
    [Theory]
    [InlineData(29_759_999, 240_000, Verdict.Met)]
    [InlineData(29_760_000, 240_000, Verdict.Met)]
    [InlineData(29_760_001, 239_999, Verdict.Met)]
    [InlineData(29_999_999, 1, Verdict.Met)]
    [InlineData(30_000_000, 0, Verdict.NotMet)]
    [InlineData(30_000_001, 0, Verdict.NotMet)]
    public void DeMinimis_AroundTheCeiling_IsNeverExceeded(long earlier, long aid, Verdict verdict)
    {
        var request = Sample.Association.WithHistory(h => h with { DeMinimisAids = [new(new(2025, 1, 1), new(earlier))] });

        request.Expect("LEG-1", verdict);
        Assert.Equal(new Money(aid), request.Assess().Aid.Amount);
    }

    [Covers("LEG-1", AtThreshold = true)]
    [Theory]
    [InlineData("2021-01-01", 19_760_000, 240_000, Verdict.Met)]
    [InlineData("2021-01-01", 19_760_001, 239_999, Verdict.Met)]
    [InlineData("2021-01-01", 19_999_999, 1, Verdict.Met)]
    [InlineData("2021-01-01", 20_000_000, 0, Verdict.NotMet)]
    [InlineData("2021-01-01", 20_000_001, 0, Verdict.NotMet)]
    [InlineData("2020-12-31", 20_000_001, 240_000, Verdict.Met)]
    public void DeMinimis_GrantedBefore2024_IsHeldToTheOldCeilingOverCalendarYears(string earlierOn, long earlier, long aid, Verdict verdict)
    {
        var request = (Sample.Association with { CreatedOn = new(2023, 11, 1), GrantedOn = new(2023, 12, 31) })
            .WithHistory(h => h with { DeMinimisAids = [new(Day(earlierOn), new(earlier))] });

        request.Expect("LEG-1", verdict);
        Assert.Equal(new Money(aid), request.Assess().Aid.Amount);
    }

    [Covers("LEG-1", AtThreshold = true)]
    [Theory]
    [InlineData("2026-03-02", "2023-03-02", false)]
    [InlineData("2026-03-02", "2023-03-03", true)]
    [InlineData("2026-03-02", "2026-03-02", true)]
    [InlineData("2026-03-02", "2026-03-03", false)]
    [InlineData("2024-02-29", "2021-02-28", false)]
    [InlineData("2024-02-29", "2021-03-01", true)]
    [InlineData("2023-12-31", "2021-01-01", true)]
    [InlineData("2023-12-31", "2020-12-31", false)]
    [InlineData("2023-05-10", "2023-12-31", true)]
    [InlineData("2023-05-10", "2024-01-01", false)]
    public void Window_AtEachEdge_CountsOrNot(string grantedOn, string earlier, bool counts) =>
        Assert.Equal(counts, DeMinimisRegime.On(Day(grantedOn)).WindowOf(Day(grantedOn)).Contains(Day(earlier)));

    [Covers("LEG-1", AtThreshold = true)]
    [Theory]
    [InlineData("2023-12-31", "Aides de minimis de 0 € ; plafond de 200 000 € sur les années 2021 à 2023 (règlement (UE) n° 1407/2013), il reste 200 000 €.")]
    [InlineData("2024-01-01", "Aides de minimis de 0 € ; plafond de 300 000 € sur les 3 ans qui finissent le 1er janvier 2024 (règlement (UE) 2023/2831), il reste 300 000 €.")]
    public void Regime_FollowsTheGrantDateNotTheCreationDate(string grantedOn, string explanation)
    {
        var request = Sample.Association with { CreatedOn = new(2023, 11, 1), GrantedOn = Day(grantedOn) };

        request.Expect("LEG-1", Verdict.Met, explanation);
        Assert.Equal("2021-10-05", request.Assess().Parameters.Version);
    }

    [Fact]
    public void Window_OldAid_IsNotAdded() => Sample.Association
        .WithHistory(h => h with { DeMinimisAids = [new(new(2023, 3, 2), new(29_000_000)), new(new(2025, 1, 1), new(100_000)), new(new(2025, 2, 1), new(50_000))] })
        .Expect("LEG-1", Verdict.Met, "Aides de minimis de 1 500 € ; plafond de 300 000 € sur les 3 ans qui finissent le 2 mars 2026 (règlement (UE) 2023/2831), il reste 298 500 €.");

    [Fact]
    public void DeMinimis_NothingLeft_SaysSo() => Sample.Association.WithHistory(h => h with { DeMinimisAids = [new(new(2025, 1, 1), new(30_000_000))] }).Expect("LEG-1", Verdict.NotMet,
        "Aides de minimis de 300 000 € ; plafond de 300 000 € sur les 3 ans qui finissent le 2 mars 2026 (règlement (UE) 2023/2831), il ne reste rien pour cette aide.");

    [Fact]
    public void DeMinimis_Unknown_Waits() => Sample.Association.WithHistory(h => h with { DeMinimisAids = null }).Expect("LEG-1", Verdict.Unknown,
        "Aides de minimis antérieures inconnues : le plafond est de 300 000 € sur les 3 ans qui finissent le 2 mars 2026 (règlement (UE) 2023/2831).", Fact.DeMinimisAids);

    private static DateOnly Day(string iso) => DateOnly.Parse(iso, CultureInfo.InvariantCulture);
}
