using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Applying;

/// <summary>What the Région asks about one part of a filed application.</summary>
internal static class AskedQuestions
{
    /// <summary>The requests still open that ask about the part, the first at the top, with what they ask about it.</summary>
    public static Task<List<MissingItemsRequest>> AskedAboutAsync(this InessDbContext db, Guid applicationId, string section, CancellationToken cancellationToken) => db.MissingItemsRequests
        .AsNoTracking()
        .Include(request => request.Items.Where(item => item.Section == section))
        .Where(request => request.ApplicationId == applicationId && request.AnsweredAt == null && !request.IsOnPayment && request.Items.Any(item => item.Section == section))
        .OrderBy(request => request.SentAt)
        .ToListAsync(cancellationToken);
}
