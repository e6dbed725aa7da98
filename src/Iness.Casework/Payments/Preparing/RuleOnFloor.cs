using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;

namespace Iness.Casework.Payments.Preparing;

/// <summary>Rules whether an aid is paid when the costs retained fall short of the floor: the notice is silent, an officer judges (PAY-1).</summary>
public sealed class RuleOnFloor(InessDbContext db, TimeProvider time)
{
    /// <summary>What the log calls it.</summary>
    internal const string Name = "FloorRuled";

    /// <summary>Rules.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version of the claim that the page showed.</param>
    /// <param name="pays">Whether the aid is paid.</param>
    /// <param name="reason">Why, read by the beneficiary.</param>
    /// <param name="who">The officer.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, bool pays, string reason, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reason);
        reason = reason.Trim();
        if (reason.Length == 0) return Outcome.Refused(Refusal.Invalid, "Écrivez le motif : le bénéficiaire le lira.");
        if (reason.Length > PaymentClaim.LongestText) return Outcome.Refused(Refusal.Invalid, $"Raccourcissez ce motif : {PaymentClaim.LongestText} caractères au plus.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeClaimAsync(applicationId, seen, who, Right.PreparePayments, time.Today(), cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var claim = taken.Value.Claim;
        if (claim.WhyNotChange() is { IsDone: false } refused) return refused;
        if (taken.Value.Unseen > 0) return PreparePayment.Unseen(taken.Value.Unseen);
        if (!taken.Value.IsBelowFloor) return Outcome.Refused(Refusal.Conflict, "Les dépenses retenues atteignent le minimum : il n'y a pas à statuer.");
        (claim.PaysBelowFloor, claim.FloorReason) = (pays, reason);
        await db.CommitAsync(new(who, Name, Act.Application(applicationId), $"{(pays ? "L'aide est versée" : "L'aide n'est pas versée")}. {reason}"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
