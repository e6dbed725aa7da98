using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Recoveries;

/// <summary>The beneficiary is heard: gives observations on what the Région means to do (CRPA L122-1). Late ones are taken too, until the decision.</summary>
public sealed class GiveObservations(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    /// <summary>Gives them, once.</summary>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, string observations, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        if (string.IsNullOrWhiteSpace(observations)) return Outcome.Refused(Refusal.Invalid, "Écrivez vos observations.");
        if (observations.Trim().Length > Recovery.LongestText) return Outcome.Refused(Refusal.Invalid, $"Ce texte est trop long : {Recovery.LongestText} caractères au plus.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.Of(account).AsNoTracking().SingleOrDefaultAsync(found => found.Id == applicationId && found.Number != null, cancellationToken);
        if (application is null) return Outcome.NotFound;
        var recovery = await db.Recoveries.Where(found => found.ApplicationId == applicationId)
            .OrderByDescending(found => found.DecidedAt == null && found.DroppedAt == null).ThenByDescending(found => found.OpenedAt).FirstOrDefaultAsync(cancellationToken);
        if (recovery is null) return Outcome.NotFound;
        if (recovery.DroppedAt is not null) return Outcome.Refused(Refusal.Conflict, "La Région a abandonné cette procédure : rien n'est plus attendu de vous.");
        if (recovery.DecidedAt is not null) return Outcome.Refused(Refusal.Conflict, "La décision est prise : elle se conteste par les recours qu'elle indique.");
        if (recovery.ObservedAt is { } earlier) return Outcome.Refused(Refusal.Conflict, $"Vos observations sont déjà données, depuis le {earlier.InWords()}. Ajoutez ce qui manque par un message au service.");

        var now = time.Instant();
        (recovery.Observations, recovery.ObservedAt) = (observations.Trim(), now);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(found => found.Id == recovery.OpenedBy && found.ClosedAt == null, cancellationToken) is { Email: not null } officer)
            db.Add(OutboxMail.For(officer, $"Dossier {application.Number} : le bénéficiaire a présenté ses observations", $"Bonjour,\n\nLe bénéficiaire a présenté ses observations sur le projet de {recovery.Kind.InFrench()}.\n\n{portal.Of($"/dossiers/{application.Number}/reversement")}\n", now, applicationId));
        await db.CommitAsync(new(who, "ObservationsGiven", Act.Application(applicationId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
