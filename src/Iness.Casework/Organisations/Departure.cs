using Iness.Casework.Accounts;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Organisations;

/// <summary>What happens when a person stops acting for an organisation, by leaving it or by closing their account.</summary>
internal static class Departure
{
    /// <summary>Ends a membership, and passes on what the person followed; or says why they must stay. Nothing is saved yet.</summary>
    public static async Task<Outcome> DepartAsync(this InessDbContext db, Membership membership, PortalAddress portal, DateTime now, CancellationToken cancellationToken)
    {
        var organisation = membership.Organisation!;
        var next = await db.Memberships
            .Where(other => other.OrganisationId == organisation.Id && other.LeftAt == null && other.AccountId != membership.AccountId)
            .OrderBy(other => other.JoinedAt).ThenBy(other => other.Id)
            .Select(other => other.Account)
            .FirstOrDefaultAsync(cancellationToken);
        if (next is null && await db.Applications.AnyAsync(
            application => application.OrganisationId == organisation.Id && application.Status != FileStatus.Draft && application.Status != FileStatus.Closed && application.Status != FileStatus.Withdrawn, cancellationToken))
            return Outcome.Refused(Refusal.Conflict, $"Vous êtes la dernière personne à agir pour {organisation.Name}, dont une demande déposée est encore en cours. Invitez un collègue, ou retirez la demande, avant de partir.");

        membership.LeftAt = now;
        // Two last members who leave at once must not both go.
        db.Touch(organisation);
        if (next is not null) await db.PassOnAsync(membership, next, portal, now, cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Marks an organisation as changed: of two changes to its members at once, one is refused.</summary>
    public static void Touch(this InessDbContext db, Organisation organisation) => db.Entry(organisation).Property(touched => touched.Version).IsModified = true;

    /// <summary>Saves, or says that somebody else was quicker.</summary>
    public static async Task<Outcome> TryCommitAsync(this InessDbContext db, Audit.Act act, CancellationToken cancellationToken)
    {
        try
        {
            await db.CommitAsync(act, cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Refusal.Conflict, "Quelqu'un vient de changer la même chose. Relisez la page et recommencez.");
        }
    }

    private static async Task PassOnAsync(this InessDbContext db, Membership leaving, Account next, PortalAddress portal, DateTime now, CancellationToken cancellationToken)
    {
        var followed = await db.Applications
            .Where(application => application.OrganisationId == leaving.OrganisationId && application.ContactId == leaving.AccountId)
            .ToListAsync(cancellationToken);
        foreach (var application in followed) application.ContactId = next.Id;
        if (followed.Exists(application => application.Status is not (FileStatus.Closed or FileStatus.Withdrawn)))
        {
            db.Add(OutboxMail.For(
                next,
                $"Vous suivez désormais des demandes de {leaving.Organisation!.Name}",
                $"Bonjour,\n\nLa personne qui suivait des demandes de {leaving.Organisation.Name} n'agit plus pour la structure. Vous les suivez désormais, et recevez leurs courriels :\n{portal.Of("/demandes")}\n\n"
                + "Vous pouvez les confier à un autre membre depuis chaque demande.\n",
                now));
        }
    }
}
