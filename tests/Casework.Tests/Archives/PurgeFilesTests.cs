using Iness.Casework.Archives;
using Iness.Casework.Audit;
using Iness.Casework.Documents.Storage;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using static Iness.Casework.Tests.Archives.PurgeDesk;

namespace Iness.Casework.Tests.Archives;

/// <summary>Files whose time has passed: reported first, erased when two people said so, and nothing else.</summary>
public sealed class PurgeFilesTests
{
    private static readonly DateTimeOffset Ended = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_AfterTwoPeople_ErasesTheFileAndKeepsTheChain(Engine engine)
    {
        await using var files = await EndedFiles.OpenAsync(engine);
        var (old, archive) = (await files.PaidAsync(), "");
        archive = (await files.ArchiveAsync(old.Id)).Value.ManifestSha256;
        files.Database.Clock.Set(Ended.AddYears(1));
        await using var db = files.Database.Open();
        var account = await db.BankAccounts.AsNoTracking().SingleAsync(Stop);
        var young = await files.PaidAsync(account);
        var keys = await db.Documents.AsNoTracking().Where(document => document.ApplicationId == old.Id).OrderBy(document => document.Id).Select(document => document.StorageKey).ToListAsync(Stop);

        files.Database.Clock.Set(Ended.AddYears(10).AddDays(1));
        Assert.Contains("ajoutés au rapport à lire : 1", await files.RunAsync(), StringComparison.Ordinal);
        Assert.Contains("effacés : 0", await files.RunAsync(), StringComparison.Ordinal);
        var report = await db.PurgeReports.AsNoTracking().SingleAsync(Stop);
        await RequestAsync(files, report);
        Assert.Contains("effacés : 0", await files.RunAsync(), StringComparison.Ordinal);
        Assert.True((await ConfirmAsync(files, report.Id)).IsDone);
        Assert.Contains("effacés : 1, laissés : 0", await files.RunAsync(), StringComparison.Ordinal);

        foreach (var table in FileTables.All)
        {
            Assert.Empty(await table.ReadAsync(db, old.Id, Stop));
            if (table.Name is not ("deliveries" or "missing-items" or "answers")) Assert.NotEmpty(await table.ReadAsync(db, young.Id, Stop));
        }

        // The RIB of the account that the other file is paid on stays, and is the organisation's.
        var left = await Task.WhenAll(keys.Select(key => files.Store.ExistsAsync(key, Stop)));
        Assert.Equal((false, true, false), (left[0], left[1], left[2]));
        Assert.Null((await db.Documents.AsNoTracking().SingleAsync(document => document.Id == account.DocumentId, Stop)).ApplicationId);
        Assert.Equal((1, 1), (await db.LiquidationBatches.CountAsync(Stop), await db.DecisionBatches.CountAsync(Stop)));
        Assert.Null((await files.VerifyLogAsync()).Fault);
        var subject = Act.Application(old.Id);
        var lines = await db.AuditLog.AsNoTracking().Where(entry => entry.Subject == subject).ToListAsync(Stop);
        Assert.Equal(["FileArchived", "FilePurged"], lines.Where(entry => entry.Details is not null).Select(entry => entry.Action));
        Assert.Contains(lines, entry => entry.Details?.Contains(archive, StringComparison.Ordinal) == true);
        Assert.True((await db.PurgeReportLines.AsNoTracking().SingleAsync(Stop)).PurgedAt is not null);
        Assert.NotNull((await db.PurgeReports.AsNoTracking().SingleAsync(Stop)).EndedAt);
    }

    [Theory]
    [InlineData(Engine.Sqlite, -1, 0)]
    [InlineData(Engine.Sqlite, 0, 0)]
    [InlineData(Engine.Sqlite, 1, 1)]
    [InlineData(Engine.Postgres, 0, 0)]
    [InlineData(Engine.Postgres, 1, 1)]
    public async Task Run_AroundTheLastDay_ReportsFromTheDayAfter(Engine engine, int days, int expected)
    {
        await using var files = await EndedFiles.OpenAsync(engine);
        await files.WithdrawnAsync();
        files.Database.Clock.Set(Ended.AddYears(10).AddDays(days));
        await files.RunAsync();
        await using var db = files.Database.Open();
        Assert.Equal(expected, await db.PurgeReportLines.CountAsync(Stop));
    }

