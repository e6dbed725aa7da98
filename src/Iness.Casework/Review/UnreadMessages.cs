using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>The files whose applicant wrote, and that nobody of the Région who reviews files has read yet.</summary>
public static class UnreadMessages
{
    /// <summary>Those among so many.</summary>
    public static async Task<IReadOnlySet<Guid>> UnreadAmongAsync(this InessDbContext db, IEnumerable<Guid> applications, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var among = applications.ToList();
        if (among.Count == 0) return new HashSet<Guid>();
        return (await db.Messages.Where(message => among.Contains(message.ApplicationId) && !message.IsFromService && message.ReadAt == null)
            .Select(message => message.ApplicationId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
    }
}
