using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Regulation;

namespace Iness.Casework.Payments.Preparing;

/// <summary>Prepares a payment once every line was looked at: from then on a second person reads what cannot change.</summary>
public sealed class PreparePayment(InessDbContext db, TimeProvider time)
{
    /// <summary>What the log calls it.</summary>
    internal const string Name = "PaymentPrepared";

    /// <summary>Prepares it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, Actor who, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeClaimAsync(applicationId, seen, who, Right.PreparePayments, time.Today(), cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var claim = taken.Value.Claim;
        if (claim.WhyNotChange() is { IsDone: false } refused) return refused;
        if (WhyNot(taken.Value) is { IsDone: false } blocked) return blocked;
        (claim.PreparedBy, claim.PreparedAt, claim.Payable) = (who.AccountId, time.Instant(), taken.Value.Payable);
        // What the Région pays without asking for more was complete when it was filed.
        claim.CompleteOn ??= claim.FiledAt?.DayInParis() ?? time.Today();
        await db.CommitAsync(new(who, Name, Act.Application(applicationId), $"{taken.Value.Payable} à payer"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Takes a preparation up again: what is retained may change once more.</summary>
    public async Task<Outcome> ReopenAsync(Guid applicationId, int seen, Actor who, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeClaimAsync(applicationId, seen, who, Right.PreparePayments, time.Today(), cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var claim = taken.Value.Claim;
        if (claim.PreparedAt is null) return Outcome.Refused(Refusal.Conflict, "Ce versement n'est pas préparé.");
        (claim.PreparedBy, claim.PreparedAt, claim.Payable) = (null, null, null);
        await db.CommitAsync(new(who, "PreparationReopened", Act.Application(applicationId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>What stands in the way of preparing it, and of validating it.</summary>
    public static Outcome WhyNot(ClaimUnderReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        if (!review.Invoices.Any()) return Outcome.Refused(Refusal.Conflict, "La demande de versement n'a aucune facture : demandez-les au bénéficiaire.");
        if (review.Unseen > 0) return Unseen(review.Unseen);
        foreach (var invoice in review.Check.Invoices.Where(invoice => invoice.CertainTwin is not null && invoice.Invoice.Lines.Exists(line => line.Retained > Money.Zero)))
            return Outcome.Refused(Refusal.Conflict, $"Facture {invoice.Invoice.Number} : {invoice.CertainTwin!.ForService} Écartez-la ici, ou écartez l'autre.");
        if (review is { IsBelowFloor: true, Claim.PaysBelowFloor: null })
            return Outcome.Refused(Refusal.Conflict, "Les dépenses retenues sont inférieures au minimum : dites d'abord si l'aide est versée.");
        return review.Payable > Money.Zero
            ? Outcome.Done
            : Outcome.Refused(Refusal.Conflict, "Rien n'est à payer. L'aide accordée est alors à retirer, le bénéficiaire entendu : onglet « Retrait et reversement ».");
    }

    /// <summary>Some lines were not looked at.</summary>
    internal static Outcome Unseen(int count) =>
        Outcome.Refused(Refusal.Conflict, $"{French.Plural(count, "ligne de facture reste", "lignes de facture restent")} à examiner.");
}
