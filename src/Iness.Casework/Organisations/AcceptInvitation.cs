using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Organisations;

/// <summary>Accepts an invitation: once, and only by the person at the address invited.</summary>
public sealed class AcceptInvitation(InessDbContext db, TimeProvider time)
{
    /// <summary>Accepts it.</summary>
    public async Task<Outcome> ExecuteAsync(string secret, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var hash = InvitationLink.Hash(secret);
        var account = await db.Users.SingleOrDefaultAsync(found => found.Id == who.AccountId && found.ClosedAt == null, cancellationToken);
        var invitation = await db.Invitations.Include(found => found.Organisation).SingleOrDefaultAsync(found => found.TokenHash == hash, cancellationToken);
        if (account is null || invitation is null) return Outcome.NotFound;
        var now = time.Instant();
        if (invitation.WhyNotFor(account, now) is { IsDone: false } refused) return refused;

        invitation.AcceptedAt = now;
        if (!await db.Memberships.AnyAsync(membership => membership.OrganisationId == invitation.OrganisationId && membership.AccountId == account.Id && membership.LeftAt == null, cancellationToken))
            db.Add(new Membership { Id = Guid.CreateVersion7(now), OrganisationId = invitation.OrganisationId, AccountId = account.Id, JoinedAt = now });
        db.Touch(invitation.Organisation!);
        return await db.TryCommitAsync(new(who, "InvitationAccepted", Act.Organisation(invitation.OrganisationId)), cancellationToken);
    }
}
