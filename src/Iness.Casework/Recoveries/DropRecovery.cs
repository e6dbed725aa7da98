using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Recoveries;

/// <summary>Gives up a recovery that is not decided; the beneficiary, who was told of it, is told of this too.</summary>
public sealed class DropRecovery(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    /// <summary>Gives it up.</summary>
    /// <param name="recoveryId">The recovery.</param>
    /// <param name="version">Its version that was seen.</param>
    /// <param name="reason">Why, shown to the beneficiary.</param>
    /// <param name="who">Who gives it up.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid recoveryId, int version, string reason, Actor who, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Outcome.Refused(Refusal.Invalid, "Écrivez pourquoi la procédure est abandonnée : le bénéficiaire le lira.");
        if (reason.Trim().Length > Recovery.LongestText) return Outcome.Refused(Refusal.Invalid, $"Ce texte est trop long : {Recovery.LongestText} caractères au plus.");
        if (await db.Recoveries.AsNoTracking().Where(found => found.Id == recoveryId).Select(found => (Guid?)found.ApplicationId).SingleOrDefaultAsync(cancellationToken) is not { } applicationId) return Outcome.NotFound;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var recovery = await db.Recoveries.SingleAsync(found => found.Id == recoveryId, cancellationToken);
        if (recovery.DecidedAt is not null) return Outcome.Refused(Refusal.Conflict, "Cette procédure est déjà décidée.");
        if (recovery.DroppedAt is not null) return Outcome.Refused(Refusal.Conflict, "Cette procédure est déjà abandonnée.");
        if (recovery.Version != version) return Outcome.Refused(Refusal.Conflict, "Cette procédure a changé depuis que vous l'avez ouverte. Relisez-la.");
        var now = time.Instant();
        (recovery.DroppedAt, recovery.DropReason) = (now, reason.Trim());
        var application = await db.Applications.AsNoTracking().SingleAsync(found => found.Id == applicationId, cancellationToken);
        if (await db.AddresseeAsync(application, cancellationToken) is { Email: not null } addressee)
            db.Add(OutboxMail.For(addressee, $"Dossier {application.Number} : la Région abandonne le projet de {recovery.Kind.InFrench()}", $"Bonjour,\n\nLa Région abandonne le projet de {recovery.Kind.InFrench()} dont elle vous avait informé : rien ne change pour vous.\n\n{recovery.DropReason}\n\n{portal.Of($"/demandes/{application.Id}/reversement")}\n", now, applicationId));
        await db.CommitAsync(new(who, "RecoveryDropped", Act.Application(applicationId), recovery.DropReason), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
