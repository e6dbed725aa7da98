using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Seeding;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Seeding;

/// <summary>The invented files: always the same, clearly invented, and never beside real people.</summary>
public sealed class SeedFilesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Execute_SameDay_GivesTheSameFilesOnBothDatabases()
    {
        var sqlite = await DigestAsync(Engine.Sqlite);
        Assert.Equal(sqlite, await DigestAsync(Engine.Postgres));
        Assert.All(sqlite, line => Assert.Contains("(fictif)", line, StringComparison.Ordinal));
        // One of each status that lasts, or the pages of the Région would have nothing to show.
        foreach (var status in new[] { FileStatus.Filed, FileStatus.Incomplete, FileStatus.UnderReview, FileStatus.Proposed, FileStatus.Notified, FileStatus.Paid, FileStatus.Closed, FileStatus.Withdrawn })
            Assert.Contains(sqlite, line => line.Contains($"|{status}|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Execute_TwiceOrBesideRealPeople_AddsNothing()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var db = database.Open();
        Assert.True((await SeedAsync(db, database, 3)).IsDone);
        Assert.Equal(Refusal.Conflict, (await SeedAsync(db, database, 3)).Refusal);
        Assert.Equal(3, await db.Applications.CountAsync(Stop));

        await using var real = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var other = real.Open();
        await other.AccountAsync(real.Clock);
        Assert.Equal(Refusal.Conflict, (await SeedAsync(other, real, 3)).Refusal);
        Assert.Equal(Refusal.Invalid, (await SeedAsync(other, real, 0)).Refusal);
        Assert.Equal(0, await other.Applications.CountAsync(Stop));
    }

    private static Task<Outcome> SeedAsync(InessDbContext db, TestDatabase database, int count) => new SeedFiles(db, database.Clock).ExecuteAsync(count, isForced: false, progress: null, Stop);

    private static async Task<List<string>> DigestAsync(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        Assert.True((await SeedAsync(db, database, 400)).IsDone);
        var rows = await db.Applications.AsNoTracking().Include(file => file.Organisation).Include(file => file.Listing).Include(file => file.Filing).OrderBy(file => file.Number).ToListAsync(Stop);
        return [.. rows.Select(row => $"{row.Number}|{row.Id}|{row.Status}|{row.FiledAt:O}|{row.RespondBy}|{row.Title}|{row.Organisation!.Name}|{row.Listing!.Search}|{row.Listing.Aid}|{row.Filing!.Assessment.Length}")];
    }
}
