using Iness.Casework.Audit;
using Iness.Casework.Organisations;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Persistence;

/// <summary>The migrations of both databases make the model, and nothing is written without an act.</summary>
public sealed class MigrationTests
{
    private static readonly Act Test = new(Actor.System, "Tested", "test/1", "Parce que.");

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Migrate_WholeModel_LeavesNothingPending(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();

        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed since the last migration: « make migration NAME=… ».");
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task SaveChanges_WithoutAct_Throws(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        db.Add(New(database));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Commit_SameRowByTwo_SecondIsTold(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var first = database.Open();
        first.Add(New(database));
        await first.CommitAsync(Test, TestContext.Current.CancellationToken);
        await using var second = database.Open();
        var seen = await second.Organisations.SingleAsync(TestContext.Current.CancellationToken);
        (await first.Organisations.SingleAsync(TestContext.Current.CancellationToken)).Name = "Un";
        await first.CommitAsync(Test, TestContext.Current.CancellationToken);

        seen.Name = "Deux";

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.CommitAsync(Test, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Commit_Instant_ComesBackAsGiven(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var given = New(database);
        await using (var db = database.Open())
        {
            db.Add(given);
            await db.CommitAsync(Test, TestContext.Current.CancellationToken);
        }

        await using var again = database.Open();
        var read = await again.Organisations.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(given.CreatedAt, read.CreatedAt);
        Assert.Equal(DateTimeKind.Utc, read.CreatedAt.Kind);
    }

    private static Organisation New(TestDatabase database) => new() { Id = Guid.CreateVersion7(), Siren = "900100017", Name = "Les Jardins d’essai", CreatedAt = database.Clock.Instant() };
}
