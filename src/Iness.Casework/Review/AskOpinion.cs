using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>Asks somebody's opinion about a file, a colleague or an outside expert, by a personal link sent by mail.</summary>
public sealed class AskOpinion(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 200;

    /// <summary>Most opinions that are awaited at once about a file.</summary>
    public const int MostAwaited = 10;

    /// <summary>Asks.</summary>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Actor who, string name, string email, string question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(email);
        ArgumentNullException.ThrowIfNull(question);
        if (name.Length is 0 or > LongestName || question.Length is 0 or > Opinion.LongestText || !EmailAddress.IsOne(email))
            return Outcome.Refused(Refusal.Invalid, "Écrivez un nom, une adresse électronique et une question.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.AsNoTracking().Include(found => found.Organisation).SingleOrDefaultAsync(found => found.Id == applicationId && found.Number != null, cancellationToken);
        if (application is null || who.AccountId is not { } officer) return Outcome.NotFound;
        if (!application.Status.AwaitsDecision()) return Outcome.Refused(Refusal.Conflict, $"Ce dossier est {application.Status.InFrench()} : aucun avis n'est plus à demander.");
        var now = time.Instant();
        if (await db.Opinions.Awaited(now).CountAsync(opinion => opinion.ApplicationId == applicationId, cancellationToken) >= MostAwaited)
            return Outcome.Refused(Refusal.Conflict, $"{MostAwaited} avis sont déjà attendus sur ce dossier : retirez-en un.");

        var asker = await db.Users.AsNoTracking().SingleAsync(account => account.Id == officer, cancellationToken);
        var secret = PersonalLink.NewSecret();
        var opinion = new Opinion
        {
            Id = Guid.CreateVersion7(now),
            ApplicationId = applicationId,
            AskedBy = officer,
            AskedAt = now,
            ExpertName = name,
            Email = email,
            Question = question,
            TokenHash = PersonalLink.Hash(secret),
            ExpiresAt = now + PersonalLink.Validity,
        };
        db.Add(opinion);
        db.Add(OutboxMail.For(
            email,
            name,
            $"La Région vous demande un avis sur le dossier {application.Number}",
            $"Bonjour,\n\n{asker.FullName} ({asker.Email}) vous demande un avis sur le projet de {application.Organisation!.Name}.\n\n"
            + $"Pour lire la question et y répondre, une fois, ouvrez ce lien jusqu'au {French.Date(opinion.ExpiresAt.DayInParis())} :\n{portal.Of($"/avis/{secret}")}\n\n"
            + "Ce lien vous est personnel : ne le transmettez pas. Votre avis sera joint au dossier, que la structure peut demander à consulter.\n",
            now,
            applicationId));
        await db.CommitAsync(new(who, "OpinionAsked", Act.Application(applicationId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
