using Iness.Casework.Documents;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Jobs;
using Iness.Casework.Letters;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Tests.Applications;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Letters;

/// <summary>The acknowledgement is drawn once and goes with its mail; where nothing draws it, the mail goes all the same.</summary>
public sealed class DrawAcknowledgementTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Mail_OfAFiling_LeavesWithThePdfDrawnOnce(Engine engine)
    {
        await using var office = await OpenAsync(engine);

        await office.SendAsync();
        await office.DrawAsync();

        Assert.Equal("accuse-de-reception-INESS-2026-000001.pdf", Assert.Single(Assert.Single(office.Sent).Attachments).Name);
        Assert.Equal(1, office.Renderer.Asked);
        await using var db = office.Counter.Database.Open();
        var document = await db.Documents.SingleAsync(Stop);
        Assert.Equal((DrawAcknowledgement.Kind, null, ScanState.Clean), (document.Kind, document.UploadedBy, document.Scan));
        Assert.Equal(document.Id, (await db.Filings.SingleAsync(Stop)).AcknowledgementDocumentId);
        Assert.True(await db.AuditLog.AnyAsync(line => line.Action == "AcknowledgementDrawn", Stop));
        Assert.Empty(await db.GivenDocumentsAsync(document.ApplicationId!.Value, Stop));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Draw_TwiceAtOnce_KeepsOne(Engine engine)
    {
        await using var office = await OpenAsync(engine);

        await Task.WhenAll(office.DrawAsync(), office.DrawAsync(), office.DrawAsync());

        await using var db = office.Counter.Database.Open();
        Assert.Equal(1, await db.Documents.CountAsync(Stop));
        Assert.Single(Directory.EnumerateFiles(office.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Mail_NothingInstalledToDraw_LeavesAtOnceWithout()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        office.Renderer.Answer = new PdfRendering.Unavailable(PdfUnavailability.NotInstalled);

        await office.SendAsync();

        Assert.Empty(Assert.Single(office.Sent).Attachments);
    }

    [Fact]
    public async Task Mail_DrawingFails_WaitsThenLeavesWithoutAndThePdfComesLater()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        office.Renderer.Answer = new PdfRendering.Unavailable(PdfUnavailability.Failed);

        await office.SendAsync();
        Assert.Empty(office.Sent);
        office.Counter.Database.Clock.Advance(TimeSpan.FromMinutes(15));
        await office.SendAsync();
        Assert.Empty(Assert.Single(office.Sent).Attachments);

        office.Renderer.Answer = SetRenderer.Drawn;
        await office.DrawAsync();
        await using var db = office.Counter.Database.Open();
        Assert.NotNull((await db.Filings.SingleAsync(Stop)).AcknowledgementDocumentId);
    }

    private static async Task<PostOffice> OpenAsync(Engine engine)
    {
        var counter = await FilingCounter.OpenAsync(engine);
        Assert.True((await counter.FileAsync(await counter.DraftAsync())).IsDone);
        return new(counter);
    }

    private sealed class PostOffice(FilingCounter counter) : IMailTransport, IAsyncDisposable
    {
        public FilingCounter Counter => counter;

        public string Folder { get; } = ScratchFolder.New();

        public SetRenderer Renderer { get; } = new();

        public List<OutgoingMail> Sent { get; } = [];

        public async Task SendAsync()
        {
            await using var db = counter.Database.Open();
            var store = new FolderDocumentStore(Folder, counter.Database.Clock);
            var options = Options.Create(new MailOptions { From = "Région <iness@region.example>" });
            await new SendOutbox(db, this, store, new(db, store, Drawing(db)), options, counter.Database.Clock).RunAsync(Stop);
        }

        public async Task DrawAsync()
        {
            await using var db = counter.Database.Open();
            await new DrawAcknowledgements(db, Drawing(db)).RunAsync(Stop);
        }

        public Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellation)
        {
            Sent.Add(mail);
            return Task.FromResult<MailAnswer>(new MailAnswer.Accepted());
        }

        public ValueTask DisposeAsync() => counter.DisposeAsync();

        private DrawAcknowledgement Drawing(InessDbContext db) => new(db, Renderer, new FolderDocumentStore(Folder, counter.Database.Clock), counter.Database.Clock);
    }
}
