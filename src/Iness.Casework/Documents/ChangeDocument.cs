using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Documents;

/// <summary>What the two changes of a document have in common: whose it is, whether it may still be changed, and the revision of its application.</summary>
internal static class ChangeDocument
{
    public static async Task<Outcome> ChangeDocumentAsync(
        this InessDbContext db, (Guid Application, Guid Document) ids, Actor who, Func<Application, StoredDocument, Outcome> change, (DateTime At, string What) act, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(ids.Application, cancellationToken);
        var application = await db.Applications.Of(account).SingleOrDefaultAsync(found => found.Id == ids.Application, cancellationToken);
        var document = application is null
            ? null
            : await db.Documents.SingleOrDefaultAsync(found => found.Id == ids.Document && found.ApplicationId == application.Id && found.RemovedAt == null && found.MessageId == null, cancellationToken);
        if (application is null || document is null) return Outcome.NotFound;
        if ((await db.MayGiveAsync(application, document.Kind, cancellationToken)).Outcome is { IsDone: false } refused) return refused;
        if (change(application, document) is { IsDone: false } unfit) return unfit;
        if (document.RemovedAt is not null) await db.AwaitAgainAsync(document, cancellationToken);
        application.AnswersRevision++;
        application.ChangedAt = act.At;
        application.WarnedAt = null;
        try
        {
            await db.CommitAsync(new(who, act.What, Act.Application(application.Id), document.FileName), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Refusal.Conflict, "Cette pièce vient d'être modifiée, ou son analyse vient de finir : recommencez.");
        }
    }
}
