using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Messages;

/// <summary>Tells the service that all it asked for was sent: the two months run again (CRPA L114-5), and the file goes back to its officer.</summary>
public sealed class AnswerMissingItems(InessDbContext db, TimeProvider time)
{
    /// <summary>Tells it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.Of(account).SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        if (application is null) return Outcome.NotFound;
        var now = time.Instant();
        if (application.Move(FileAction.AnswerMissingItems, who, now) is { IsDone: false } refused) return refused;

        var requests = await db.MissingItemsRequests.Include(request => request.Items)
            .Where(request => request.ApplicationId == applicationId && request.AnsweredAt == null)
            .ToListAsync(cancellationToken);
        foreach (var request in requests)
        {
            request.AnsweredAt = now;
            foreach (var item in request.Items) item.ProducedAt ??= now;
        }

        application.ChangedAt = now;
        await db.CommitAsync(new(who, "MissingItemsAnswered", Act.Application(application.Id)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
