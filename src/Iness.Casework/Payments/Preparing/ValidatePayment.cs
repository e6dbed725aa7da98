using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Payments.Preparing;

/// <summary>
/// The second person's validation: the payment is settled, with the facts it was computed on. Nobody validates what they prepared, nor what
/// they had a hand in, whatever their role has become.
/// </summary>
public sealed class ValidatePayment(InessDbContext db, IOptions<ServiceInCharge> service, PortalAddress portal, TimeProvider time)
{
    // Who did one of these on the claim has taken a side on it.
    private static readonly string[] Hands = [RetainLines.Name, RuleOnFloor.Name, PreparePayment.Name];

    /// <summary>Validates it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version of the claim that was read.</param>
    /// <param name="who">Who validates.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, Actor who, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeClaimAsync(applicationId, seen, who, Right.ValidatePayments, time.Today(), cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var review = taken.Value;
        var (claim, now) = (review.Claim, time.Instant());
        if (claim.PreparedAt is null) return Outcome.Refused(Refusal.Conflict, "Ce versement n'est pas préparé.");
        if (claim.PreparedBy == who.AccountId || await HasHandAsync(applicationId, claim, who, cancellationToken))
            return Outcome.Refused(Refusal.NotAllowed, "Vous avez préparé ce versement : quelqu'un d'autre doit le valider.");
        if (PreparePayment.WhyNot(review) is { IsDone: false } blocked) return blocked;
        if (review.Account.WhyNotPaid() is { IsDone: false } unsure) return unsure;
        if (await db.StandingRecoveryAsync(applicationId, cancellationToken) is { } standing)
            return Outcome.Refused(Refusal.Conflict, $"Une procédure est en cours sur cette aide ({standing.Kind.InFrench()}) : le versement attend son issue.");
        if (review.Application.Move(FileAction.Settle, who, now, $"{review.Payable} à payer, sur {review.Granted} accordés") is { IsDone: false } stopped) return stopped;

        (claim.ValidatedBy, claim.ValidatedAt) = (who.AccountId, now);
        (claim.Granted, claim.Retained, claim.Payable) = (review.Granted, review.Retained, review.Payable);
        claim.Facts = DecisionJson.OfFacts(review.Facts.Request);
        if (await db.AddresseeAsync(review.Application, cancellationToken) is { Email: not null } addressee)
            db.Add(OutboxMail.For(addressee, $"Dossier {review.Application.Number} : le versement de votre aide est validé", SettledMail.Body(review, portal, service.Value), now, applicationId));
        await db.CommitAsync(new(who, "PaymentValidated", Act.Application(applicationId), $"{review.Payable} à payer, {review.Retained} retenus, {review.Granted} accordés"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Sends it back to who prepared it, with a word.</summary>
    public async Task<Outcome> SendBackAsync(Guid applicationId, int seen, string word, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(word);
        word = word.Trim();
        if (word.Length == 0) return Outcome.Refused(Refusal.Invalid, "Écrivez pourquoi le versement est renvoyé : qui l'a préparé le lira.");
        if (word.Length > PaymentClaim.LongestText) return Outcome.Refused(Refusal.Invalid, $"Raccourcissez ce mot : {PaymentClaim.LongestText} caractères au plus.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeClaimAsync(applicationId, seen, who, Right.ValidatePayments, time.Today(), cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var (claim, application, now) = (taken.Value.Claim, taken.Value.Application, time.Instant());
        if (claim.PreparedBy is not { } preparer) return Outcome.Refused(Refusal.Conflict, "Ce versement n'est pas préparé.");
        (claim.PreparedBy, claim.PreparedAt, claim.Payable) = (null, null, null);
        db.Add(new Review.InternalNote { Id = Guid.CreateVersion7(now), ApplicationId = applicationId, Body = $"Versement renvoyé à qui l'a préparé : {word}", By = who.AccountId, At = now });
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(account => account.Id == preparer && account.ClosedAt == null, cancellationToken) is { Email: not null } officer)
            db.Add(OutboxMail.For(officer, $"Dossier {application.Number} : un versement vous est renvoyé", $"Bonjour,\n\nLe versement que vous aviez préparé vous est renvoyé :\n\n{word}\n\n{portal.Of($"/dossiers/{application.Number}/versement")}\n", now, applicationId));
        await db.CommitAsync(new(who, "PaymentSentBack", Act.Application(applicationId), word), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    private Task<bool> HasHandAsync(Guid applicationId, PaymentClaim claim, Actor who, CancellationToken cancellationToken)
    {
        var (subject, since) = (Act.Application(applicationId), claim.CreatedAt);
        return db.AuditLog.AnyAsync(entry => entry.Subject == subject && entry.ActorId == who.AccountId && Hands.Contains(entry.Action) && entry.At >= since, cancellationToken);
    }
}
