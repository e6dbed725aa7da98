using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>Asks somebody's opinion about a file, a colleague or an outside expert, by a personal link sent by mail.</summary>
public sealed class AskOpinion(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    /// <summary>Most opinions that are awaited at once about a file.</summary>
    public const int MostAwaited = 10;

    /// <summary>Asks.</summary>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Actor who, OpinionDemand demand, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(demand);
        if (demand.WhyNot is { } wrong) return Outcome.Refused(Refusal.Invalid, wrong);
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.AsNoTracking().Include(found => found.Organisation).SingleOrDefaultAsync(found => found.Id == applicationId && found.Number != null, cancellationToken);
        if (application is null || who.AccountId is not { } officer) return Outcome.NotFound;
        if (!application.Status.AwaitsDecision()) return Outcome.Refused(Refusal.Conflict, $"Ce dossier est {application.Status.InFrench()} : aucun avis n'est plus à demander.");
        var now = time.Instant();
        if (await db.AwaitedOpinions(now).CountAsync(opinion => opinion.ApplicationId == applicationId, cancellationToken) >= MostAwaited)
            return Outcome.Refused(Refusal.Conflict, $"{MostAwaited} avis sont déjà attendus sur ce dossier : retirez-en un.");

        var given = await db.GivenDocumentsAsync(applicationId, cancellationToken);
        var shared = given.FindAll(document => demand.Scope.Documents.Contains(document.Id) && document.Scan != ScanState.Infected);
        if (shared.Count != demand.Scope.Documents.Distinct().Count()) return Outcome.Refused(Refusal.Conflict, "Une pièce choisie n'est plus au dossier : choisissez de nouveau.");

        var asker = await db.Users.AsNoTracking().SingleAsync(account => account.Id == officer, cancellationToken);
        var token = PersonalLink.NewToken(demand.Scope);
        var opinion = new Opinion
        {
            Id = Guid.CreateVersion7(now),
            ApplicationId = applicationId,
            AskedBy = officer,
            AskedAt = now,
            ExpertName = demand.Name,
            Email = demand.Email,
            // What is shared stands in the link alone; it is written here for whoever reads the file.
            Question = $"{demand.Question}\n\n{SharedPartsWords.InFrench(demand.Scope.Parts, shared.Select(document => document.FileName))}",
            TokenHash = PersonalLink.Hash(token),
            ExpiresAt = now + PersonalLink.Validity,
        };
        db.Add(opinion);
        var whose = demand.Scope.Parts.HasFlag(SharedParts.Organisation) ? $" de {application.Organisation!.Name}" : "";
        db.Add(OutboxMail.For(
            demand.Email,
            demand.Name,
            $"La Région vous demande un avis sur le dossier {application.Number}",
            $"Bonjour,\n\n{asker.FullName} ({asker.Email}) vous demande un avis sur une demande d'aide INESS{whose}, dossier {application.Number}.\n\n"
            + $"Pour lire la question et y répondre, une fois, ouvrez ce lien jusqu'au {French.Date(opinion.ExpiresAt.DayInParis())} :\n{portal.Of($"/avis/{token}")}\n\n"
            + "Ce lien vous est personnel : ne le transmettez pas. Votre avis sera joint au dossier, que la structure peut demander à consulter.\n",
            now,
            applicationId));
        await db.CommitAsync(new(who, "OpinionAsked", Act.Application(applicationId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
