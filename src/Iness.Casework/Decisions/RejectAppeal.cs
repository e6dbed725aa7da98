using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Decisions;

/// <summary>
/// Rejects an appeal: the decision stands, and the applicant is told why, by whom, and how to go to court. A signatory does it, as for the
/// decision itself; it may come after silence was worth a rejection, which it then confirms with its reasons.
/// </summary>
public sealed class RejectAppeal(InessDbContext db, TimeProvider time, PortalAddress portal, IOptions<ServiceInCharge> service)
{
    /// <summary>Rejects it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="reason">Why, told to the applicant.</param>
    /// <param name="who">The signatory.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, string reason, Actor who, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Outcome.Refused(Refusal.Invalid, "Écrivez pourquoi le recours est rejeté : le demandeur le lira.");
        if (reason.Trim().Length > Proposal.LongestNote) return Outcome.Refused(Refusal.Invalid, $"Ce texte est trop long : {Proposal.LongestNote} caractères au plus.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.SingleOrDefaultAsync(found => found.Id == applicationId && found.Number != null, cancellationToken);
        var signatory = await db.Users.AsNoTracking().SingleOrDefaultAsync(found => found.Id == who.AccountId && found.ClosedAt == null, cancellationToken);
        if (application is null || signatory is null) return Outcome.NotFound;
        if (await db.OpenAppealAsync(application, cancellationToken) is not { } contested) return Outcome.Refused(Refusal.Conflict, "Aucun recours n'attend de réponse sur ce dossier.");
        if (await WhyNotByAsync(applicationId, signatory, cancellationToken) is { IsDone: false } notThem) return notThem;
        var now = time.Instant();
        if (application.Move(FileAction.RejectAppeal, who, now, reason.Trim()) is { IsDone: false } refused) return refused;
        application.RespondBy = null;
        db.Add(new Message { Id = Guid.CreateVersion7(now), ApplicationId = applicationId, AuthorId = signatory.Id, IsFromService = true, Body = Words(contested, reason.Trim(), signatory, now), SentAt = now });
        db.Add(new InternalNote { Id = Guid.CreateVersion7(now), ApplicationId = applicationId, Body = $"Recours rejeté : {reason.Trim()}", By = signatory.Id, At = now });
        if (await db.AddresseeAsync(application, cancellationToken) is { Email: not null } addressee)
            db.Add(OutboxMail.For(addressee, $"Demande {application.Number} : réponse à votre recours", Mail(application), now, applicationId));
        await db.CommitAsync(new(who, "AppealRejected", Act.Application(applicationId), reason.Trim()), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task<Outcome> WhyNotByAsync(Guid applicationId, Account signatory, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(signatory.Capacity) ? Outcome.Refused(Refusal.NotAllowed, "Votre compte ne dit pas votre qualité, qu'une décision doit porter : demandez à un administrateur de l'inscrire.")
        : await db.Proposals.AnyAsync(found => found.ApplicationId == applicationId && (found.By == signatory.Id || found.CheckedBy == signatory.Id), cancellationToken)
            ? Outcome.Refused(Refusal.NotAllowed, "Vous avez proposé ou contrôlé une décision sur ce dossier : quelqu'un d'autre doit répondre au recours.")
        : Outcome.Done;

    private string Words(Decision contested, string reason, Account signatory, DateTime now) =>
        $"Votre recours, reçu le {French.Date(contested.AppealedAt!.Value.DayInParis())}, contre la décision du {French.Date(contested.On)} ({contested.Kind.InFrench()}) est rejeté.\n\n"
        + $"Pourquoi : {reason}\n\n"
        + $"Vous avez deux mois, à compter de la notification de la présente décision, pour saisir le {service.Value.Court}, {service.Value.CourtAddress}, ou par Télérecours citoyens (https://citoyens.telerecours.fr). "
        + $"Elle vous est notifiée le jour où vous la lisez ici, et au plus tard le {French.Date(now.DayInParis().AddDays(NotifyDecision.DaysUnread))} "
        + "(code des relations entre le public et l'administration, articles L411-2, L211-2 et R112-17 à R112-20 ; code de justice administrative, articles R421-1 et R421-2).\n\n"
        + $"Pour la {service.Value.Authority}, le {French.Date(now.DayInParis())}\n{signatory.FullName}, {signatory.Capacity}\nDécision notifiée par l'intermédiaire d'un téléservice, dispensée de signature.";

    private string Mail(Application application) =>
        $"Bonjour,\n\nLa Région Hauts-de-France a répondu au recours sur votre demande d'aide INESS {application.Number}.\n\nLire la réponse : {portal.Of($"/demandes/{application.Id}/suivi")}#messages\n\n"
        + $"Elle vous est notifiée le jour où vous la lisez, et au plus tard quinze jours après ce message : le délai pour saisir le juge court à partir de ce jour.\n";
}
