using Iness.Regulation;
using RulesEngine.Models;

namespace Iness.Benchmarks.Regulation;

/// <summary>The same eligibility rules as expressions of the RulesEngine package: one rule per finding, met or not, no amounts.</summary>
internal sealed class ExpressionRules
{
    private const string Workflow = "INESS";

    private static readonly (string Id, string Expression)[] Expressions =
    [
        ("BEN", "f.Company && f.Esus || f.Cooperative || f.Integration || f.Association && f.Headcount > 0 && f.Economic == true || f.Group"),
        ("ELI-1", "f.Stage != 3 && (f.Department == \"02\" || f.Department == \"59\" || f.Department == \"60\" || f.Department == \"62\" || f.Department == \"80\")"),
        ("ELI-2", "f.Turnover < 2000000"),
        ("ELI-3", "f.Headcount < 20"),
        ("ELI-4", "f.Tax == true && f.Social == true"),
        ("ELI-5", "f.Insolvency == false && f.Rescue == false && (f.Stage == 1 || f.Young || !(f.Company || f.CooperativeByCode) || f.Equity * 2 >= f.Capital)"),
        ("EXC-1", "f.Sectors == 0 && !f.Liberal"),
        ("EXC-2", "f.Sectors == 0 && !f.Finance"),
        ("EXC-3", "f.Sectors == 0 && !f.Training"),
        ("EXC-4", "f.Sectors == 0 && !f.Purchasing"),
        ("EXC-5", "f.Aci == false"),
        ("EXC-6", "f.Sectors == 0 && !f.Digital"),
        ("FRQ-1", "f.LatestFiling == null || f.LatestFiling < f.TwoYearsBefore"),
        ("CUM-2", "f.OtherRegionalAid == false"),
    ];

    private readonly RulesEngine.RulesEngine engine = new(
    [
        new Workflow { WorkflowName = Workflow, Rules = [.. Expressions.Select(e => new Rule { RuleName = e.Id, Expression = e.Expression })] },
    ]);

    public async ValueTask<int> CountMetAsync(FlatFacts facts)
    {
        var results = await engine.ExecuteAllRulesAsync(Workflow, new RuleParameter("f", facts));
        return results.Count(result => result.IsSuccess);
    }
}

/// <summary>The facts laid flat beforehand, so that the expressions have as little as possible to do.</summary>
public sealed class FlatFacts
{
    public FlatFacts(AssessmentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var u = request.Undertaking;
        Company = u.LegalCategory is { IsCapitalCompany: true };
        CooperativeByCode = u.LegalCategory is { IsWorkersCooperative: true };
        Cooperative = CooperativeByCode || (u.Approvals & Approvals.Scop) > 0;
        Association = u.LegalCategory is { IsAssociation: true };
        Integration = u.LegalCategory is { IsWorkIntegration: true } || (u.Approvals & Approvals.WorkIntegration) > 0;
        Group = u.LegalCategory is { IsEmployersGroup: true } || (u.Approvals & Approvals.Geiq) > 0;
        (Esus, Aci) = ((u.Approvals & Approvals.Esus) > 0, (u.Approvals & Approvals.Aci) > 0);
        (Stage, Department) = ((int)u.Stage, u.Commune?.Department.ToString());
        (Turnover, Headcount, Economic) = ((double?)u.Turnover?.ToEuros(), (double?)u.Headcount, u.HasEconomicActivity);
        (Tax, Social, Insolvency, Rescue) = (u.TaxUpToDate, u.SocialUpToDate, u.Difficulty.InsolvencyProceedings, u.Difficulty.RescueAidOutstanding);
        (Capital, Equity) = ((double?)u.Difficulty.ShareCapital?.ToEuros(), (double?)u.Difficulty.Equity?.ToEuros());
        Young = u.FoundedOn?.AddYears(3) > request.CreatedOn;
        Sectors = (int?)u.Sectors;
        Liberal = u.MainActivity?.StartsWithAny(["47.73", "69.", "75.", "86.2"]) == true;
        Finance = u.MainActivity?.StartsWithAny(["64.", "65.", "66.", "68."]) == true;
        Training = u.MainActivity?.StartsWithAny(["70.2", "71.12B", "85.59"]) == true;
        Purchasing = u.MainActivity?.StartsWithAny(["46.12A", "46.17A", "46.19A"]) == true;
        Digital = u.MainActivity?.StartsWithAny(["58.2", "61.", "62.", "63.1"]) == true;
        TwoYearsBefore = request.CreatedOn.AddYears(-2).ToDateTime(TimeOnly.MinValue);
        LatestFiling = request.History.PreviousApplications is { Count: > 0 } filings ? filings.Max().ToDateTime(TimeOnly.MinValue) : null;
        OtherRegionalAid = request.History.OtherPublicAid?.Any(aid => aid.RegionalDigital);
    }

    public bool Company { get; }
    public bool Cooperative { get; }
    public bool CooperativeByCode { get; }
    public bool Association { get; }
    public bool Integration { get; }
    public bool Group { get; }
    public bool Esus { get; }
    public bool Aci { get; }
    public int Stage { get; }
    public string? Department { get; }
    public double? Turnover { get; }
    public double? Headcount { get; }
    public bool? Economic { get; }
    public bool? Tax { get; }
    public bool? Social { get; }
    public bool? Insolvency { get; }
    public bool? Rescue { get; }
    public double? Capital { get; }
    public double? Equity { get; }
    public bool Young { get; }
    public int? Sectors { get; }
    public bool Liberal { get; }
    public bool Finance { get; }
    public bool Training { get; }
    public bool Purchasing { get; }
    public bool Digital { get; }
    public DateTime TwoYearsBefore { get; }
    public DateTime? LatestFiling { get; }
    public bool? OtherRegionalAid { get; }
}
