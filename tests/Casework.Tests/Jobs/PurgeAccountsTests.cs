using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Jobs;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Jobs;

public sealed class PurgeAccountsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_AccountUnusedForYears_IsAnnouncedThenClosed(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var camille = await MakeAsync(database);

        await RunAsync(database, months: 34);
        Assert.Null((await ReadAsync(database, camille)).WarnedAt);
        await RunAsync(database, months: 2);
        Assert.NotNull((await ReadAsync(database, camille)).WarnedAt);
        await using (var db = database.Open()) Assert.Equal(camille.Email, (await db.Outbox.AsNoTracking().SingleAsync(Stop)).To);
        await RunAsync(database, months: 0);
        Assert.Null((await ReadAsync(database, camille)).ClosedAt);

        await RunAsync(database, months: 2);

        var closed = await ReadAsync(database, camille);
        Assert.NotNull(closed.ClosedAt);
        Assert.DoesNotContain("Camille", closed.GivenName + closed.Email, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AccountUsedAfterTheWarning_Lives()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var camille = await MakeAsync(database);
        await RunAsync(database, months: 36);
        await ChangeAsync(database, camille, account => (account.LastSignInAt, account.WarnedAt) = (database.Clock.Instant(), null));

        await RunAsync(database, months: 3);

        Assert.Null((await ReadAsync(database, camille)).ClosedAt);
    }

    [Fact]
    public async Task Run_LastPersonOfAFileThatGoesOn_Lives()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var camille = await MakeAsync(database);
        await using (var db = database.Open())
        {
            var id = await db.DraftAsync(database.Clock, await db.OrganisationAsync(database.Clock, "900100017", camille), camille);
            (await db.Applications.SingleAsync(found => found.Id == id, Stop)).Move(FileAction.File, camille.AsActor(), database.Clock.Instant());
            await db.CommitAsync(new(camille.AsActor(), "TestPrepared", Act.Application(id)), Stop);
        }

        await RunAsync(database, months: 36);
        await RunAsync(database, months: 3);

        Assert.Null((await ReadAsync(database, camille)).ClosedAt);
    }

    [Fact]
    public async Task Run_AccountNeverConfirmed_IsClosedAfterAMonth()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var camille = await MakeAsync(database);
        await ChangeAsync(database, camille, account => account.EmailConfirmed = false);

        await RunAsync(database, months: 0);
        Assert.Null((await ReadAsync(database, camille)).ClosedAt);
        await RunAsync(database, months: 2);

        Assert.NotNull((await ReadAsync(database, camille)).ClosedAt);
    }

    [Fact]
    public async Task Run_AccountOfTheRegion_IsNotItsAffair()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var db = database.Open();
        var officer = await db.AccountAsync(database.Clock, "Dominique Fort", Role.Officer);

        await RunAsync(database, months: 48);
        await RunAsync(database, months: 3);

        Assert.Null((await ReadAsync(database, officer)).ClosedAt);
    }

    private static async Task<Account> MakeAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.AccountAsync(database.Clock);
    }

    private static async Task ChangeAsync(TestDatabase database, Account account, Action<Account> change)
    {
        await using var db = database.Open();
        change(await db.Users.SingleAsync(found => found.Id == account.Id, Stop));
        await db.CommitAsync(new(Actor.System, "TestPrepared", Act.Account(account.Id)), Stop);
    }

    private static async Task RunAsync(TestDatabase database, int months)
    {
        var now = database.Clock.GetUtcNow();
        database.Clock.Advance(now.AddMonths(months) - now);
        await using var db = database.Open();
        var portal = new Casework.Mail.PortalAddress(() => "https://portail.exemple");
        await new PurgeAccounts(db, new(db, db.AccountManager(), portal, database.Clock), portal, database.Clock).RunAsync(Stop);
    }

    private static async Task<Account> ReadAsync(TestDatabase database, Account account)
    {
        await using var db = database.Open();
        return await db.Users.AsNoTracking().SingleAsync(found => found.Id == account.Id, Stop);
    }
}
