using Iness.Casework.Applications;
using Iness.Casework.Persistence;
using Iness.Casework.Review.Worklist;
using Iness.Casework.Seeding;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Review.Worklist;

/// <summary>A database of invented files, and the same list made by hand from all of them.</summary>
internal sealed class SeededList(TestDatabase database, IReadOnlyList<Application> files) : IAsyncDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public TestDatabase Database => database;

    public IReadOnlyList<Application> Files => files;

    public DateOnly Today => database.Clock.Today();

    public static async Task<SeededList> CreateAsync(Engine engine, int count)
    {
        var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        Assert.True((await new SeedFiles(db, database.Clock).ExecuteAsync(count, isForced: false, progress: null, Stop)).IsDone);
        var drafter = await db.AccountAsync(database.Clock);
        await db.DraftAsync(database.Clock, await db.OrganisationAsync(database.Clock, "900100017", drafter), drafter);
        return new(database, await db.Applications.AsNoTracking().Include(file => file.Organisation).Include(file => file.Listing).Where(file => file.FiledAt != null).ToListAsync(Stop));
    }

    /// <summary>The files that a filter wants.</summary>
    public IEnumerable<Application> Wanted(WorklistFilter filter) => files.Where(file =>
        (filter.Status is null || file.Status == filter.Status)
        && (filter.OfficerId is null || file.AssignedToId == filter.OfficerId)
        && (!filter.IsUnassigned || file.AssignedToId is null)
        && (filter.Department is null || file.Listing!.Department == filter.Department)
        && (filter.Verdict is null || file.Listing!.Verdict == filter.Verdict)
        && (filter.AidFrom is not { } least || file.Listing!.Aid >= least)
        && (filter.AidTo is not { } most || file.Listing!.Aid <= most)
        && (filter.Category is not { } category || file.Listing!.CostCategories.Split('|').Contains(char.ToLowerInvariant($"{category}"[0]) + $"{category}"[1..]))
        && (filter.Deadline is not { } deadline || (deadline == DeadlineState.Running ? file.RespondBy is not null : WorklistFilter.StateOf(file.RespondBy, Today) == deadline))
        && FileListings.SearchOf(filter.Search).Split(' ').All(word => file.Listing!.Search.Contains(word.Length < 3 ? $" {word}" : word, StringComparison.Ordinal)));

    /// <summary>Their numbers, in order.</summary>
    public List<string> Ordered(WorklistFilter filter, WorklistSort sort, bool isDescending)
    {
        var wanted = Wanted(filter);
        var ordered = sort switch
        {
            WorklistSort.Deadline => isDescending ? wanted.OrderByDescending(file => file.RespondBy) : wanted.OrderBy(file => file.RespondBy is null).ThenBy(file => file.RespondBy),
            WorklistSort.Filed => isDescending ? wanted.OrderByDescending(file => file.FiledAt) : wanted.OrderBy(file => file.FiledAt),
            WorklistSort.Amount => isDescending ? wanted.OrderByDescending(file => file.Listing!.Aid.Cents) : wanted.OrderBy(file => file.Listing!.Aid.Cents),
            _ => isDescending ? wanted.OrderByDescending(file => file.Number, StringComparer.Ordinal) : wanted.OrderBy(file => file.Number, StringComparer.Ordinal),
        };
        return [.. (isDescending ? ordered.ThenByDescending(file => file.Id) : ordered.ThenBy(file => file.Id)).Select(file => file.Number!)];
    }

    public async Task<T> WithAsync<T>(Func<InessDbContext, Task<T>> work)
    {
        await using var db = database.Open();
        return await work(db);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
