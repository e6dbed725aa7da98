using System.Text;
using Iness.Casework.Assessments;
using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Iness.Regulation.Review;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>What replaying needs of a decision.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Amount">Amount granted.</param>
/// <param name="Facts">The facts kept.</param>
/// <param name="Assessment">The assessment kept.</param>
/// <param name="Rulings">The rulings kept.</param>
/// <param name="Regulation">Version applied.</param>
/// <param name="Letter">The letter.</param>
/// <param name="LetterSha256">Its hash.</param>
/// <param name="IsInLog">Whether the audit log names this hash for this file.</param>
public sealed record KeptDecision(DecisionKind Kind, Money Amount, string Facts, string Assessment, string Rulings, string Regulation, string Letter, string LetterSha256, bool IsInLog);

/// <summary>Recomputes a decision from what it kept, and says what differs.</summary>
public static class ReplayDecision
{
    /// <summary>The same, of a decision read from the portal's own database.</summary>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(InessDbContext db, Decision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(decision);
        var subject = Act.Application(decision.ApplicationId);
        var isInLog = await db.AuditLog.AnyAsync(entry => entry.Subject == subject && entry.Action == "FileDecided" && entry.Details!.Contains(decision.LetterSha256), cancellationToken);
        return Differences(new(decision.Kind, decision.Amount, decision.Facts, decision.Assessment, decision.Rulings, decision.Regulation, decision.Letter, decision.LetterSha256, isInLog));
    }

    /// <summary>What differs, in French; nothing when it comes out the same.</summary>
    public static IReadOnlyList<string> Differences(KeptDecision kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        List<string> differences = [];
        if (AssessmentRequestReader.Read(Encoding.UTF8.GetBytes(kept.Facts), []) is not { } request) differences.Add("Les faits conservés ne se lisent plus.");
        else if (DecisionJson.Rulings(kept.Rulings) is not { } rulings || rulings.DistinctBy(ruling => ruling.Provision).Count() != rulings.Count) differences.Add("Les appréciations conservées ne se lisent plus.");
        else CompareAssessment(kept, EligibilityAssessment.Assess(request), rulings, differences);
        if (DecideFile.Sha256(kept.Letter) != kept.LetterSha256) differences.Add("Le courrier conservé n'a pas l'empreinte notée à la décision.");
        if (!kept.IsInLog) differences.Add("Le journal ne porte pas l'empreinte de ce courrier.");
        return differences;
    }

    private static void CompareAssessment(KeptDecision kept, Assessment assessment, IReadOnlyList<OfficerRuling> rulings, List<string> differences)
    {
        if (assessment.Parameters.Version != kept.Regulation) differences.Add($"Version du règlement : {kept.Regulation} à la décision, {assessment.Parameters.Version} recalculée.");
        var recomputed = DecisionJson.OfAssessment(assessment);
        if (recomputed != kept.Assessment) differences.AddRange(InWords(StoredAssessment.Read(kept.Assessment), StoredAssessment.Read(recomputed)!));
        var reviewed = new ReviewedAssessment(assessment, rulings);
        var notMet = reviewed.Findings.Any(finding => finding.Verdict == Verdict.NotMet);
        var open = reviewed.Findings.Any(finding => finding.IsOpen);
        if (kept.Kind == DecisionKind.Grant && (notMet || open)) differences.Add("L'aide est accordée, et une disposition au moins n'est pas remplie.");
        if (kept.Kind == DecisionKind.Refusal && !notMet) differences.Add("L'aide est refusée, et aucune disposition n'est non remplie.");
        var amount = kept.Kind == DecisionKind.Grant ? reviewed.Aid : Money.Zero;
        if (amount != kept.Amount) differences.Add($"Montant : {kept.Amount} à la décision, {amount} recalculé.");
    }

    private static List<string> InWords(StoredAssessment? kept, StoredAssessment recomputed)
    {
        if (kept is null) return ["L'évaluation conservée ne se lit plus."];
        List<string> differences = [];
        var before = kept.Findings.ToLookup(finding => finding.Provision, StringComparer.Ordinal);
        foreach (var now in recomputed.Findings)
        {
            if (before[now.Provision].FirstOrDefault() is not { } then) differences.Add($"{now.Provision} : absent à la décision, « {now.Explanation} » recalculé.");
            else if (then != now) differences.Add($"{now.Provision} : « {then.Explanation} » à la décision, « {now.Explanation} » recalculé.");
        }

        if (kept.Eligible != recomputed.Eligible) differences.Add($"Dépenses retenues : {kept.Eligible} à la décision, {recomputed.Eligible} recalculées.");
        if (kept.Base != recomputed.Base) differences.Add($"Base de calcul : {kept.Base} à la décision, {recomputed.Base} recalculée.");
        if (differences.Count == 0) differences.Add("L'évaluation conservée n'est pas, lettre pour lettre, celle qui est recalculée.");
        return differences;
    }
}
