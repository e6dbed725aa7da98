using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Control;

/// <summary>Closes a paid file on which no control and no recovery is open.</summary>
public sealed class CloseFile(InessDbContext db, TimeProvider time)
{
    /// <summary>Closes it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int version, Actor who, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.SingleOrDefaultAsync(file => file.Id == applicationId && file.Number != null, cancellationToken);
        if (application is null) return Outcome.NotFound;
        if (application.Version != version) return Outcome.Refused(Refusal.Conflict, "Le dossier vient de changer. Relisez-le avant de le clore.");
        if (await db.FileControls.AnyAsync(found => found.ApplicationId == applicationId && found.EndedAt == null, cancellationToken)) return Outcome.Refused(Refusal.Conflict, "Un contrôle est ouvert sur ce dossier : terminez-le d'abord.");
        if (await db.Recoveries.AnyAsync(found => found.ApplicationId == applicationId && found.DecidedAt == null && found.DroppedAt == null, cancellationToken)) return Outcome.Refused(Refusal.Conflict, "Un reversement est engagé sur ce dossier : décidez-le ou abandonnez-le d'abord.");
        if (application.Move(FileAction.Close, who, time.Instant()) is { IsDone: false } refused) return refused;
        await db.CommitAsync(new(who, "FileClosed", Act.Application(applicationId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
