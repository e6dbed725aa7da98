using System.Text;
using Iness.Casework.Assessments;
using Iness.Regulation;
using Iness.Regulation.Review;

namespace Iness.Casework.Decisions;

/// <summary>Why a decision is what it is, from what it kept: the findings in the words of its day, the rulings beside, the costs.</summary>
public sealed class KeptExplanation
{
    private readonly Dictionary<string, OfficerRuling> rulings;
    private readonly Dictionary<string, string> labels;
    private readonly Dictionary<string, string> titles;

    /// <summary>Of a decision, whose assessment was read.</summary>
    public KeptExplanation(StoredAssessment assessment, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        Assessment = assessment;
        Regulation = decision.Regulation;
        rulings = (DecisionJson.Rulings(decision.Rulings) ?? []).DistinctBy(ruling => ruling.Provision).ToDictionary(ruling => ruling.Provision, StringComparer.Ordinal);
        var request = AssessmentRequestReader.Read(Encoding.UTF8.GetBytes(decision.Facts), []);
        var lines = request?.Costs ?? [];
        titles = request is null ? [] : EligibilityAssessment.Assess(request).Findings.Select(finding => finding.Provision).DistinctBy(provision => provision.Id)
            .ToDictionary(provision => provision.Id, provision => provision.Title, StringComparer.Ordinal);
        labels = lines.Where(line => !string.IsNullOrWhiteSpace(line.Label)).DistinctBy(line => line.Id).ToDictionary(line => line.Id, line => line.Label!, StringComparer.Ordinal);
        Corrections = [.. (DecisionJson.Corrections(decision.Corrections) ?? []).Select(correction => correction.InFrench())];
    }

    /// <summary>What the provisions said.</summary>
    public StoredAssessment Assessment { get; }

    /// <summary>Version of the regulation applied.</summary>
    public string Regulation { get; }

    /// <summary>The corrections of costs, in words.</summary>
    public IReadOnlyList<string> Corrections { get; }

    /// <summary>The ruling on a provision; null when there was none.</summary>
    public OfficerRuling? RulingOn(string provision) => rulings.GetValueOrDefault(OfficerRuling.KeyOf(provision));

    /// <summary>What held in the decision: the ruling on a provision where there was one, else the machine's own verdict.</summary>
    public Verdict VerdictOn(StoredFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return RulingOn(finding.Provision) is { } ruling ? ruling.IsMet ? Verdict.Met : Verdict.NotMet : finding.Verdict;
    }

    /// <summary>What a provision is about; nothing when the regulation no longer has it.</summary>
    public string TitleOf(string provision) => titles.GetValueOrDefault(provision, "");

    /// <summary>What a cost line is called.</summary>
    public string LabelOf(string line) => labels.GetValueOrDefault(line, line);
}