    [Fact]
    public async Task Run_LaterInvoice_KeepsTheWholeFileAndSaysWhy()
    {
        await using var files = await EndedFiles.OpenAsync(Engine.Sqlite);
        await files.PaidAsync();
        await files.ChangeAsync(async db => (await db.ClaimedInvoices.SingleAsync(Stop)).PaidOn = new(2027, 1, 10));
        files.Database.Clock.Set(new(2037, 1, 10, 9, 0, 0, TimeSpan.Zero));
        await files.RunAsync();
        await using var db = files.Database.Open();
        Assert.False(await db.PurgeReports.AnyAsync(Stop));
        files.Database.Clock.Advance(TimeSpan.FromDays(1));
        await files.RunAsync();
        var line = await db.PurgeReportLines.SingleAsync(Stop);
        Assert.Equal(("Factures et preuves de paiement", new DateOnly(2027, 1, 10)), (line.Ground, line.KeptFrom));
    }

    [Theory]
    [InlineData("recovery")]
    [InlineData("control")]
    [InlineData("appeal")]
    [InlineData("declaration")]
    public async Task Run_WhileSomethingRuns_LeavesTheFile(string what)
    {
        await using var files = await EndedFiles.OpenAsync(Engine.Sqlite);
        await files.PaidAsync();
        files.Database.Clock.Set(Ended.AddYears(11));
        await files.RunAsync();
        await using var db = files.Database.Open();
        var report = await db.PurgeReports.AsNoTracking().SingleAsync(Stop);
        await RequestAsync(files, report);
        Assert.True((await ConfirmAsync(files, report.Id)).IsDone);
        // It begins between the confirmation and the purge.
        await files.ChangeAsync(async change =>
        {
            if (what == "recovery") (await change.Recoveries.SingleAsync(Stop)).DecidedAt = null;
            if (what == "control") (await change.FileControls.SingleAsync(Stop)).EndedAt = null;
            if (what == "appeal") (await change.Decisions.SingleAsync(Stop)).AppealedAt = files.Database.Clock.Instant();
            if (what == "declaration") (await change.AidDeclarations.SingleAsync(Stop)).ConfirmedAt = null;
        });

        Assert.Contains("effacés : 0, laissés : 1, ajoutés au rapport à lire : 0", await files.RunAsync(), StringComparison.Ordinal);
        Assert.NotNull((await db.PurgeReportLines.AsNoTracking().SingleAsync(Stop)).KeptBecause);
        Assert.True(await db.Applications.AnyAsync(Stop) && await db.Documents.AnyAsync(Stop));
    }

    [Fact]
    public async Task Run_FileThatCannotBeErased_IsNamedAndTheOthersGo()
    {
        await using var files = await EndedFiles.OpenAsync(Engine.Sqlite);
        var (stuck, free) = (await files.PaidAsync(), await files.WithdrawnAsync());
        files.Database.Clock.Set(Ended.AddYears(11));
        await files.RunAsync();
        await using var db = files.Database.Open();
        var report = await db.PurgeReports.AsNoTracking().SingleAsync(Stop);
        await RequestAsync(files, report);
        await ConfirmAsync(files, report.Id);

        Assert.Contains("effacés : 1, laissés : 1", await files.RunAsync(new BrokenStore()), StringComparison.Ordinal);

        var lines = await db.PurgeReportLines.AsNoTracking().Where(line => line.ReportId == report.Id).ToDictionaryAsync(line => line.ApplicationId, Stop);
        Assert.StartsWith("échec : ", lines[stuck.Id].KeptBecause, StringComparison.Ordinal);
        Assert.NotNull(lines[free.Id].PurgedAt);
        Assert.Equal([stuck.Id], await db.Applications.Select(application => application.Id).ToListAsync(Stop));
        // It comes again in the next report.
        Assert.True(await db.PurgeReportLines.AnyAsync(line => line.ReportId != report.Id && line.ApplicationId == stuck.Id, Stop));
    }

    /// <summary>A disk that answers nothing any more.</summary>
    private sealed class BrokenStore : IDocumentStore
    {
        public Task<StoreAnswer> WriteAsync(Stream content, long limit, CancellationToken cancellationToken) => throw new IOException("Input/output error");

        public Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken) => throw new IOException("Input/output error");

        public Task<bool> DeleteAsync(string key, CancellationToken cancellationToken) => throw new IOException("Input/output error");

        public Task<bool> ExistsAsync(string key, CancellationToken cancellationToken) => throw new IOException("Input/output error");
    }
}
