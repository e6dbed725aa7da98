using System.Globalization;
using System.Numerics;
using CsCheck;
using Iness.TestKit;

namespace Iness.Regulation.Tests.Whole;

/// <summary>What holds for any request at all.</summary>
public sealed class PropertyTests
{
    private static readonly Gen<AssessmentRequest> Requests = Gen.Int.Select(seed => new MixedRequests(seed).Next());

    private static readonly Gen<(AssessmentRequest Request, CostLine Line)> RequestsAndLines =
        Gen.Int.Select(seed => (new MixedRequests(seed).Next() with { Costs = Lines(seed) }, Lines(~seed)[0] with { Id = "added" }));

    private static readonly string[] Order =
        ["ELI-1", "ELI-2", "ELI-3", "ELI-4", "ELI-5", "EXC-1", "EXC-2", "EXC-3", "EXC-4", "EXC-5", "EXC-6", "AID-2", "AID-3", "AID-4", "FRQ-1", "CUM-2", "LEG-1"];

    [Fact]
    public void Aid_AnyRequest_StaysWithinEveryCeiling() => Requests.Sample(request =>
    {
        var assessment = request.Assess();
        var aid = assessment.Aid.Amount;
        Assert.InRange(aid.Cents, 0, 1_200_000);
        Assert.True(aid.Cents * 100 <= assessment.Costs.Eligible.Cents * 40, "The aid exceeds 40 % of the retained costs.");
        if (request.History.OtherPublicAid is { } others && aid > Money.Zero)
            Assert.True((aid.Cents + others.Sum(other => other.Amount.Cents)) * 100 <= assessment.Costs.Eligible.Cents * 80, "Public aid exceeds 80 %.");
        Assert.Equal(assessment.Verdict == OverallVerdict.Ineligible ? 0 : assessment.Aid.Steps.Min(step => step.Amount.Cents), aid.Cents);
    });

    [Fact]
    public void Lines_AnyRequest_RetainNoMoreThanClaimedAndSayWhy() => Requests.Sample(request =>
    {
        foreach (var line in request.Assess().Costs.Lines)
        {
            Assert.InRange(line.Retained.Cents, 0, line.Line.Amount.Cents);
            Assert.Equal(line.Retained < line.Line.Amount, line.Reasons.Any());
        }
    });

    [Fact]
    public void AddingALine_AnyRequest_NeverLowersTheTotalRetained() => RequestsAndLines.Sample((request, line) =>
        Assert.True((request with { Costs = [.. request.Costs!, line] }).Assess().Costs.Eligible >= request.Assess().Costs.Eligible));

    [Fact]
    public void Findings_AnyRequest_KeepTheOrderOfTheText() => Requests.Sample(request =>
    {
        var ids = request.Assess().Findings.Select(finding => finding.Provision.Id).ToList();
        Assert.StartsWith("BEN", ids[0], StringComparison.Ordinal);
        Assert.Equal(Order, ids.Skip(1));
    });

    [Fact]
    public void Explanations_AnyRequest_AreWholeSentences() => Requests.Sample(request =>
    {
        var assessment = request.Assess();
        var sentences = assessment.Findings.Select(finding => finding.Explanation)
            .Concat(assessment.Costs.Lines.SelectMany(line => line.Reasons).Select(reason => reason.Explanation));
        foreach (var sentence in sentences) Assert.Matches("^[A-ZÉ].{10,}[^ .]\\.$", sentence);
    });

    [Fact]
    public void Missing_AnyRequest_GoesWithUnknownAlone() => Requests.Sample(request =>
    {
        foreach (var finding in request.Assess().Findings) Assert.Equal(finding.Verdict == Verdict.Unknown, finding.Missing != Fact.None);
    });

    [Fact]
    public void AnsweringAnUnknown_AnyRequest_NeverTurnsARefusalBack() => Gen.Int.Select(seed => (seed, new MixedRequests(seed).Next())).Sample((seed, request) =>
    {
        var before = Refused(request);
        foreach (var answered in Answers(request, new MixedRequests(seed + 1).Next()))
        {
            Assert.Subset(Refused(answered), before);
        }
    });

