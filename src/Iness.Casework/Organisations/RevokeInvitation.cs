using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Organisations;

/// <summary>Takes an invitation back: its link opens nothing any more.</summary>
public sealed class RevokeInvitation(InessDbContext db, TimeProvider time)
{
    /// <summary>Takes it back.</summary>
    public async Task<Outcome> ExecuteAsync(Guid invitationId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        var invitation = await db.Invitations
            .Include(found => found.Organisation)
            .Where(found => db.Organisations.Of(account).Any(organisation => organisation.Id == found.OrganisationId))
            .SingleOrDefaultAsync(found => found.Id == invitationId, cancellationToken);
        if (invitation is null) return Outcome.NotFound;
        if (invitation.AcceptedAt is not null) return Outcome.Refused(Refusal.Conflict, "Cette invitation vient d'être acceptée.");
        if (invitation.RevokedAt is not null) return Outcome.Done;
        invitation.RevokedAt = time.Instant();
        db.Touch(invitation.Organisation!);
        return await db.TryCommitAsync(new(who, "InvitationRevoked", Act.Organisation(invitation.OrganisationId)), cancellationToken);
    }
}
