using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>Offers the standard agreement to the beneficiary of a grant, beside its order.</summary>
public sealed class OfferAgreement(InessDbContext db, DrawAgreement draw, TimeProvider time, PortalAddress portal)
{
    /// <summary>Offers it, once for a decision.</summary>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Actor who, CancellationToken cancellationToken)
    {
        if (await db.GrantToAgreeOnAsync(applicationId, cancellationToken) is not { } grant) return Outcome.Refused(Refusal.Conflict, "Une convention se propose une fois l'aide accordée et notifiée, avant la demande de versement.");
        var now = time.Instant();
        return await draw.ExecuteAsync(grant, null, now, new(who, "AgreementOffered", Act.Application(applicationId)), async application =>
        {
            if (await db.AgreementAsync(applicationId, cancellationToken) is not null) return Outcome.Refused(Refusal.Conflict, "La convention est déjà proposée au bénéficiaire.");
            var contact = await db.Users.SingleAsync(account => account.Id == application.ContactId, cancellationToken);
            if (contact is { ClosedAt: null, Email: not null }) db.Add(OutboxMail.For(contact, $"Convention à accepter pour votre demande {application.Number}", Body(application.Number!, applicationId), now, applicationId));
            return Outcome.Done;
        }, cancellationToken);
    }

    private string Body(string number, Guid application) =>
        $"""
        Bonjour,

        La Région Hauts-de-France vous propose une convention pour l'aide INESS accordée sur la demande {number}.

        La lire et l'accepter : {portal.Of($"/demandes/{application}/convention")}

        """;
}
