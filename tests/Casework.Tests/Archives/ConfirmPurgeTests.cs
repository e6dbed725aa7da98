using Iness.Casework.Archives;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using static Iness.Casework.Tests.Archives.PurgeDesk;

namespace Iness.Casework.Tests.Archives;

/// <summary>Who may let files go; and that what is kept of a file, and how long, is told once.</summary>
public sealed class ConfirmPurgeTests
{
    private static readonly DateTimeOffset Ended = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Confirm_ByWhoAskedOrWithoutTheRight_IsRefusedAndNothingGoes()
    {
        await using var files = await EndedFiles.OpenAsync(Engine.Sqlite);
        await files.WithdrawnAsync();
        files.Database.Clock.Set(Ended.AddYears(11));
        await files.RunAsync();
        await using var db = files.Database.Open();
        var report = await db.PurgeReports.AsNoTracking().SingleAsync(Stop);
        Assert.Equal(Refusal.Conflict, (await ConfirmAsync(files, report.Id)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await RequestingAsync(files, report.Id, report.Version, files.People.Lead)).Refusal);
        Assert.Equal(Refusal.Conflict, (await RequestingAsync(files, report.Id, report.Version + 1, await AdministratorAsync(files))).Refusal);

        // Whoever asked, and has changed role since.
        var administrator = await AdministratorAsync(files);
        Assert.True((await RequestingAsync(files, report.Id, report.Version, administrator)).IsDone);
        Assert.Equal(Refusal.NotAllowed, (await ConfirmAsync(files, report.Id, new(administrator.Id, Role.LeadOfficer))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await ConfirmAsync(files, report.Id, files.People.Officer.AsActor())).Refusal);
        Assert.Contains(files.People.Lead.Email!, await db.Outbox.Select(mail => mail.To).ToListAsync(Stop));

        await using (var refusing = files.Database.Open()) Assert.True((await new ConfirmPurge(refusing, files.Database.Clock).RefuseAsync(report.Id, files.People.Lead.AsActor(), Stop)).IsDone);
        Assert.Equal(Refusal.Conflict, (await ConfirmAsync(files, report.Id)).Refusal);
        await files.RunAsync();
        Assert.Equal((1, 1), (await db.Applications.CountAsync(Stop), await db.PurgeReports.CountAsync(Stop)));
        files.Database.Clock.Advance(TimeSpan.FromDays(31));
        await files.RunAsync();
        Assert.Equal(2, await db.PurgeReports.CountAsync(Stop));
    }

    [Fact]
    public async Task Tables_OfAFile_AreAllThere()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var db = database.Open();
        var known = FileTables.All.Select(table => table.Entity).ToHashSet();
        // The report and the archive tell what became of the file: they stay.
        Type[] stay = [typeof(FileArchive), typeof(PurgeReportLine)];
        var missing = db.Model.GetEntityTypes().Where(entity => !known.Contains(entity.ClrType) && !stay.Contains(entity.ClrType)
            && (entity.FindProperty("ApplicationId") is not null || entity.GetForeignKeys().Any(key => known.Contains(key.PrincipalEntityType.ClrType))));
        Assert.Empty(missing.Select(entity => entity.ClrType.Name));
    }

    [Fact]
    public async Task Durations_InTheDocumentation_AreThoseApplied()
    {
        var lines = await File.ReadAllLinesAsync(RepositoryRoot.PathOf("docs", "retention.md"), Stop);
        Assert.All(RetentionRules.All, rule => Assert.Contains(lines, line => line.StartsWith('|') && line.Contains($"| {rule.Ground} ", StringComparison.Ordinal) && line.Contains($"| {rule.Years} ans ", StringComparison.Ordinal)));
    }
}
