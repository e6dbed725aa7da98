using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review.Worklist;

/// <summary>
/// Counts the files of a filter by status, up to so many: beyond, nobody counts them, and a count would cost more than the list. What the
/// listings tell is looked up there first, and not counted at all when it is true of too many.
/// </summary>
public sealed class CountWorklist(InessDbContext db, FindFiles find, TimeProvider time)
{
    /// <summary>Most counted in each status.</summary>
    public const int Most = 1000;

    /// <summary>Most files looked up to count those of a filter on what was filed.</summary>
    internal const int MostListings = 4000;

    /// <summary>The statuses that a filed application can have.</summary>
    public static IReadOnlyList<FileStatus> Statuses { get; } = [.. Enum.GetValues<FileStatus>().Where(status => status != FileStatus.Draft)];

    /// <summary>Counts them, whatever the status that the filter asks for. <see cref="Most"/> and one more means « more »; null, that they are too many to count.</summary>
    public async Task<IReadOnlyDictionary<FileStatus, int>?> ExecuteAsync(WorklistFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var found = await find.ExecuteAsync(filter.Search, cancellationToken);
        if (found is { Words.Count: > 0, Ids: null }) return null;
        var query = new WorklistQuery(db, filter with { Status = null }, found, time.Today());
        var rows = query.IsFound ? query.Applications().Select(application => (FileStatus?)application.Status)
            : query.ConcernsListings ? query.StatusesOfListings(MostListings + 1)
            : UpToMost(query, filter);
        var counts = await rows.GroupBy(status => status).Select(group => new { Status = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        if (counts.Sum(group => group.Count) > MostListings && query is { IsFound: false, ConcernsListings: true }) return null;
        return Statuses.ToDictionary(status => status, status => counts.SingleOrDefault(group => group.Status == status)?.Count ?? 0);
    }

    // In the order of an index that holds all that is asked: the table itself is not read.
    private static IQueryable<FileStatus?> UpToMost(WorklistQuery query, WorklistFilter filter)
    {
        IQueryable<Application> files = query.Applications();
        return Statuses.Select(status => InOrder(files.Where(file => file.Status == status), filter).Select(file => (FileStatus?)file.Status).Take(Most + 1))
            .Aggregate((all, some) => all.Concat(some));
    }

    private static IQueryable<Application> InOrder(IQueryable<Application> files, WorklistFilter filter) =>
        filter.Deadline is null ? files.OrderBy(file => file.FiledAt).ThenBy(file => file.Id) : files.OrderBy(file => file.RespondBy).ThenBy(file => file.Id);
}
