using Iness.Casework.Applications;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review.Worklist;

/// <summary>Counts what awaits an answer of the Région, of one officer or of all, up to <see cref="CountWorklist.Most"/> and one more of each.</summary>
public sealed class CountDeadlines(InessDbContext db, TimeProvider time)
{
    /// <summary>Counts them.</summary>
    /// <param name="officerId">Whose; null for all.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<DeadlineCounts> ExecuteAsync(Guid? officerId, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var near = today.AddDays(WorklistFilter.NearDays);
        var awaited = db.Applications.Where(file => file.RespondBy != null);
        var mine = officerId is { } officer ? awaited.Where(file => file.AssignedToId == officer) : awaited;
        var counts = await UpToMost(mine, 0)
            .Concat(UpToMost(mine.Where(file => file.RespondBy >= today && file.RespondBy <= near), 1))
            .Concat(UpToMost(mine.Where(file => file.RespondBy < today), 2))
            .Concat(UpToMost(awaited.Where(file => file.AssignedToId == null), 3))
            .GroupBy(kind => kind)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new(counts.GetValueOrDefault(0), counts.GetValueOrDefault(1), counts.GetValueOrDefault(2), counts.GetValueOrDefault(3));
    }

    private static IQueryable<int> UpToMost(IQueryable<Application> files, int kind) => files.OrderBy(file => file.RespondBy).Take(CountWorklist.Most + 1).Select(_ => kind);
}

/// <summary>How many files await an answer of the Région.</summary>
/// <param name="Running">All of them.</param>
/// <param name="Near">Those whose last day is near.</param>
/// <param name="Passed">Those whose last day is passed.</param>
/// <param name="Unassigned">Those of nobody, whoever asks.</param>
public sealed record DeadlineCounts(int Running, int Near, int Passed, int Unassigned);
