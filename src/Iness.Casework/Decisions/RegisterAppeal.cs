using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>Registers an appeal against the latest decision on a file, and opens a closed file again.</summary>
public sealed class RegisterAppeal(InessDbContext db, TimeProvider time, PortalAddress portal)
{
    /// <summary>Registers it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="words">What it says, from whom, when it came.</param>
    /// <param name="who">Who registers it.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, string words, Actor who, CancellationToken cancellationToken)
    {
        if (WhyNot(words, "Écrivez ce que dit le recours, de qui il vient et quand il est arrivé.") is { IsDone: false } wrong) return wrong;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var decision = await LatestAsync(applicationId, cancellationToken);
        if (decision is null) return Outcome.Refused(Refusal.Conflict, "Aucune décision notifiée ne peut être contestée sur ce dossier.");
        if (decision.AppealedAt is { } at) return Outcome.Refused(Refusal.Conflict, $"Un recours contre cette décision est déjà enregistré, du {at.InWords()}.");
        var now = time.Instant();
        decision.AppealedAt = now;
        db.Add(Note(applicationId, $"Recours : {words.Trim()}", who, now));
        await db.CommitAsync(new(who, "AppealRegistered", Act.Application(applicationId), words.Trim()), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Opens a closed file again, with the reason; the applicant is told by mail. After an appeal, silence is worth its rejection two months after it came.</summary>
    public async Task<Outcome> ReopenAsync(Guid applicationId, string reason, Actor who, CancellationToken cancellationToken)
    {
        if (WhyNot(reason, "Écrivez pourquoi le dossier est rouvert.") is { IsDone: false } wrong) return wrong;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.SingleOrDefaultAsync(found => found.Id == applicationId && found.Number != null, cancellationToken);
        if (application is null) return Outcome.NotFound;
        var now = time.Instant();
        // The reason may quote what is between the Région's people: the applicant sees that the file is open again.
        if (application.Move(FileAction.Reopen, who, now) is { IsDone: false } refused) return refused;
        application.RespondBy = (await LatestAsync(applicationId, cancellationToken))?.AppealedAt is { } appealed ? SilenceOn(appealed) : null;
        db.Add(Note(applicationId, $"Dossier rouvert : {reason.Trim()}", who, now));
        if (await db.AddresseeAsync(application, cancellationToken) is { Email: not null } addressee)
            db.Add(OutboxMail.For(addressee, $"Demande {application.Number} : la Région a rouvert le dossier", Reopened(application), now, applicationId));
        await db.CommitAsync(new(who, "FileReopened", Act.Application(applicationId), reason.Trim()), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>The day on which silence on an appeal is worth its rejection.</summary>
    public static DateOnly SilenceOn(DateTime appealedAt) => ResponseClock.DeadlineWithoutSuspension(appealedAt.DayInParis());

    private static Outcome WhyNot(string words, string whenMissing) =>
        string.IsNullOrWhiteSpace(words) ? Outcome.Refused(Refusal.Invalid, whenMissing)
        : words.Trim().Length > Proposal.LongestNote ? Outcome.Refused(Refusal.Invalid, $"Ce texte est trop long : {Proposal.LongestNote} caractères au plus.")
        : Outcome.Done;

    private Task<Decision?> LatestAsync(Guid applicationId, CancellationToken cancellationToken) =>
        db.Decisions.Where(found => found.ApplicationId == applicationId && found.NotifiedAt != null).OrderByDescending(found => found.At).FirstOrDefaultAsync(cancellationToken);

    // The reason is between the Région's people: the mail says what it changes for the applicant.
    private string Reopened(Application application) =>
        $"Bonjour,\n\nLa Région Hauts-de-France a rouvert votre demande d'aide INESS {application.Number} : elle l'examine de nouveau. Vous n'avez rien à faire ; elle vous écrira s'il lui manque un élément, et vous notifiera sa nouvelle décision.\n\n"
        + (application.RespondBy is { } by ? $"Sans réponse de la Région à votre recours, il est rejeté le {Iness.Regulation.French.Date(by)}.\n\n" : "")
        + $"Suivre la demande : {portal.Of($"/demandes/{application.Id}/suivi")}\n";

    private static InternalNote Note(Guid applicationId, string body, Actor who, DateTime now) =>
        new() { Id = Guid.CreateVersion7(now), ApplicationId = applicationId, Body = body, By = who.AccountId, At = now };
}
