using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>Registers an appeal against the latest decision on a file, and opens a closed or granted file again.</summary>
public sealed class RegisterAppeal(InessDbContext db, TimeProvider time, PortalAddress portal)
{
    /// <summary>Registers it: silence is worth its rejection two months after it arrived, and the file is watched until it is answered.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="receivedOn">The day it arrived.</param>
    /// <param name="words">What it says, and from whom.</param>
    /// <param name="who">Who registers it.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, DateOnly receivedOn, string words, Actor who, CancellationToken cancellationToken)
    {
        if (WhyNot(words, "Écrivez ce que dit le recours et de qui il vient.") is { IsDone: false } wrong) return wrong;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var decision = await db.Decisions.Latest(applicationId).Where(found => found.NotifiedAt != null).FirstOrDefaultAsync(cancellationToken);
        if (decision is null) return Outcome.Refused(Refusal.Conflict, "Aucune décision notifiée ne peut être contestée sur ce dossier.");
        if (decision.AppealedAt is { } at) return Outcome.Refused(Refusal.Conflict, $"Un recours contre cette décision est déjà enregistré, reçu le {French.Date(at.DayInParis())}.");
        if (WhyNotOn(receivedOn, decision) is { IsDone: false } impossible) return impossible;
        decision.AppealedAt = receivedOn.BeginsAt();
        var application = await db.Applications.SingleAsync(found => found.Id == applicationId, cancellationToken);
        var requests = await db.MissingItemsRequests.AsNoTracking().Where(request => request.ApplicationId == applicationId).ToListAsync(cancellationToken);
        application.RespondBy = ResponseDeadline.Of(new(receivedOn, decision.AppealedAt.Value, IsOnAppeal: true), requests, time.Today()).Day;
        db.Add(Note(applicationId, $"Recours reçu le {French.Date(receivedOn)} : {words.Trim()}", who, time.Instant()));
        await db.CommitAsync(new(who, "AppealRegistered", Act.Application(applicationId), words.Trim()), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>
    /// Opens a file again, with the reason; the applicant is told by mail. After an appeal, silence is worth its rejection two months after
    /// it came. An aid granted stays granted until it is decided anew.
    /// </summary>
    public async Task<Outcome> ReopenAsync(Guid applicationId, string reason, Actor who, CancellationToken cancellationToken)
    {
        if (WhyNot(reason, "Écrivez pourquoi le dossier est rouvert.") is { IsDone: false } wrong) return wrong;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.SingleOrDefaultAsync(found => found.Id == applicationId && found.Number != null, cancellationToken);
        if (application is null) return Outcome.NotFound;
        // Opened before, it would never be notified: the applicant would know neither of it nor of how to contest it.
        if (await db.Decisions.Latest(applicationId).AnyAsync(found => found.NotifiedAt == null, cancellationToken))
            return Outcome.Refused(Refusal.Conflict, "La dernière décision n'est pas encore notifiée. Elle l'est dans les minutes qui viennent : rouvrez le dossier ensuite.");
        if (application.Status == FileStatus.Notified && await db.StatusChanges.AnyAsync(change => change.ApplicationId == applicationId && change.Action == FileAction.ClaimPayment, cancellationToken))
            return Outcome.Refused(Refusal.Conflict, "Le versement de cette aide a déjà été demandé : le dossier ne se rouvre plus.");
        var now = time.Instant();
        var appealOwed = (await db.DeadlineAsync(application, now.DayInParis(), cancellationToken)).Day;
        // The reason may quote what is between the Région's people: the applicant sees that the file is open again.
        if (application.Move(FileAction.Reopen, who, now) is { IsDone: false } refused) return refused;
        application.RespondBy = appealOwed;
        db.Add(Note(applicationId, $"Dossier rouvert : {reason.Trim()}", who, now));
        if (await db.AddresseeAsync(application, cancellationToken) is { Email: not null } addressee)
            db.Add(OutboxMail.For(addressee, $"Demande {application.Number} : la Région a rouvert le dossier", Reopened(application), now, applicationId));
        await db.CommitAsync(new(who, "FileReopened", Act.Application(applicationId), reason.Trim()), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>The day on which silence on an appeal is worth its rejection, when nothing suspends it.</summary>
    public static DateOnly SilenceOn(DateTime appealedAt) => ResponseClock.DeadlineWithoutSuspension(appealedAt.DayInParis());

    private Outcome WhyNotOn(DateOnly receivedOn, Decision decision) =>
        receivedOn > time.Today() ? Outcome.Refused(Refusal.Invalid, "Un recours ne peut pas être reçu après aujourd'hui.")
        : receivedOn < decision.NotifiedAt!.Value.DayInParis() ? Outcome.Refused(Refusal.Invalid, $"La décision a été mise à disposition le {French.Date(decision.NotifiedAt.Value.DayInParis())} : un recours ne peut pas être reçu avant.")
        : Outcome.Done;

    private static Outcome WhyNot(string words, string whenMissing) =>
        string.IsNullOrWhiteSpace(words) ? Outcome.Refused(Refusal.Invalid, whenMissing)
        : words.Trim().Length > Proposal.LongestNote ? Outcome.Refused(Refusal.Invalid, $"Ce texte est trop long : {Proposal.LongestNote} caractères au plus.")
        : Outcome.Done;

    // The reason is between the Région's people: the mail says what it changes for the applicant.
    private string Reopened(Application application) =>
        $"Bonjour,\n\nLa Région Hauts-de-France a rouvert votre demande d'aide INESS {application.Number} : elle l'examine de nouveau. Vous n'avez rien à faire ; elle vous écrira s'il lui manque un élément, et vous notifiera sa nouvelle décision.\n\n"
        + (application.RespondBy is { } by ? by < time.Today() ? $"Sans réponse de la Région à votre recours, il est réputé rejeté depuis le {French.Date(by)} ; la Région peut encore y faire droit.\n\n" : $"Sans réponse de la Région à votre recours, il est rejeté le {French.Date(by)}.\n\n" : "")
        + $"Suivre la demande : {portal.Of($"/demandes/{application.Id}/suivi")}\n";

    private static InternalNote Note(Guid applicationId, string body, Actor who, DateTime now) =>
        new() { Id = Guid.CreateVersion7(now), ApplicationId = applicationId, Body = body, By = who.AccountId, At = now };
}
