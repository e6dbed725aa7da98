using Iness.Regulation.Aid;
using Iness.Regulation.Costs;

namespace Iness.Regulation;

/// <summary>The scheme applied to one set of facts: a verdict, every finding, every cost line, the aid.</summary>
public sealed class Assessment
{
    private readonly Situation situation;
    private readonly Ruling[] rulings;

    internal Assessment(Situation situation, Ruling[] rulings)
    {
        this.situation = situation;
        this.rulings = rulings;
        Verdict = Overall(rulings);
    }

    /// <summary>The facts it rests on.</summary>
    public AssessmentRequest Request => situation.Request;

    /// <summary>The version of the scheme that was applied.</summary>
    public SchemeParameters Parameters => situation.Parameters;

    /// <summary>What the findings say together.</summary>
    public OverallVerdict Verdict { get; }

    /// <summary>All the findings, in the order of the text.</summary>
    public FindingList Findings => new(situation, rulings);

    /// <summary>The cost lines and their totals.</summary>
    public CostAssessment Costs => situation.Costs;

    /// <summary>The aid and its steps.</summary>
    public AidAssessment Aid => new(situation, Verdict == OverallVerdict.Ineligible ? Money.Zero : situation.Aid.Bounded);

    /// <summary>What AID-1, AID-4 and LEG-1 leave, whatever the verdict: an officer may rule otherwise on a provision.</summary>
    internal Money AidBeforeVerdict => situation.Aid.Bounded;

    /// <summary>The facts that are still to be given before every provision can be decided.</summary>
    public Fact Missing
    {
        get
        {
            var missing = Fact.None;
            foreach (var ruling in rulings) missing |= ruling.Missing;
            return missing;
        }
    }

    private static OverallVerdict Overall(Ruling[] rulings)
    {
        var verdict = OverallVerdict.Eligible;
        foreach (var ruling in rulings)
        {
            if (ruling.Verdict == Regulation.Verdict.NotMet) return OverallVerdict.Ineligible;
            if (ruling.Verdict != Regulation.Verdict.Met) verdict = OverallVerdict.Undetermined;
        }

        return verdict;
    }
}
