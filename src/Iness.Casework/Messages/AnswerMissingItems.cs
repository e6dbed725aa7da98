using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Messages;

/// <summary>Tells the service that what it asked for was sent, or what of it cannot be: the two months run again (CRPA L114-5), and the file goes back to its officer, who is told by mail.</summary>
public sealed class AnswerMissingItems(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    /// <summary>Tells it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="who">Who tells.</param>
    /// <param name="withoutTheRest">Whether the person says that what is left cannot be sent: the service then works with what it has.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Actor who, bool withoutTheRest, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.Of(account).SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        if (application is null) return Outcome.NotFound;
        // Nobody may choose any more once it is sent: the other value would be lost without a word.
        if (await db.Answers.AnyAsync(found => found.ApplicationId == applicationId && found.OtherValue != null, cancellationToken))
            return Outcome.Refused(Refusal.Conflict, "Une réponse au moins a deux valeurs : choisissez laquelle garder, puis dites que tout est envoyé.");
        var all = await db.MissingItemsRequests.Include(request => request.Items).Where(request => request.ApplicationId == applicationId && !request.IsOnPayment).ToListAsync(cancellationToken);
        var requests = all.FindAll(request => request.AnsweredAt is null);
        var left = requests.SelectMany(request => request.Items).Where(item => item.ProducedAt is null).Select(item => item.Label).ToList();
        var now = time.Instant();
        if (application.Move(FileAction.AnswerMissingItems, who, now, left.Count == 0 ? null : $"Non fourni : {string.Join(" ; ", left)}") is { IsDone: false } refused) return refused;
        if (left.Count > 0 && !withoutTheRest)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Refusal.Invalid, $"Il manque encore : {string.Join(" ; ", left.Select(label => $"« {label.TrimEnd('.')} »"))}. Répondez-y, ou cochez « Je ne peux pas fournir le reste ».");
        }

        foreach (var request in requests) request.AnsweredAt = now;

        application.ChangedAt = now;
        application.RespondBy = (await db.DeadlineAsync(application, all, now.DayInParis(), cancellationToken)).Day;
        foreach (var officer in await db.InChargeAsync(application, cancellationToken))
            db.Add(OutboxMail.For(officer, $"Dossier {application.Number} : le demandeur a répondu à la demande d'éléments", Body(application, left), now, application.Id));
        await db.CommitAsync(new(who, "MissingItemsAnswered", Act.Application(application.Id)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    private string Body(Application application, List<string> left)
    {
        var what = left.Count == 0 ? "Le demandeur a dit avoir envoyé tout ce qui lui était demandé." : $"Le demandeur a répondu, et dit ne pas pouvoir fournir le reste :\n{string.Join('\n', left.Select(label => $"- {label}"))}";
        return $"Bonjour,\n\n{what}\n\nLe dossier est de nouveau en instruction{(application.RespondBy is { } by ? $", à répondre le {French.Date(by)} au plus tard" : "")} :\n{portal.Of($"/dossiers/{application.Number}/pieces-manquantes")}\n";
    }
}
