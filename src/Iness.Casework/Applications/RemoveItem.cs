using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Applications;

/// <summary>Takes a line out of a list of an application: a cost, an aid, a linked undertaking. The audit log keeps what it held.</summary>
public sealed class RemoveItem(InessDbContext db, TimeProvider time)
{
    /// <summary>Takes the line out.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="section">Section of the list.</param>
    /// <param name="prefix">Start of the names of its fields, such as « depenses.c1. ».</param>
    /// <param name="who">Who does.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, string section, string prefix, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        var application = await db.Applications.Of(account)
            .Include(found => found.Answers.Where(answer => answer.Key.StartsWith(prefix)))
            .SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        if (application is null) return Outcome.NotFound;
        if (await db.WhyNotEditableAsync(application, section, cancellationToken) is { IsDone: false } refused) return refused;
        if (application.Answers.Count == 0) return Outcome.Done;

        db.RemoveRange(application.Answers);
        application.AnswersRevision++;
        application.ChangedAt = time.Instant();
        application.WarnedAt = null;
        if (application.Status == FileStatus.Incomplete) await db.ProduceSectionAsync(application.Id, section, application.ChangedAt, cancellationToken);
        try
        {
            await db.CommitAsync(new(who, "ItemRemoved", Act.Application(application.Id), prefix), cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Refusal.Conflict, "Cette ligne vient d'être modifiée : relisez-la avant de la retirer.");
        }
    }
}
