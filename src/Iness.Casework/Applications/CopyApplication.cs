using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Applications;

/// <summary>Starts a draft from an older application: its answers are copied, not its dates, its documents or its declarations.</summary>
public sealed class CopyApplication(InessDbContext db, TimeProvider time)
{
    /// <summary>Starts the draft.</summary>
    /// <param name="applicationId">The older one.</param>
    /// <param name="who">Who starts it.</param>
    /// <param name="copies">Which fields may be copied: a declaration is made anew each time.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid applicationId, Actor who, Func<string, bool> copies, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(copies);
        if (who.AccountId is not { } account) return Outcome.NotFound;
        var source = await db.Applications.Of(account).AsNoTracking().Include(found => found.Answers).SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        if (source is null) return Outcome.NotFound;

        var now = time.Instant();
        var copy = new Application
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = source.OrganisationId,
            CreatedAt = now,
            CreatedOn = now.DayInParis(),
            CreatedBy = account,
            ContactId = account,
            ChangedAt = now,
            Title = source.Title,
            CopiedFromId = source.Id,
        };
        copy.Answers.AddRange(source.Answers.Where(answer => copies(answer.Key)).Select(answer => new Answer
        {
            ApplicationId = copy.Id,
            Key = answer.Key,
            Value = answer.Value,
            Revision = 1,
            // What the register said keeps its source and its date.
            SavedAt = answer.SavedBy is null ? answer.SavedAt : now,
            SavedBy = answer.SavedBy is null ? null : account,
        }));
        db.Add(copy);
        await db.CommitAsync(new(who, "ApplicationCopied", Act.Application(copy.Id), source.Number), cancellationToken);
        return copy.Id;
    }
}
