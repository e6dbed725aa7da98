using Iness.Regulation;
using RulesEngine.Models;

namespace Iness.Benchmarks.Regulation;

/// <summary>
/// The same eligibility rules as expressions of the RulesEngine package: one expression for « met » and one for « not met » of each
/// finding, one more for « review » where there is one; no amounts, no sentences. What none of them says is unknown.
/// </summary>
internal sealed class ExpressionRules
{
    private const string Workflow = "INESS";

    private static readonly (string Id, string Met, string NotMet, string? Review)[] Expressions =
    [
        ("BEN", "f.Company && f.Esus || f.Cooperative || f.Integration || f.Employing || f.Group",
            "!(f.Company && f.Esus || f.Cooperative || f.Integration || f.Employing || f.Group) && f.CategoryKnown && f.ApprovalsKnown && !(f.Association && f.MayEmploy)", null),
        ("ELI-1", "f.Stage != 3 && (f.Department == \"02\" || f.Department == \"59\" || f.Department == \"60\" || f.Department == \"62\" || f.Department == \"80\")",
            "f.Stage == 3 || f.Department != null && !(f.Department == \"02\" || f.Department == \"59\" || f.Department == \"60\" || f.Department == \"62\" || f.Department == \"80\")", null),
        ("ELI-2", "f.Turnover < 2000000", "f.Turnover >= 2000000", null),
        ("ELI-3", "f.Headcount < 20", "f.Headcount >= 20", null),
        ("ELI-4", "f.Tax == true && f.Social == true", "f.Tax == false || f.Social == false", null),
        ("ELI-5", "f.Insolvency == false && f.Rescue == false && (f.Young || f.CategoryKnown && (!f.HasCapital || f.Equity * 2 >= f.Capital))",
            "f.Insolvency == true || f.Rescue == true || !f.Young && f.HasCapital && f.Equity * 2 < f.Capital && f.FoundedKnown", null),
        ("EXC-1", "f.SectorsKnown && !f.IsLiberal && !f.Liberal", "f.IsLiberal", "!f.IsLiberal && f.Liberal"),
        ("EXC-2", "f.SectorsKnown && !f.IsFinance && !f.Finance", "f.IsFinance", "!f.IsFinance && f.Finance"),
        ("EXC-3", "f.SectorsKnown && !f.IsTraining && !f.Training", "f.IsTraining", "!f.IsTraining && f.Training"),
        ("EXC-4", "f.SectorsKnown && !f.IsPurchasing && !f.Purchasing", "f.IsPurchasing", "!f.IsPurchasing && f.Purchasing"),
        ("EXC-5", "f.ApprovalsKnown && !f.Aci", "f.Aci", null),
        ("EXC-6", "f.SectorsKnown && !f.IsDigital && !f.Digital", "f.IsDigital", "!f.IsDigital && f.Digital"),
        ("FRQ-1", "f.FilingsKnown && (f.LatestFiling == null || f.LatestFiling <= f.CreatedOn)", "f.LatestFiling > f.CreatedOn", null),
        ("CUM-2", "f.OtherRegionalAid == false", "f.OtherRegionalAid == true", null),
    ];

    private readonly RulesEngine.RulesEngine engine = new(
    [
        new Workflow
        {
            WorkflowName = Workflow,
            Rules =
            [
                .. Expressions.SelectMany(e => new[] { (e.Id + "/met", e.Met), (e.Id + "/notMet", e.NotMet), (e.Id + "/review", e.Review) })
                    .Where(rule => rule.Item2 is not null).Select(rule => new Rule { RuleName = rule.Item1, Expression = rule.Item2 }),
            ],
        },
    ]);

    public async ValueTask<int> CountSatisfiedAsync(AssessmentRequest request)
    {
        var results = await engine.ExecuteAllRulesAsync(Workflow, new RuleParameter("f", new FlatFacts(request)));
        return results.Count(result => result.IsSuccess);
    }

    /// <summary>Whether the expressions say of each finding what the regulation says: otherwise they are no fair yardstick.</summary>
    public async ValueTask<bool> AgreesAsync(Assessment assessment)
    {
        var results = await engine.ExecuteAllRulesAsync(Workflow, new RuleParameter("f", new FlatFacts(assessment.Request)));
        var satisfied = results.Where(result => result.IsSuccess).Select(result => result.Rule.RuleName).ToHashSet();
        return assessment.Findings.All(finding =>
        {
            var id = finding.Provision.Part == Part.Beneficiaries ? "BEN" : finding.Provision.Id;
            var expected = finding.Verdict switch
            {
                Verdict.Met => "/met",
                Verdict.NotMet => "/notMet",
                Verdict.Review => "/review",
                _ => null,
            };
            return !Expressions.Any(e => e.Id == id) || satisfied.Where(name => name.StartsWith(id + "/", StringComparison.Ordinal)).SequenceEqual(expected is null ? [] : [id + expected]);
        });
    }
}

