using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review.Worklist;

/// <summary>Counts the files of a filter by status, up to so many of each: beyond, nobody counts them, and a count would cost more than the list.</summary>
public sealed class CountWorklist(InessDbContext db, TimeProvider time)
{
    /// <summary>Most counted in each status.</summary>
    public const int Most = 1000;

    /// <summary>The statuses that a filed application can have.</summary>
    public static IReadOnlyList<FileStatus> Statuses { get; } = [.. Enum.GetValues<FileStatus>().Where(status => status != FileStatus.Draft)];

    /// <summary>Counts them, whatever the status that the filter asks for. <see cref="Most"/> and one more means « more ».</summary>
    public async Task<IReadOnlyDictionary<FileStatus, int>> ExecuteAsync(WorklistFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var found = await FoundFiles.FindAsync(db, filter.Search, cancellationToken);
        var query = new WorklistQuery(db, filter with { Status = null }, found, time.Today());
        var rows = query.IsFound ? query.Applications().Select(application => application.Status) : UpToMost(query);
        var counts = await rows.GroupBy(status => status).Select(group => new { Status = group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Status, group => group.Count, cancellationToken);
        return Statuses.ToDictionary(status => status, status => counts.GetValueOrDefault(status));
    }

    private static IQueryable<FileStatus> UpToMost(WorklistQuery query)
    {
        IQueryable<Application> files = query.Applications();
        return Statuses.Select(status => files.Where(file => file.Status == status).Select(file => file.Status).Take(Most + 1)).Aggregate((all, some) => all.Concat(some));
    }
}
