using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>Puts a decision in the applicant's space and says so by mail (CRPA R112-17). Done once, whoever asks again.</summary>
public sealed class NotifyDecision(InessDbContext db, TimeProvider time, PortalAddress portal)
{
    /// <summary>Days after which a decision put in the service is deemed notified, unread (CRPA R112-20).</summary>
    public const int DaysUnread = 15;

    /// <summary>Notifies it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid decisionId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        if (await db.Decisions.Where(found => found.Id == decisionId).Select(found => (Guid?)found.ApplicationId).SingleOrDefaultAsync(cancellationToken) is not { } applicationId) return Outcome.NotFound;
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var decision = await db.Decisions.SingleAsync(found => found.Id == decisionId, cancellationToken);
        if (decision.NotifiedAt is not null) return Outcome.Done;
        if (await db.Decisions.AnyAsync(later => later.ApplicationId == applicationId && later.At > decision.At, cancellationToken))
            return Outcome.Refused(Refusal.Conflict, "Une décision plus récente a été prise sur ce dossier : c'est elle qui est notifiée.");
        var application = await db.Applications.Include(found => found.Organisation).SingleAsync(found => found.Id == applicationId, cancellationToken);
        var contact = await db.Users.SingleAsync(account => account.Id == application.ContactId, cancellationToken);
        var now = time.Instant();
        // A closure is closed already: the lifecycle has no step for its notice.
        if (decision.Kind != DecisionKind.Closure && application.Move(FileAction.Notify, Actor.System, now) is { IsDone: false } refused) return refused;
        decision.NotifiedAt = now;
        if (contact is { ClosedAt: null, Email: not null }) db.Add(OutboxMail.For(contact, $"Décision sur votre demande {application.Number}", Body(application.Number!, application.Organisation!.Name, application.Id, now), now, applicationId));
        await db.CommitAsync(new(Actor.System, "DecisionNotified", Act.Application(applicationId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>The day a decision is deemed notified: that of its reading, else fifteen days after it was put in the service.</summary>
    public static DateOnly DeemedOn(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var latest = decision.NotifiedAt!.Value.DayInParis().AddDays(DaysUnread);
        return decision.ReadAt is { } read && read.DayInParis() < latest ? read.DayInParis() : latest;
    }

    private string Body(string number, string organisation, Guid application, DateTime now) =>
        $"""
        Bonjour,

        La Région Hauts-de-France a pris sa décision sur la demande d'aide INESS {number} de {organisation}.

        La lire dans votre espace : {portal.Of($"/demandes/{application}/decision")}

        Elle vous est notifiée le jour où vous la consultez. Sans consultation, elle est réputée notifiée le {Iness.Regulation.French.Date(now.DayInParis().AddDays(DaysUnread))} (CRPA, article R112-20) : les délais pour la contester courent à partir de ce jour.

        """;
}
