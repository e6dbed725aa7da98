using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Messages;

/// <summary>Answers a question about a section without changing it: the organisation has read it again, and stands by what it wrote.</summary>
public sealed class ConfirmSection(InessDbContext db, TimeProvider time)
{
    /// <summary>Confirms the section.</summary>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, string section, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        if (await db.Applications.Of(account).SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken) is not { } application) return Outcome.NotFound;
        if (application.Status != FileStatus.Incomplete) return Outcome.Refused(Refusal.Conflict, "La Région n'attend rien de cette demande.");
        if (await db.WhyNotEditableAsync(application, section, cancellationToken) is { IsDone: false } refused) return refused;

        var now = time.Instant();
        await db.ProduceSectionAsync(application.Id, section, now, cancellationToken);
        application.ChangedAt = now;
        await db.CommitAsync(new(who, "SectionConfirmed", Act.Application(application.Id), section), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
