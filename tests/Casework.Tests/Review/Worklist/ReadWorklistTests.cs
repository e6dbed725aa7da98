using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Review.Worklist;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Review.Worklist;

/// <summary>The list, its pages and its counts are those that one makes by hand from every file.</summary>
public sealed class ReadWorklistTests
{
    private const int PageSize = 17;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Pages_EachFilterAndSort_HoldEveryFileOnceInOrderBothWays(Engine engine)
    {
        await using var list = await SeededList.CreateAsync(engine, 300);
        foreach (var filter in Filters(list))
        {
            Assert.NotEmpty(list.Wanted(filter));
            foreach (var sort in Enum.GetValues<WorklistSort>())
            {
                foreach (var isDescending in new[] { false, true })
                {
                    var expected = list.Ordered(filter, sort, isDescending);
                    var (forwards, backwards) = await WalkAsync(list, filter, sort, isDescending);
                    Assert.Equal(expected, forwards);
                    Assert.Equal(expected, backwards);
                }
            }
        }
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Counts_EachFilter_AreThoseOfTheFiles(Engine engine)
    {
        await using var list = await SeededList.CreateAsync(engine, 300);
        foreach (var filter in Filters(list))
        {
            var counts = await list.WithAsync(db => new CountWorklist(db, new(db), list.Database.Clock).ExecuteAsync(filter, Stop));
            Assert.Equal(CountWorklist.Statuses.Select(status => list.Wanted(filter with { Status = status }).Count()), CountWorklist.Statuses.Select(status => counts![status]));
        }

        var officer = list.Files.First(file => file.RespondBy is not null && file.AssignedToId is not null).AssignedToId!.Value;
        foreach (var whose in new Guid?[] { officer, null })
        {
            var awaited = await list.WithAsync(db => new CountDeadlines(db, list.Database.Clock).ExecuteAsync(whose, Stop));
            int Count(DeadlineState state) => list.Wanted(new() { OfficerId = whose, Deadline = state }).Count();
            Assert.Equal(
                new DeadlineCounts(Count(DeadlineState.Running), Count(DeadlineState.Near), Count(DeadlineState.Passed), list.Wanted(new() { IsUnassigned = true, Deadline = DeadlineState.Running }).Count()),
                awaited);
        }
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Search_AsPeopleType_FindsTheFile(Engine engine)
    {
        await using var list = await SeededList.CreateAsync(engine, 60);
        var file = list.Files[30];
        var siret = file.Listing!.Siret!;
        foreach (var typed in new[] { file.Number!, file.Number!.ToLowerInvariant(), file.Number![^6..], file.Organisation!.Siren, $"{siret[..3]} {siret[3..6]} {siret[6..9]} {siret[9..]}", file.Organisation.Name.ToUpperInvariant(), file.Listing.Town!.Replace('é', 'e') })
        {
            var found = await FindAsync(list, typed);
            Assert.Contains(file.Number, found);
            if (typed == file.Number) Assert.Single(found);
        }

        Assert.Empty(await FindAsync(list, "introuvable"));
        Assert.Empty(await FindAsync(list, "100%_\"introuvable"));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Search_TextChangedOrErased_IsFollowed(Engine engine)
    {
        await using var list = await SeededList.CreateAsync(engine, 20);
        var (changed, erased) = (list.Files[3], list.Files[4]);
        await list.WithAsync(async db =>
        {
            (await db.Listings.SingleAsync(found => found.ApplicationId == changed.Id, Stop)).Search = FileListings.SearchOf(changed.Number, "Hétéroclite Lutherie");
            db.Remove(await db.Listings.SingleAsync(found => found.ApplicationId == erased.Id, Stop));
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
            return true;
        });

        Assert.Equal([changed.Number!], await FindAsync(list, "heteroclite"));
        // One or two letters begin a word.
        Assert.Equal([changed.Number!], await FindAsync(list, "hétéroclite LU"));
        Assert.Equal([changed.Number!], await FindAsync(list, "hétéroclite l"));
        Assert.Empty(await FindAsync(list, "heteroclite ut"));
        Assert.Contains(changed.Number, await FindAsync(list, "lu"));
        Assert.DoesNotContain(changed.Number, await FindAsync(list, changed.Organisation!.Name));
        Assert.Empty(await FindAsync(list, erased.Number!));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Pages_OfVeryMany_AreTheSameWithoutACount(Engine engine)
    {
        await using var list = await SeededList.CreateAsync(engine, CountWorklist.MostListings + 200);
        foreach (var filter in new WorklistFilter[] { new() { Search = "fictif" }, new() { AidTo = Money.Euros(20_000) } })
        {
            Assert.Null(await list.WithAsync(db => new CountWorklist(db, new(db), list.Database.Clock).ExecuteAsync(filter, Stop)));
            var page = await list.WithAsync(db => new ReadWorklist(db, new(db), list.Database.Clock).ExecuteAsync(filter, WorklistSort.Filed, isDescending: true, null, PageSize, Stop));
            Assert.Equal(list.Ordered(filter, WorklistSort.Filed, isDescending: true).Take(PageSize), page.Rows.Select(row => row.Number));
        }

        var counts = await list.WithAsync(db => new CountWorklist(db, new(db), list.Database.Clock).ExecuteAsync(new(), Stop));
        Assert.Equal(CountWorklist.Most + 1, counts![FileStatus.Paid]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-11-24")]
    [InlineData("2026_99~0193c7d08f2a7b9c8d1e2f3a4b5c6d7e")]
    [InlineData("x\0~0193c7d08f2a7b9c8d1e2f3a4b5c6d7e")]
    [InlineData("a~b~c")]
    public void Cursor_NotOne_IsNone(string text) => Assert.All(Enum.GetValues<WorklistSort>(), sort => Assert.Null(WorklistCursor.Parse(text, isBackwards: false, sort)));

    private static IEnumerable<WorklistFilter> Filters(SeededList list)
    {
        var officer = list.Files.GroupBy(file => file.AssignedToId).Where(group => group.Key is not null).MaxBy(group => group.Count())!.Key;
        var town = list.Files.GroupBy(file => file.Listing!.Town).MaxBy(group => group.Count())!.Key;
        return
        [
            new(),
            new() { Status = FileStatus.UnderReview },
            new() { OfficerId = officer },
            new() { IsUnassigned = true },
            new() { Department = "62" },
            new() { Verdict = OverallVerdict.Ineligible, Department = "59" },
            new() { Deadline = DeadlineState.Running },
            new() { Deadline = DeadlineState.Near },
            new() { AidFrom = Money.Euros(2000), AidTo = Money.Euros(4000), Status = FileStatus.Paid },
            new() { Category = CostCategory.Crm, Verdict = OverallVerdict.Eligible },
            new() { Search = town },
            new() { Search = "fictif le", Department = "59" },
        ];
    }

    private static async Task<IReadOnlyList<string>> FindAsync(SeededList list, string typed) =>
        [.. (await list.WithAsync(db => new ReadWorklist(db, new(db), list.Database.Clock).ExecuteAsync(new() { Search = typed }, WorklistSort.Number, false, null, 100, Stop))).Rows.Select(row => row.Number)];

    private static Task<(List<string> Forwards, List<string> Backwards)> WalkAsync(SeededList list, WorklistFilter filter, WorklistSort sort, bool isDescending) => list.WithAsync(async db =>
    {
        List<string> forwards = [], backwards = [];
        var read = new ReadWorklist(db, new(db), list.Database.Clock);
        var page = await read.ExecuteAsync(filter, sort, isDescending, null, PageSize, Stop);
        Assert.Null(page.Previous);
        forwards.AddRange(page.Rows.Select(row => row.Number));
        while (page.Next is { } next)
        {
            page = await read.ExecuteAsync(filter, sort, isDescending, WorklistCursor.Parse($"{next}", isBackwards: false, sort), PageSize, Stop);
            forwards.AddRange(page.Rows.Select(row => row.Number));
        }

        backwards.AddRange(page.Rows.Select(row => row.Number));
        while (page.Previous is { } previous)
        {
            page = await read.ExecuteAsync(filter, sort, isDescending, WorklistCursor.Parse($"{previous}", isBackwards: true, sort), PageSize, Stop);
            backwards.InsertRange(0, page.Rows.Select(row => row.Number));
        }

        return (forwards, backwards);
    });
}
