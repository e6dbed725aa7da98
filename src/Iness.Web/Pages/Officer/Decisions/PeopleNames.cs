using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>Names of the Région's people.</summary>
internal static class PeopleNames
{
    /// <summary>First and family name of each.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(this InessDbContext db, IEnumerable<Guid?> people, CancellationToken cancellationToken)
    {
        var wanted = people.OfType<Guid>().Distinct().ToList();
        return wanted.Count == 0
            ? new Dictionary<Guid, string>()
            : await db.Users.Where(account => wanted.Contains(account.Id)).Select(account => new { account.Id, Name = account.GivenName + " " + account.FamilyName })
                .ToDictionaryAsync(account => account.Id, account => account.Name, cancellationToken);
    }
}
