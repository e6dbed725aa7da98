using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Review.Worklist;
using Iness.Regulation.Review;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>
/// Rules on a provision, met or not met, beside what the machine found: the finding is never overwritten. A new ruling takes the place of
/// the one that stood, which is kept.
/// </summary>
public sealed class RuleOnProvision(InessDbContext db, TimeProvider time)
{
    /// <summary>Rules on it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version that the page showed.</param>
    /// <param name="ruling">The ruling; its reason is shown to the applicant.</param>
    /// <param name="who">Who rules.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, OfficerRuling ruling, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        var reason = ruling.Reason.Trim();
        if (reason.Length == 0) return Outcome.Refused(Refusal.Invalid, "Écrivez le motif : le demandeur le lira.");
        if (reason.Length > ProvisionRuling.LongestReason) return Outcome.Refused(Refusal.Invalid, $"Raccourcissez ce motif ({reason.Length} caractères) : {ProvisionRuling.LongestReason} au plus.");

        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeAsync(applicationId, seen, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var file = await FileUnderReview.LoadAsync(db, applicationId, cancellationToken);
        if (file?.FindingOf(ruling.Provision) is null) return Outcome.NotFound;
        var now = time.Instant();
        if (db.OpenForReview(taken.Value, who, now) is { IsDone: false } refused) return refused;

        foreach (var standing in await db.Rulings.Where(found => found.ApplicationId == applicationId && found.Provision == ruling.Provision && found.RevokedAt == null).ToListAsync(cancellationToken))
            standing.RevokedAt = now;
        db.Add(new ProvisionRuling
        {
            Id = Guid.CreateVersion7(now),
            ApplicationId = applicationId,
            Provision = ruling.Provision,
            IsMet = ruling.IsMet,
            Reason = reason,
            By = who.AccountId!.Value,
            At = now,
        });
        await db.CommitAsync(new(who, "ProvisionRuled", Act.Application(applicationId), $"{ruling.Provision} : {(ruling.IsMet ? "remplie" : "non remplie")}. {reason}"), cancellationToken);
        await db.RelistAsync(applicationId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