/// <summary>The facts of a request laid flat, as expressions can reach them.</summary>
public sealed class FlatFacts
{
    public FlatFacts(AssessmentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var u = request.Undertaking;
        (CategoryKnown, ApprovalsKnown, SectorsKnown, FoundedKnown) = (u.LegalCategory is not null, u.Approvals is not null, u.Sectors is not null, u.FoundedOn is not null);
        Company = u.LegalCategory is { IsCapitalCompany: true };
        HasCapital = u.LegalCategory is { IsCapitalCompany: true } or { IsWorkersCooperative: true };
        Cooperative = u.LegalCategory is { IsWorkersCooperative: true } || (u.Approvals & Approvals.Scop) > 0;
        Association = u.LegalCategory is { IsAssociation: true };
        Employing = Association && u.Headcount > 0 && u.HasEconomicActivity == true;
        MayEmploy = !(u.Headcount <= 0) && u.HasEconomicActivity != false;
        Integration = u.LegalCategory is { IsWorkIntegration: true } || (u.Approvals & Approvals.WorkIntegration) > 0;
        Group = u.LegalCategory is { IsEmployersGroup: true } || (u.Approvals & Approvals.Geiq) > 0;
        (Esus, Aci) = ((u.Approvals & Approvals.Esus) > 0, (u.Approvals & Approvals.Aci) > 0);
        (Stage, Department) = ((int)u.Stage, u.Commune?.Department.ToString());
        (Turnover, Headcount) = ((double?)u.Turnover?.ToEuros(), (double?)u.Headcount);
        (Tax, Social, Insolvency, Rescue) = (u.TaxUpToDate, u.SocialUpToDate, u.Difficulty.InsolvencyProceedings, u.Difficulty.RescueAidOutstanding);
        (Capital, Equity) = (u.Difficulty.ShareCapital?.Cents, u.Difficulty.Equity?.Cents);
        Young = u.Stage == Iness.Regulation.Stage.Creation || u.FoundedOn?.AddYears(3) > request.CreatedOn;
        IsLiberal = (u.Sectors & Sectors.LiberalProfession) > 0;
        IsFinance = (u.Sectors & Sectors.FinanceOrRealEstate) > 0;
        IsTraining = (u.Sectors & Sectors.TrainingOrConsulting) > 0;
        IsPurchasing = (u.Sectors & Sectors.PurchasingCentre) > 0;
        IsDigital = (u.Sectors & Sectors.DigitalCore) > 0;
        Liberal = u.MainActivity?.StartsWithAny(["47.73", "69.", "71.11", "71.12A", "75.", "86.21", "86.22", "86.23", "86.90"]) == true;
        Finance = u.MainActivity?.StartsWithAny(["64.", "65.", "66.", "68."]) == true;
        Training = u.MainActivity?.StartsWithAny(["70.2", "71.12B", "71.20", "85.59"]) == true;
        Purchasing = u.MainActivity?.StartsWithAny(["46.12A", "46.17A", "46.19A"]) == true;
        Digital = u.MainActivity?.StartsWithAny(["58.2", "61.", "62.", "63.1"]) == true;
        CreatedOn = request.CreatedOn.DayNumber;
        FilingsKnown = request.History.PreviousApplications is not null;
        LatestFiling = request.History.PreviousApplications is { Count: > 0 } filings ? filings.Max().AddYears(2).DayNumber : null;
        OtherRegionalAid = request.History.OtherPublicAid?.Any(aid => aid.RegionalDigital);
    }

    public bool CategoryKnown { get; }
    public bool ApprovalsKnown { get; }
    public bool SectorsKnown { get; }
    public bool FoundedKnown { get; }
    public bool FilingsKnown { get; }
    public bool Company { get; }
    public bool HasCapital { get; }
    public bool Cooperative { get; }
    public bool Association { get; }
    public bool Employing { get; }
    public bool MayEmploy { get; }
    public bool Integration { get; }
    public bool Group { get; }
    public bool Esus { get; }
    public bool Aci { get; }
    public bool Young { get; }
    public bool IsLiberal { get; }
    public bool IsFinance { get; }
    public bool IsTraining { get; }
    public bool IsPurchasing { get; }
    public bool IsDigital { get; }
    public bool Liberal { get; }
    public bool Finance { get; }
    public bool Training { get; }
    public bool Purchasing { get; }
    public bool Digital { get; }
    public int Stage { get; }
    public string? Department { get; }
    public double? Turnover { get; }
    public double? Headcount { get; }
    public bool? Tax { get; }
    public bool? Social { get; }
    public bool? Insolvency { get; }
    public bool? Rescue { get; }
    public long? Capital { get; }
    public long? Equity { get; }
    public int CreatedOn { get; }
    public int? LatestFiling { get; }
    public bool? OtherRegionalAid { get; }
}
