using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Scanning;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Documents.Scanning;

/// <summary>The work that has documents scanned: no document is forgotten, and none is scanned twice for nothing.</summary>
public sealed class ScanDocumentsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_CleanAndInfected_AreNoted(Engine engine)
    {
        await using var desk = await DocumentDesk.OpenAsync(engine);
        var clean = (await desk.AddAsync()).Value;
        Assert.Equal("Documents analysés : 1, dont infectés : 0.", await desk.ScanAsync());
        desk.Scanner.Answer = () => Task.FromResult<ScanAnswer>(new ScanAnswer.Infected("Eicar-Test-Signature"));
        var infected = (await desk.AddAsync(line: "c2")).Value;

        Assert.Equal("Documents analysés : 1, dont infectés : 1.", await desk.ScanAsync());

        var (first, second) = (await desk.DocumentAsync(clean), await desk.DocumentAsync(infected));
        Assert.Equal((ScanState.Clean, null), (first.Scan, first.ScanDueAt));
        Assert.Equal((ScanState.Infected, "Eicar-Test-Signature", null), (second.Scan, second.ScanFinding, second.ScanDueAt));
        Assert.Equal("Aucun document à analyser.", await desk.ScanAsync());
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_InfectedOnceFiled_IsToldToTheContact(Engine engine)
    {
        await using var desk = await DocumentDesk.OpenAsync(engine);
        await desk.AddAsync();
        await using (var db = desk.Database.Open())
        {
            var application = await db.Applications.SingleAsync(Stop);
            (application.Number, application.FiledAt) = ("INESS-2026-000001", desk.Database.Clock.Instant());
            application.Move(FileAction.File, desk.Camille.AsActor(), desk.Database.Clock.Instant());
            await db.CommitAsync(new(desk.Camille.AsActor(), "ApplicationFiled", Act.Application(application.Id)), Stop);
        }

        desk.Scanner.Answer = () => Task.FromResult<ScanAnswer>(new ScanAnswer.Infected("Eicar-Test-Signature"));
        await desk.ScanAsync();

        await using var read = desk.Database.Open();
        var mail = await read.Outbox.SingleAsync(Stop);
        Assert.Equal((desk.Camille.Email, "Un document du dossier INESS-2026-000001 est infecté"), (mail.To, mail.Subject));
        Assert.Contains("« devis.csv »", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ScannerUnavailable_TriesAgainLaterAndLater()
    {
        await using var desk = await DocumentDesk.OpenAsync(Engine.Sqlite);
        var id = (await desk.AddAsync()).Value;
        desk.Scanner.Answer = () => Task.FromResult<ScanAnswer>(new ScanAnswer.Unavailable(ScanFailure.Unreachable, "personne à cette adresse"));

        Assert.Contains("Remis à plus tard : 1 (personne à cette adresse)", await desk.ScanAsync(), StringComparison.Ordinal);
        var first = await desk.DocumentAsync(id);
        await desk.ScanAsync();
        Assert.Equal(1, desk.Scanner.Asked);
        desk.Database.Clock.Advance(TimeSpan.FromSeconds(30));
        await desk.ScanAsync();
        var second = await desk.DocumentAsync(id);

        Assert.Equal((ScanState.Pending, 2), (second.Scan, second.ScanAttempts));
        Assert.Equal(TimeSpan.FromSeconds(30), first.ScanDueAt - first.UploadedAt);
        Assert.Equal(TimeSpan.FromSeconds(60), second.ScanDueAt - desk.Database.Clock.Instant());
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_TwoNodesAtOnce_ScanEachDocumentOnce(Engine engine)
    {
        await using var desk = await DocumentDesk.OpenAsync(engine);
        await desk.AddAsync();
        var (started, go) = (new TaskCompletionSource(), new TaskCompletionSource<ScanAnswer>());
        desk.Scanner.Answer = () =>
        {
            started.TrySetResult();
            return go.Task;
        };

        var first = desk.ScanAsync();
        await started.Task;
        var second = await desk.ScanAsync();
        go.SetResult(new ScanAnswer.Clean());

        Assert.Equal("Aucun document à analyser.", second);
        Assert.Equal("Documents analysés : 1, dont infectés : 0.", await first);
        Assert.Equal(1, desk.Scanner.Asked);
    }

    [Fact]
    public async Task Run_NodeStoppedHalfWay_IsTakenUpAgain()
    {
        await using var desk = await DocumentDesk.OpenAsync(Engine.Sqlite);
        var id = (await desk.AddAsync()).Value;
        desk.Scanner.Answer = () => throw new OperationCanceledException();
        await Assert.ThrowsAsync<OperationCanceledException>(desk.ScanAsync);
        desk.Scanner.Answer = () => Task.FromResult<ScanAnswer>(new ScanAnswer.Clean());

        Assert.Equal("Aucun document à analyser.", await desk.ScanAsync());
        desk.Database.Clock.Advance(TimeSpan.FromMinutes(6));
        await desk.ScanAsync();

        Assert.Equal(ScanState.Clean, (await desk.DocumentAsync(id)).Scan);
    }
}
