using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Recoveries;

/// <summary>A recovery in a list.</summary>
/// <param name="Recovery">The recovery, its repayments with it.</param>
/// <param name="Number">Number of its file.</param>
/// <param name="Organisation">The beneficiary.</param>
public sealed record FoundRecovery(Recovery Recovery, string Number, string Organisation);

/// <summary>Lists recoveries.</summary>
public static class FoundRecoveries
{
    /// <summary>Those that wait for somebody, the oldest first; then those that ended since a day, the last first.</summary>
    public static async Task<IReadOnlyList<FoundRecovery>> RecoveriesAsync(this InessDbContext db, DateTime endedSince, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await db.Recoveries.AsNoTracking().Include(found => found.Repayments)
            .Join(db.Applications, found => found.ApplicationId, file => file.Id, (found, file) => new { Recovery = found, file.Number, file.Organisation!.Name, file.Status })
            .Where(row => row.Recovery.DroppedAt == null || row.Recovery.DroppedAt >= endedSince)
            // A file is « reversement » until all is repaid.
            .Where(row => row.Recovery.DecidedAt == null || row.Status == FileStatus.Recovery || row.Recovery.DecidedAt >= endedSince)
            .OrderBy(row => row.Recovery.OpenedAt)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new FoundRecovery(row.Recovery, row.Number!, row.Name))];
    }

    /// <summary>The recoveries of a file, the last first.</summary>
    public static Task<List<Recovery>> RecoveriesOfAsync(this InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Recoveries.AsNoTracking().Include(found => found.Repayments.OrderBy(repayment => repayment.On)).Where(found => found.ApplicationId == applicationId)
            .OrderByDescending(found => found.OpenedAt).ToListAsync(cancellationToken);
    }

    /// <summary>What is still to be repaid, in all.</summary>
    public static Money LeftOf(IEnumerable<FoundRecovery> rows) => rows.Aggregate(Money.Zero, (sum, row) => sum + row.Recovery.Left);
}
