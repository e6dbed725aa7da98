using Iness.Casework.Audit;
using Iness.Casework.Persistence;

namespace Iness.Casework.Review;

/// <summary>Writes a note for the Région's people. The applicant does not see it on the portal.</summary>
public sealed class AddNote(InessDbContext db, TimeProvider time)
{
    /// <summary>Writes it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version that the page showed.</param>
    /// <param name="body">The note.</param>
    /// <param name="who">Who writes.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, string body, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        var written = body.Trim();
        if (written.Length == 0) return Outcome.Refused(Refusal.Invalid, "Écrivez la note.");
        if (written.Length > InternalNote.LongestBody) return Outcome.Refused(Refusal.Invalid, $"Raccourcissez cette note ({written.Length} caractères) : {InternalNote.LongestBody} au plus.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeAsync(applicationId, seen, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var now = time.Instant();
        db.Touch(taken.Value);
        db.Add(new InternalNote { Id = Guid.CreateVersion7(now), ApplicationId = applicationId, Body = written, By = who.AccountId, At = now });
        await db.CommitAsync(new(who, "NoteAdded", Act.Application(applicationId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
