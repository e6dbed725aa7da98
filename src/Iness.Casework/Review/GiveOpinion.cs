using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>Gives the opinion that a personal link asks for: once, by whoever holds the link.</summary>
public sealed class GiveOpinion(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    /// <summary>The opinion that a link asks for; null when it never did, or does no more: the three are told alike.</summary>
    public Task<Opinion?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (PersonalLink.Hash(token), time.Instant());
        return db.AwaitedOpinions(now).AsNoTracking().SingleOrDefaultAsync(opinion => opinion.TokenHash == hash, cancellationToken);
    }

    /// <summary>Gives it.</summary>
    public async Task<Outcome> ExecuteAsync(string token, string answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var written = answer.Trim();
        if (await FindAsync(token, cancellationToken) is not { } asked) return Outcome.NotFound;
        if (written.Length is 0 or > Opinion.LongestText) return Outcome.Refused(Refusal.Invalid, $"Écrivez votre avis, en {Opinion.LongestText} caractères au plus.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(asked.ApplicationId, cancellationToken);
        var now = time.Instant();
        if (await db.AwaitedOpinions(now).SingleOrDefaultAsync(found => found.Id == asked.Id, cancellationToken) is not { } opinion) return Outcome.NotFound;
        (opinion.Answer, opinion.AnsweredAt) = (written, now);
        var number = await db.Applications.Where(application => application.Id == opinion.ApplicationId).Select(application => application.Number).SingleAsync(cancellationToken);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(account => account.Id == opinion.AskedBy && account.ClosedAt == null, cancellationToken) is { Email: not null } asker)
            db.Add(OutboxMail.For(
                asker, $"Un avis est rendu sur le dossier {number}", $"Bonjour,\n\n{opinion.ExpertName} a donné l'avis que vous aviez demandé :\n{portal.Of($"/dossiers/{number}/avis")}\n", now, opinion.ApplicationId));
        await db.CommitAsync(new(Actor.Visitor, "OpinionGiven", Act.Application(opinion.ApplicationId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
