using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>Takes back a request for an opinion that was not given: its link opens nothing any more.</summary>
public sealed class RevokeOpinion(InessDbContext db, TimeProvider time)
{
    /// <summary>Takes it back.</summary>
    /// <param name="applicationId">The application it is about.</param>
    /// <param name="opinionId">The opinion.</param>
    /// <param name="who">Who takes it back.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Guid opinionId, Actor who, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var opinion = await db.Opinions.SingleOrDefaultAsync(found => found.Id == opinionId && found.ApplicationId == applicationId, cancellationToken);
        if (opinion is null) return Outcome.NotFound;
        if (opinion.AnsweredAt is not null) return Outcome.Refused(Refusal.Conflict, "Cet avis vient d'être donné : il reste au dossier.");
        if (opinion.RevokedAt is not null) return Outcome.Done;
        var now = time.Instant();
        opinion.RevokedAt = now;
        // Somebody who was about to write need not.
        db.Add(OutboxMail.For(opinion.Email, opinion.ExpertName, "Votre avis n'est plus attendu", "Bonjour,\n\nLa Région n'attend plus l'avis qu'elle vous avait demandé. Le lien reçu ne fonctionne plus.\n", now, applicationId));
        await db.CommitAsync(new(who, "OpinionRevoked", Act.Application(applicationId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
