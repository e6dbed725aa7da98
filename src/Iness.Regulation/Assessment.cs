using Iness.Regulation.Aid;
using Iness.Regulation.Costs;

namespace Iness.Regulation;

/// <summary>The scheme applied to one set of facts: a verdict, every finding, every cost line, the aid.</summary>
public sealed class Assessment
{
    private readonly Finding[] findings;

    internal Assessment(Situation situation, Finding[] findings)
    {
        this.findings = findings;
        Request = situation.Request;
        Parameters = situation.Parameters;
        Costs = situation.Costs;
        Verdict = Overall(findings);
        Aid = new(situation, Verdict == OverallVerdict.Ineligible ? Money.Zero : situation.Aid.Bounded);
    }

    /// <summary>The facts it rests on.</summary>
    public AssessmentRequest Request { get; }

    /// <summary>The version of the scheme that was applied.</summary>
    public SchemeParameters Parameters { get; }

    /// <summary>What the findings say together.</summary>
    public OverallVerdict Verdict { get; }

    /// <summary>All the findings, in the order of the text.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>The cost lines and their totals.</summary>
    public CostAssessment Costs { get; }

    /// <summary>The aid and its steps.</summary>
    public AidAssessment Aid { get; }

    /// <summary>The facts that are still to be given before every provision can be decided.</summary>
    public Fact Missing
    {
        get
        {
            var missing = Fact.None;
            foreach (ref readonly var finding in findings.AsSpan()) missing |= finding.Missing;
            return missing;
        }
    }

    private static OverallVerdict Overall(ReadOnlySpan<Finding> findings)
    {
        var verdict = OverallVerdict.Eligible;
        foreach (ref readonly var finding in findings)
        {
            if (finding.Verdict == Regulation.Verdict.NotMet) return OverallVerdict.Ineligible;
            if (finding.Verdict != Regulation.Verdict.Met) verdict = OverallVerdict.Undetermined;
        }

        return verdict;
    }
}
