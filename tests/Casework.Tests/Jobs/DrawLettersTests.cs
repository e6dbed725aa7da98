using Iness.Casework.Documents.Storage;
using Iness.Casework.Jobs;
using Iness.Casework.Letters;
using Iness.Casework.Messages;
using Iness.Casework.Tests.Letters;
using Iness.Casework.Tests.Messages;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Jobs;

/// <summary>A letter that left as HTML gets its PDF once something draws it, once.</summary>
public sealed class DrawLettersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_LetterWithoutItsPdf_DrawsItOnce(Engine engine)
    {
        await using var office = await ReviewOffice.OpenAsync(engine);
        office.Renderer.Answer = new PdfRendering.Unavailable(PdfUnavailability.Failed);
        Assert.True((await office.AskAsync(new(2026, 12, 28), (await office.ReadAsync()).Version, null, new DemandedItem("Statutes", null, "Vos statuts"))).IsDone);
        Assert.Equal("Dessinés : 0 sur 1.", await RunAsync(office));
        office.Renderer.Answer = SetRenderer.Drawn;
        office.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("Dessinés : 1 sur 1.", await RunAsync(office));
        Assert.Equal("Dessinés : 0 sur 0.", await RunAsync(office));

        var letters = await office.DoAsync(db => db.MissingItemsLettersAsync(office.Application, Stop));
        Assert.Equal(["application/pdf", "text/html"], letters.Select(letter => letter.MediaType).Order());
        Assert.Equal("application/pdf", SentRequests.LetterOf(letters, "INESS-2026-000001", 0)!.MediaType);
    }

    private static Task<string> RunAsync(ReviewOffice office) =>
        office.DoAsync(db => new DrawLetters(new(db, office.Renderer, new FolderDocumentStore(office.Folder, office.Clock))).RunAsync(Stop));
}
