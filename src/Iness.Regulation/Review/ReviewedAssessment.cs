namespace Iness.Regulation.Review;

/// <summary>
/// An assessment with the officer's rulings beside it. No finding is overwritten: where there is a ruling, it decides, and both are
/// given. The amount is still computed by the provisions alone.
/// </summary>
public sealed class ReviewedAssessment
{
    private readonly Dictionary<string, OfficerRuling> rulings;

    /// <summary>Lays rulings beside an assessment.</summary>
    /// <exception cref="ArgumentException">Two rulings are on the same provision.</exception>
    public ReviewedAssessment(Assessment assessment, IEnumerable<OfficerRuling> rulings)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        Assessment = assessment;
        this.rulings = rulings.ToDictionary(ruling => ruling.Provision, StringComparer.Ordinal);
        Findings = [.. assessment.Findings.Select(finding => new ReviewedFinding(finding, this.rulings.GetValueOrDefault(OfficerRuling.KeyOf(finding.Provision))))];
    }

    /// <summary>What the machine found.</summary>
    public Assessment Assessment { get; }

    /// <summary>Each finding with its ruling, in the order of the text.</summary>
    public IReadOnlyList<ReviewedFinding> Findings { get; }

    /// <summary>What findings and rulings say together.</summary>
    public OverallVerdict Verdict =>
        Findings.Any(finding => finding.Verdict == Regulation.Verdict.NotMet) ? OverallVerdict.Ineligible
        : Findings.All(finding => finding.Verdict == Regulation.Verdict.Met) ? OverallVerdict.Eligible
        : OverallVerdict.Undetermined;

    /// <summary>The aid: what AID-1, AID-4 and LEG-1 leave, zero while a provision is not met.</summary>
    public Money Aid => Verdict == OverallVerdict.Ineligible ? Money.Zero : Assessment.AidBeforeVerdict;
}

/// <summary>A finding and the ruling beside it.</summary>
/// <param name="Finding">What the machine found.</param>
/// <param name="Ruling">What an officer ruled; null when none did.</param>
public readonly record struct ReviewedFinding(Finding Finding, OfficerRuling? Ruling)
{
    /// <summary>What decides: the ruling, else the finding.</summary>
    public Verdict Verdict => Ruling is { } ruling ? ruling.IsMet ? Regulation.Verdict.Met : Regulation.Verdict.NotMet : Finding.Verdict;

    /// <summary>Whether an officer still has to rule, or a fact to come.</summary>
    public bool IsOpen => Verdict is Regulation.Verdict.Review or Regulation.Verdict.Unknown;
}
