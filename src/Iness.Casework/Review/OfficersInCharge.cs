using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>Who of the Région is told of what happens to a file.</summary>
internal static class OfficersInCharge
{
    /// <summary>The officer in charge; those who assign the files while nobody is.</summary>
    public static async Task<List<Account>> InChargeAsync(this InessDbContext db, Application application, CancellationToken cancellationToken)
    {
        var officers = await db.Users.AsNoTracking().Where(account => account.Id == application.AssignedToId && account.ClosedAt == null && account.Email != null).ToListAsync(cancellationToken);
        return officers.Count > 0 ? officers : await db.WithRolesAsync([Role.LeadOfficer], cancellationToken);
    }

    /// <summary>Everybody of these roles.</summary>
    public static Task<List<Account>> WithRolesAsync(this InessDbContext db, Role[] roles, CancellationToken cancellationToken) =>
        db.Users.AsNoTracking().Where(account => roles.Contains(account.Role) && account.ClosedAt == null && account.Email != null).ToListAsync(cancellationToken);
}
