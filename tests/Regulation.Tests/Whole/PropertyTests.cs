using System.Globalization;
using CsCheck;
using Iness.TestKit;

namespace Iness.Regulation.Tests.Whole;

/// <summary>What holds for any request at all.</summary>
public sealed class PropertyTests
{
    private static readonly Gen<AssessmentRequest> Requests = Gen.Int.Select(seed => new MixedRequests(seed).Next());

    private static readonly string[] Order =
        ["ELI-1", "ELI-2", "ELI-3", "ELI-4", "ELI-5", "EXC-1", "EXC-2", "EXC-3", "EXC-4", "EXC-5", "EXC-6", "AID-2", "AID-3", "AID-4", "FRQ-1", "CUM-2", "LEG-1"];

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
    public void AnsweringAnUnknown_AnyRequest_NeverTurnsARefusalBack() => Gen.Select(Requests, Gen.Int[0, (1 << Unknowns) - 1]).Sample((answers, unknown) =>
    {
        // The same facts with some of them forgotten; then each one comes back alone.
        var forgotten = Forget(answers, unknown);
        var before = Refused(forgotten);
        for (var fact = 0; fact < Unknowns; fact++)
        {
            Assert.Subset(Refused(Forget(answers, unknown & ~(1 << fact))), before);
        }
    }, iter: 20_000);

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

    private const int Unknowns = 18;

    private static AssessmentRequest Forget(AssessmentRequest request, int facts)
    {
        var (u, h, d) = (request.Undertaking, request.History, request.Undertaking.Difficulty);
        bool Forgets(int fact) => (facts >> fact & 1) != 0;
        return request with
        {
            Costs = Forgets(0) ? null : request.Costs,
            History = h with
            {
                DeMinimisAids = Forgets(1) ? null : h.DeMinimisAids,
                PreviousApplications = Forgets(2) ? null : h.PreviousApplications,
                OtherPublicAid = Forgets(3) ? null : h.OtherPublicAid,
            },
            Undertaking = u with
            {
                LegalCategory = Forgets(4) ? null : u.LegalCategory,
                Approvals = Forgets(5) ? null : u.Approvals,
                Commune = Forgets(6) ? null : u.Commune,
                FoundedOn = Forgets(7) ? null : u.FoundedOn,
                Turnover = Forgets(8) ? null : u.Turnover,
                Headcount = Forgets(9) ? null : u.Headcount,
                HasEconomicActivity = Forgets(10) ? null : u.HasEconomicActivity,
                Sectors = Forgets(11) ? null : u.Sectors,
                TaxUpToDate = Forgets(12) ? null : u.TaxUpToDate,
                SocialUpToDate = Forgets(13) ? null : u.SocialUpToDate,
                Difficulty = new()
                {
                    InsolvencyProceedings = Forgets(14) ? null : d.InsolvencyProceedings,
                    RescueAidOutstanding = Forgets(15) ? null : d.RescueAidOutstanding,
                    ShareCapital = Forgets(16) ? null : d.ShareCapital,
                    Equity = Forgets(17) ? null : d.Equity,
                },
            },
        };
    }
}
