using Iness.Casework.Accounts;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Applications;

/// <summary>Who mails about an application are written to.</summary>
internal static class Addressee
{
    /// <summary>The contact if they still act for the organisation, else its longest-standing member; an account closed has no address left.</summary>
    public static Task<Account?> AddresseeAsync(this InessDbContext db, Application application, CancellationToken cancellationToken) => db.Memberships
        .Where(membership => membership.OrganisationId == application.OrganisationId && membership.LeftAt == null && membership.Account!.ClosedAt == null)
        .OrderByDescending(membership => membership.AccountId == application.ContactId).ThenBy(membership => membership.JoinedAt).ThenBy(membership => membership.Id)
        .Select(membership => membership.Account)
        .FirstOrDefaultAsync(cancellationToken);
}