    [Fact]
    public void Sentences_InAnotherCulture_AreTheSame() => Requests.Sample(request =>
    {
        var expected = Sentences(request.Assess());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Strange;
            Assert.Equal(expected, Sentences(request.Assess()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    });

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
    public void Totals_OfEarlierAid_ThatDoNotFitThrow()
    {
        Assert.Throws<OverflowException>(() => Sample.Association
            .WithHistory(h => h with { OtherPublicAid = [new(new(long.MaxValue)), new(new(1))] }).Assess());
        Assert.Throws<OverflowException>(() => Sample.Association
            .WithHistory(h => h with { DeMinimisAids = [new(Sample.Created, new(long.MaxValue)), new(Sample.Created, new(1))] }).Assess());
        Assert.Throws<OverflowException>(() => Sample.Company
            .With(u => u with { Difficulty = u.Difficulty with { Equity = new(long.MinValue) } }).Assess());
    }

    private static CultureInfo Strange { get; } = StrangeCulture();

    private static CultureInfo StrangeCulture()
    {
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NumberDecimalSeparator = "#";
        strange.NumberFormat.NumberGroupSeparator = "_";
        strange.NumberFormat.NegativeSign = "~";
        strange.DateTimeFormat.ShortDatePattern = "dd~MM~yyyy";
        return strange;
    }

    /// <summary>Everything an assessment says: findings, reasons, steps.</summary>
    private static List<string> Sentences(Assessment assessment) =>
    [
        .. assessment.Findings.Select(finding => finding.Explanation),
        .. assessment.Costs.Lines.SelectMany(line => line.Reasons).Select(reason => reason.Explanation),
        .. assessment.Aid.Steps.Select(step => step.Label),
        assessment.Parameters.Version,
    ];

    private static HashSet<string> Refused(AssessmentRequest request) =>
        [.. request.Assess().Findings.Where(finding => finding.Verdict == Verdict.NotMet).Select(finding => finding.Provision.Part == Part.Beneficiaries ? "BEN" : finding.Provision.Id)];

    /// <summary>The request with each one of its unknown facts of the undertaking answered, as another request would.</summary>
    private static IEnumerable<AssessmentRequest> Answers(AssessmentRequest request, AssessmentRequest other)
    {
        var (u, o) = (request.Undertaking, other.Undertaking);
        if (u.LegalCategory is null) yield return request.With(u => u with { LegalCategory = o.LegalCategory });
        if (u.Approvals is null) yield return request.With(u => u with { Approvals = o.Approvals });
        if (u.Commune is null) yield return request.With(u => u with { Commune = o.Commune });
        if (u.FoundedOn is null) yield return request.With(u => u with { FoundedOn = o.FoundedOn });
        if (u.Turnover is null) yield return request.With(u => u with { Turnover = o.Turnover });
        if (u.Headcount is null) yield return request.With(u => u with { Headcount = o.Headcount });
        if (u.HasEconomicActivity is null) yield return request.With(u => u with { HasEconomicActivity = o.HasEconomicActivity });
        if (u.Sectors is null) yield return request.With(u => u with { Sectors = o.Sectors });
        if (request.Costs is null) yield return request with { Costs = other.Costs };
        if (u.TaxUpToDate is null) yield return request.With(u => u with { TaxUpToDate = o.TaxUpToDate });
        if (u.SocialUpToDate is null) yield return request.With(u => u with { SocialUpToDate = o.SocialUpToDate });
        yield return request.With(u => u with
        {
            Difficulty = new()
            {
                InsolvencyProceedings = u.Difficulty.InsolvencyProceedings ?? o.Difficulty.InsolvencyProceedings,
                RescueAidOutstanding = u.Difficulty.RescueAidOutstanding ?? o.Difficulty.RescueAidOutstanding,
                ShareCapital = u.Difficulty.ShareCapital ?? o.Difficulty.ShareCapital,
                Equity = u.Difficulty.Equity ?? o.Difficulty.Equity,
            },
        });
        if (request.History.PreviousApplications is null) yield return request.WithHistory(h => h with { PreviousApplications = other.History.PreviousApplications });
        if (request.History.DeMinimisAids is null) yield return request.WithHistory(h => h with { DeMinimisAids = other.History.DeMinimisAids });
        if (request.History.OtherPublicAid is null) yield return request.WithHistory(h => h with { OtherPublicAid = other.History.OtherPublicAid });
    }

    private static IReadOnlyList<CostLine> Lines(int seed)
    {
        var requests = new MixedRequests(seed);
        while (true)
        {
            if (requests.Next().Costs is { Count: > 0 } lines) return lines;
        }
    }
}
