using System.Text;
using Iness.Casework.Assessments;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Regulation;
using Iness.Regulation.Review;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>What a decision rests on: what was filed, corrected as the officers did, the provisions applied to it, and their rulings beside.</summary>
/// <param name="Reviewed">The assessment and the rulings.</param>
/// <param name="Rulings">The rulings that stand.</param>
/// <param name="Corrections">The corrections that stand.</param>
public sealed record DecisionFacts(ReviewedAssessment Reviewed, IReadOnlyList<ProvisionRuling> Rulings, IReadOnlyList<CostCorrection> Corrections)
{
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
        ArgumentNullException.ThrowIfNull(db);
        var filed = await db.Filings.Where(found => found.ApplicationId == applicationId).Select(found => found.Facts).SingleOrDefaultAsync(cancellationToken);
        if (filed is null || AssessmentRequestReader.Read(Encoding.UTF8.GetBytes(filed), []) is not { } request) return null;
        var rulings = await db.Rulings.AsNoTracking().Where(ruling => ruling.ApplicationId == applicationId && ruling.RevokedAt == null)
            .OrderBy(ruling => ruling.Provision).ToListAsync(cancellationToken);
        var corrections = await db.CostCorrections.AsNoTracking().Where(correction => correction.ApplicationId == applicationId && correction.RevokedAt == null)
            .OrderBy(correction => correction.Line).ThenBy(correction => correction.Id).ToListAsync(cancellationToken);
        var corrected = LineCorrection.Apply(request, [.. corrections.Select(InRegulation)]) with { GrantedOn = grantedOn };
        return new(new(EligibilityAssessment.Assess(corrected), rulings.Select(ruling => new OfficerRuling(ruling.Provision, ruling.IsMet, ruling.Reason))), rulings, corrections)
        {
            Labels = (request.Costs ?? []).Where(line => !string.IsNullOrWhiteSpace(line.Label)).DistinctBy(line => line.Id).ToDictionary(line => line.Id, line => line.Label!, StringComparer.Ordinal),
        };
    }

    private static LineCorrection InRegulation(CostCorrection correction) =>
        new(correction.Line, correction.Category, correction.Amount, correction.Kind == CorrectionKind.Refuse);
}
