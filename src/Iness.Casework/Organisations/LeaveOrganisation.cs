using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Organisations;

/// <summary>Stops acting for an organisation.</summary>
public sealed class LeaveOrganisation(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    /// <summary>Leaves it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid organisationId, Actor who, CancellationToken cancellationToken)
    {
        var membership = await db.Memberships.Include(found => found.Organisation)
            .SingleOrDefaultAsync(found => found.OrganisationId == organisationId && found.AccountId == who.AccountId && found.LeftAt == null, cancellationToken);
        if (membership is null) return Outcome.NotFound;
        if (await db.DepartAsync(membership, portal, time.Instant(), cancellationToken) is { IsDone: false } refused) return refused;
        return await db.TryCommitAsync(new(who, "OrganisationLeft", Act.Organisation(organisationId)), cancellationToken);
    }
}
