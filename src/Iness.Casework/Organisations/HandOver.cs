using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Organisations;

/// <summary>Hands an application over to another member of its organisation, who follows it and receives its mail from then on.</summary>
public sealed class HandOver(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    /// <summary>Hands it over.</summary>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Guid toAccountId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        var application = await db.Applications.Of(account).Include(found => found.Organisation).SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        if (application is null) return Outcome.NotFound;
        var next = await db.Memberships
            .Where(membership => membership.OrganisationId == application.OrganisationId && membership.AccountId == toAccountId && membership.LeftAt == null)
            .Select(membership => membership.Account)
            .FirstOrDefaultAsync(cancellationToken);
        if (next is null) return Outcome.Refused(Refusal.Invalid, "Choisissez une personne qui agit pour la structure.");
        if (application.ContactId == next.Id) return Outcome.Done;

        application.ContactId = next.Id;
        if (next.Id != account)
        {
            db.Add(OutboxMail.For(
                next,
                $"Vous suivez désormais une demande de {application.Organisation!.Name}",
                $"Bonjour,\n\nLa demande « {application.Title ?? "Projet sans nom"} » de {application.Organisation.Name} vous est confiée. Vous recevez désormais ses courriels :\n{portal.Of($"/demandes/{application.Id}")}\n",
                time.Instant(),
                application.Id));
        }

        return await db.TryCommitAsync(new(who, "ApplicationHandedOver", Act.Application(applicationId)), cancellationToken);
    }
}
