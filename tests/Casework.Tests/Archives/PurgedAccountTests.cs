using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Archives;

/// <summary>A bank account that two files are paid on goes with the last of them, and its RIB with it; the RIB of a file is touched by the purge of that file alone.</summary>
public sealed class PurgedAccountTests
{
    private static readonly DateTimeOffset Ended = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_OneFileThenTheOtherPaidOnItsAccount_LeavesNoRib(Engine engine)
    {
        await using var files = await EndedFiles.OpenAsync(engine);
        await files.PaidAsync();
        files.Database.Clock.Set(Ended.AddYears(1));
        await using var db = files.Database.Open();
        var account = await db.BankAccounts.AsNoTracking().SingleAsync(Stop);
        var other = await files.PaidAsync(account);

        files.Database.Clock.Set(Ended.AddYears(10).AddDays(1));
        await PurgeDesk.PurgeAsync(files);
        Assert.Equal([other.Id], await db.Applications.Select(application => application.Id).ToListAsync(Stop));
        var rib = await db.Documents.AsNoTracking().SingleAsync(document => document.Id == account.DocumentId, Stop);
        Assert.Null(rib.ApplicationId);
        Assert.True(await files.Store.ExistsAsync(rib.StorageKey, Stop));

        files.Database.Clock.Set(Ended.AddYears(11).AddDays(1));
        await PurgeDesk.PurgeAsync(files);
        Assert.Equal((0, 0, 0), (await db.Applications.CountAsync(Stop), await db.BankAccounts.CountAsync(Stop), await db.Documents.CountAsync(Stop)));
        Assert.False(await files.Store.ExistsAsync(rib.StorageKey, Stop));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_FilePaidOnTheAccountOfALivingOne_LeavesItsRibThere(Engine engine)
    {
        await using var files = await EndedFiles.OpenAsync(engine);
        var living = await files.PaidAsync();
        await using var db = files.Database.Open();
        var account = await db.BankAccounts.AsNoTracking().SingleAsync(Stop);
        await files.PaidAsync(account);
        await files.ChangeAsync(async change => (await change.Recoveries.SingleAsync(recovery => recovery.ApplicationId == living.Id, Stop)).DecidedAt = null);

        files.Database.Clock.Set(Ended.AddYears(11));
        await PurgeDesk.PurgeAsync(files);
        Assert.Equal([living.Id], await db.Applications.Select(application => application.Id).ToListAsync(Stop));
        Assert.Equal(living.Id, (await db.Documents.AsNoTracking().SingleAsync(document => document.Id == account.DocumentId, Stop)).ApplicationId);
    }
}
