using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Documents.Scanning;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Documents;

/// <summary>Documents of an application: given, taken out, and never left in the store without a line in the database.</summary>
public sealed class AddDocumentTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_RightFile_IsKeptNotedAndAwaitsItsScan(Engine engine)
    {
        await using var desk = await DocumentDesk.OpenAsync(engine);

        var added = await desk.AddAsync();

        var document = await desk.DocumentAsync(added.Value);
        Assert.Equal(("Quote", "c1", "devis.csv", "text/csv"), (document.Kind, document.CostLine, document.FileName, document.MediaType));
        Assert.Equal((ScanState.Pending, desk.Database.Clock.Instant()), (document.Scan, document.ScanDueAt!.Value));
        Assert.Equal(64, document.Sha256.Length);
        await using var db = desk.Database.Open();
        Assert.Equal(1, (await db.Applications.SingleAsync(Stop)).AnswersRevision);
        Assert.Contains(await db.AuditLog.ToListAsync(Stop), entry => entry.Action == "DocumentAdded");
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_ManyAtOnce_KeepsEach(Engine engine)
    {
        await using var desk = await DocumentDesk.OpenAsync(engine);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => desk.AddAsync($"devis-{i}.csv", line: $"c{i}")));

        await using var db = desk.Database.Open();
        Assert.Equal(6, await db.Documents.CountAsync(Stop));
    }

    [Fact]
    public async Task Execute_SameFileTwiceInOnePlace_IsKeptOnce()
    {
        await using var desk = await DocumentDesk.OpenAsync(Engine.Sqlite);

        var (first, again) = (await desk.AddAsync(), await desk.AddAsync());

        Assert.Equal(first.Value, again.Value);
        Assert.Single(desk.Files);
    }

    [Fact]
    public async Task Execute_WithoutScanner_SaysNotScanned()
    {
        await using var desk = await DocumentDesk.OpenAsync(Engine.Sqlite);

        var document = await desk.DocumentAsync((await desk.AddAsync(scanner: new NoScanner())).Value);

        Assert.Equal((ScanState.NotScanned, null), (document.Scan, document.ScanDueAt));
    }

    [Fact]
    public async Task Execute_AnotherOrganisation_FindsNothingAndKeepsNothing()
    {
        await using var desk = await DocumentDesk.OpenAsync(Engine.Sqlite);
        await using var db = desk.Database.Open();
        var stranger = await db.AccountAsync(desk.Database.Clock, "Sacha Loin");
        var document = (await desk.AddAsync()).Value;

        Assert.Equal(Refusal.NotFound, (await desk.AddAsync("autre.csv", by: stranger)).Refusal);
        Assert.Equal(Refusal.NotFound, (await new RemoveDocument(db, desk.Database.Clock).ExecuteAsync(desk.Draft, document, stranger.AsActor(), Stop)).Refusal);
        Assert.Single(desk.Files);
        Assert.Empty(await db.DocumentsOf(stranger.Id).ToListAsync(Stop));
    }

    [Fact]
    public async Task Execute_CommitFails_LeavesNothingInTheStore()
    {
        await using var desk = await DocumentDesk.OpenAsync(Engine.Sqlite);

        await using var db = desk.Database.Open();
        await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER no_document BEFORE INSERT ON Documents BEGIN SELECT RAISE(ABORT, 'no'); END", Stop);
        await Assert.ThrowsAsync<DbUpdateException>(() => desk.AddAsync());

        Assert.Empty(desk.Files);
    }

    [Fact]
    public async Task Execute_OneTooMany_IsRefusedAndSaysSo()
    {
        await using var desk = await DocumentDesk.OpenAsync(Engine.Sqlite);
        for (var i = 0; i < AddDocument.Most; i++) Assert.True((await desk.AddAsync(line: $"c{i}")).IsDone);

        var refused = await desk.AddAsync(line: "c-trop");

        Assert.Equal(Refusal.Conflict, refused.Refusal);
        Assert.Contains("60", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_FiledApplication_TakesOnlyWhatWasAskedAndNotesItProduced(Engine engine)
    {
        await using var desk = await DocumentDesk.OpenAsync(engine);
        var filed = (await desk.AddAsync(kind: DocumentKind.Statutes, line: null)).Value;
        desk.Database.Clock.Advance(TimeSpan.FromHours(1));
        await using var db = desk.Database.Open();
        var application = await db.Applications.SingleAsync(Stop);
        var now = desk.Database.Clock.Instant();
        application.Move(FileAction.File, desk.Camille.AsActor(), now);
        application.FiledAt = now;
        application.Move(FileAction.RequestMissingItems, new(null, Role.Officer), now);
        var request = new MissingItemsRequest { Id = Guid.CreateVersion7(), ApplicationId = desk.Draft, SentAt = now, SentBy = desk.Camille.Id, DueOn = now.DayInParis().AddDays(15) };
        request.Items.Add(new() { Id = Guid.CreateVersion7(), RequestId = request.Id, DocumentKind = "Statutes", Label = "Les statuts signés" });
        db.Add(request);
        await db.CommitAsync(new(Iness.Casework.Audit.Actor.System, "Asked", "test/1"), Stop);
        desk.Database.Clock.Advance(TimeSpan.FromHours(1));

        var asked = await desk.AddAsync("statuts.csv", DocumentKind.Statutes, line: "signé");

        var isProduced = db.MissingItemsRequests.AsNoTracking().SelectMany(found => found.Items).Select(item => item.ProducedAt != null);
        Assert.True(await isProduced.SingleAsync(Stop));
        Assert.Equal(request.Items[0].Id, (await desk.DocumentAsync(asked.Value)).MissingItemId);
        Assert.Equal(Refusal.Conflict, (await desk.AddAsync(kind: DocumentKind.Quote)).Refusal);
        var remove = new RemoveDocument(db, desk.Database.Clock);
        Assert.Equal(Refusal.Conflict, (await remove.ExecuteAsync(desk.Draft, filed, desk.Camille.AsActor(), Stop)).Refusal);
        db.ChangeTracker.Clear();
        Assert.True((await remove.ExecuteAsync(desk.Draft, asked.Value, desk.Camille.AsActor(), Stop)).IsDone);
        Assert.False(await isProduced.SingleAsync(Stop));

        // What a virus makes useless is awaited again.
        var infected = (await desk.AddAsync("statuts.csv", DocumentKind.Statutes, line: "signé")).Value;
        Assert.True(await isProduced.SingleAsync(Stop));
        desk.Scanner.Answer = () => Task.FromResult<ScanAnswer>(new ScanAnswer.Infected("Eicar"));
        await desk.ScanAsync();
        Assert.Equal(ScanState.Infected, (await desk.DocumentAsync(infected)).Scan);
        Assert.False(await isProduced.SingleAsync(Stop));
    }
}
