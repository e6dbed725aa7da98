using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>Writes to the applicant about a file. Who follows it for the organisation is told by mail; the message itself is read on the portal.</summary>
public sealed class ReplyToApplicant(InessDbContext db, TimeProvider time, PortalAddress portal)
{
    /// <summary>Writes it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version that the page showed.</param>
    /// <param name="body">The message.</param>
    /// <param name="who">Who writes.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The message.</returns>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid applicationId, int seen, string body, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        var written = body.Trim();
        if (written.Length == 0) return Outcome.Refused(Refusal.Invalid, "Écrivez votre message.");
        if (written.Length > Message.LongestBody) return Outcome.Refused(Refusal.Invalid, $"Raccourcissez ce message ({written.Length} caractères) : {Message.LongestBody} au plus.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeAsync(applicationId, seen, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var (application, now) = (taken.Value, time.Instant());
        db.Touch(application);
        var message = new Message { Id = Guid.CreateVersion7(now), ApplicationId = applicationId, AuthorId = who.AccountId!.Value, IsFromService = true, Body = written, SentAt = now };
        db.Add(message);
        var contact = await db.Users.SingleAsync(account => account.Id == application.ContactId, cancellationToken);
        // A closed account has no address any more: the message waits on the portal for the others of the organisation.
        if (contact.ClosedAt is null && contact.Email is not null)
            db.Add(OutboxMail.For(
                contact,
                $"Demande {application.Number} : la Région vous a écrit",
                $"Bonjour,\n\nLa Région Hauts-de-France vous a écrit au sujet de votre demande {application.Number}.\n\nLire le message et y répondre : {portal.Of($"/demandes/{application.Id}/suivi")}#messages\n",
                now,
                application.Id));
        await db.CommitAsync(new(who, "ApplicantWrittenTo", Act.Application(applicationId)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return message.Id;
    }
}
