using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Messages;

/// <summary>Writes to the service about a filed application.</summary>
public sealed class SendMessage(InessDbContext db, TimeProvider time)
{
    /// <summary>Writes it.</summary>
    /// <returns>The message.</returns>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid applicationId, Actor who, string body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (who.AccountId is not { } account) return Outcome.NotFound;
        var written = body.Trim();
        if (written.Length == 0) return Outcome.Refused(Refusal.Invalid, "Écrivez votre message.");
        if (written.Length > Message.LongestBody)
            return Outcome.Refused(Refusal.Invalid, $"Ce message est trop long ({written.Length} caractères) : {Message.LongestBody} au plus.");
        var number = await db.Applications.Of(account).Where(found => found.Id == applicationId).Select(found => new { found.Number }).SingleOrDefaultAsync(cancellationToken);
        if (number is null) return Outcome.NotFound;
        if (number.Number is null) return Outcome.Refused(Refusal.Conflict, "Déposez d'abord la demande : aucun agent ne suit encore un brouillon.");

        var now = time.Instant();
        var message = new Message { Id = Guid.CreateVersion7(now), ApplicationId = applicationId, AuthorId = account, IsFromService = false, Body = written, SentAt = now };
        db.Add(message);
        await db.CommitAsync(new(who, "MessageSent", Act.Application(applicationId)), cancellationToken);
        return message.Id;
    }
}
