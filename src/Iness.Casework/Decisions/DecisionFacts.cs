using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Review.Retaining;
using Iness.Regulation;
using Iness.Regulation.Review;

namespace Iness.Casework.Decisions;

/// <summary>What a decision rests on: what was filed, corrected as the officers did, the provisions applied to it, and their rulings beside.</summary>
/// <param name="Reviewed">The assessment and the rulings.</param>
/// <param name="Rulings">The rulings that stand.</param>
/// <param name="Corrections">The corrections that stand.</param>
public sealed record DecisionFacts(ReviewedAssessment Reviewed, IReadOnlyList<ProvisionRuling> Rulings, IReadOnlyList<CostCorrection> Corrections)
{
    /// <summary>The facts retained in place of those filed; null when those filed stand.</summary>
    public RetainedFacts? Retained { get; init; }

    /// <summary>The same facts before any cost was corrected.</summary>
    public required Assessment Uncorrected { get; init; }

    /// <summary>What the cost lines that were filed are called: a correction may take one out.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>What a cost line is called.</summary>
    public string LabelOf(string line) => Labels.GetValueOrDefault(line, line);

    /// <summary>What still needs a ruling or a fact.</summary>
    public IEnumerable<ReviewedFinding> Open => Reviewed.Findings.Where(finding => finding.IsOpen);

    /// <summary>What is not met.</summary>
    public IEnumerable<ReviewedFinding> NotMet => Reviewed.Findings.Where(finding => finding.Verdict == Verdict.NotMet);

    /// <summary>Reads them for an aid granted on a day (LEG-1 counts from it); null when what was filed is not kept or can no longer be read.</summary>
    public static async Task<DecisionFacts?> ReadAsync(InessDbContext db, Guid applicationId, DateOnly grantedOn, CancellationToken cancellationToken)
    {
        var file = await FileUnderReview.LoadAsync(db, applicationId, cancellationToken, grantedOn);
        return file is null ? null : Of(file);
    }

    /// <summary>The same, of a file that is read already.</summary>
    public static DecisionFacts Of(FileUnderReview file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new(file.Reviewed, [.. file.Rulings.OrderBy(ruling => ruling.Provision, StringComparer.Ordinal)], [.. file.Corrections.OrderBy(correction => correction.Line, StringComparer.Ordinal).ThenBy(correction => correction.Id)])
        {
            Retained = file.RetainedFacts,
            Uncorrected = file.Uncorrected,
            Labels = (file.Request.Costs ?? []).Where(line => !string.IsNullOrWhiteSpace(line.Label)).DistinctBy(line => line.Id).ToDictionary(line => line.Id, line => line.Label!, StringComparer.Ordinal),
        };
    }
}
