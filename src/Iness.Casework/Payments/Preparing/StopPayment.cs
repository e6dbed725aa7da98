using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Preparing;

/// <summary>
/// Takes a validated payment back before it is in a batch for the accountant: a beneficiary told of a change of account that nobody asked
/// for must be able to stop it. Once it is in a batch, only the accountant can reject it.
/// </summary>
public sealed class StopPayment(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    /// <summary>Takes it back: it is to be prepared and validated anew.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version of the claim that was read.</param>
    /// <param name="reason">Why, for the Région's people alone: it may be a suspicion.</param>
    /// <param name="who">The lead officer.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, string reason, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reason);
        reason = reason.Trim();
        if (reason.Length == 0) return Outcome.Refused(Refusal.Invalid, "Écrivez pourquoi le versement est repris : ses instructeurs le liront.");
        if (reason.Length > PaymentClaim.LongestText) return Outcome.Refused(Refusal.Invalid, $"Raccourcissez ce motif : {PaymentClaim.LongestText} caractères au plus.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        // A batch is made under this lock: the payment is in it, or is stopped.
        await db.Locked(db.Envelopes).AsNoTracking().ToListAsync(cancellationToken);
        var taken = await db.TakeClaimAsync(applicationId, seen, who, Right.ValidatePayments, time.Today(), cancellationToken, FileStatus.Settled);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var (claim, application, now) = (taken.Value.Claim, taken.Value.Application, time.Instant());
        if (await BatchAsync(db, claim.Id, cancellationToken) is { } batch)
            return Outcome.Refused(Refusal.Conflict, $"Ce versement est dans le lot {batch} : demandez aussitôt au comptable de le rejeter. Il reviendra à l'examen avec sa réponse.");
        if (application.Move(FileAction.StopPayment, who, now) is { IsDone: false } refused) return refused;
        var people = new[] { claim.PreparedBy, claim.ValidatedBy, application.AssignedToId }.OfType<Guid>().Where(id => id != who.AccountId).Distinct().ToList();
        (claim.PreparedBy, claim.PreparedAt, claim.ValidatedBy, claim.ValidatedAt, claim.Payable) = (null, null, null, null, null);
        db.Add(new InternalNote { Id = Guid.CreateVersion7(now), ApplicationId = applicationId, Body = $"Versement validé repris : {reason}", By = who.AccountId, At = now });
        foreach (var officer in await db.Users.AsNoTracking().Where(account => people.Contains(account.Id) && account.ClosedAt == null && account.Email != null).ToListAsync(cancellationToken))
            db.Add(OutboxMail.For(officer, $"Dossier {application.Number} : un versement validé est repris", $"Bonjour,\n\nLe versement du dossier {application.Number} ne sera pas liquidé en l'état :\n\n{reason}\n\n{portal.Of($"/dossiers/{application.Number}/versement")}\n", now, applicationId));
        if (await db.AddresseeAsync(application, cancellationToken) is { Email: not null } addressee)
            db.Add(OutboxMail.For(addressee, $"Dossier {application.Number} : l'examen du versement a repris", $"Bonjour,\n\nLa Région a repris l'examen du versement de votre aide : le montant annoncé comme validé ne vaut plus. Vous recevrez un nouveau message.\n\n{portal.Of($"/demandes/{applicationId}/suivi")}\n", now, applicationId));
        await db.CommitAsync(new(who, "PaymentStopped", Act.Application(applicationId), reason), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>The batch in which a claim waits for the accountant; null for none.</summary>
    public static Task<string?> BatchAsync(InessDbContext db, Guid claimId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.LiquidationLines.Where(line => line.ClaimId == claimId && line.PaidOn == null && line.RejectedOn == null)
            .Join(db.LiquidationBatches, line => line.BatchId, batch => batch.Id, (_, batch) => batch.Number).FirstOrDefaultAsync(cancellationToken);
    }
}
