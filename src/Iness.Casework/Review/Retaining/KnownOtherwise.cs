using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Review.OtherAids;
using Iness.Regulation;

namespace Iness.Casework.Review.Retaining;

/// <summary>
/// What the Région knows otherwise than a decision would rest on: nobody proposes or signs over it without having looked. The officer retains
/// it, sets it aside with a reason, or rules on the provision.
/// </summary>
public static class KnownOtherwise
{
    /// <summary>Why a decision cannot rest on these facts; done when it can.</summary>
    public static async Task<Outcome> WhyNotAsync(InessDbContext db, FileUnderReview file, DecisionKind kind, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (kind == DecisionKind.Closure) return Outcome.Done;
        if (RetainableFacts.HasChanged(file.RetainedFacts?.Answers ?? file.Filing.Answers, await RetainableFacts.CurrentAsync(db, file.Application.Id, cancellationToken)))
            return Refused("Des réponses ont changé depuis que les faits ont été retenus : dites si elles comptent, dans « Faits et réponses ».");
        if (kind != DecisionKind.Grant) return Outcome.Done;
        if (file.OwnFiles.Hidden(file.Request) is { Count: > 0 } hidden && file.RulingOn(Provision.Frq1.Id) is null && file.RetainedFacts is not { UsesOwnFiles: true } && file.OwnFiles.Frequency.WithOurs is { Verdict: Verdict.NotMet })
            return Refused($"Nos dossiers connaissent une demande antérieure qui n'est pas déclarée ({hidden[0].Number}) : retenez-la dans « Faits et réponses », ou statuez sur FRQ-1.");
        if (file.RulingOn(Provision.Leg1.Id) is not null) return Outcome.Done;
        var ledger = await AidLedger.ReadAsync(db, file, on, cancellationToken);
        return ledger.LeavesLess
            ? Refused($"Les aides de minimis connues laissent {ledger.Consolidated.Aid}, et les faits retenus {ledger.AsRetained.Aid} : retenez la liste consolidée dans « Faits et réponses », ou statuez sur LEG-1.")
            : Outcome.Done;
    }

    private static Outcome Refused(string why) => Outcome.Refused(Refusal.Conflict, why);
}
