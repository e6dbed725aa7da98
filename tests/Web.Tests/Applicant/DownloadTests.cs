using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using static Iness.Web.Tests.Applicant.DocumentSender;

namespace Iness.Web.Tests.Applicant;

/// <summary>The content of a document as it is served.</summary>
public sealed class DownloadTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Download_Member_IsLockedDown()
    {
        var (_, draft, person) = await portal.DraftAsync();
        await UploadAsync(person, draft, "piece-other", ("présentation été.pdf", Pdf));
        var document = await portal.OnlyDocumentAsync(draft);

        var kept = await person.Http.GetAsync($"/documents/{document.Id}", Stop);
        var shown = await person.Http.GetAsync($"/documents/{document.Id}?voir=1", Stop);

        Assert.Equal(Pdf, await kept.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(("attachment", "présentation été.pdf"), (kept.Content.Headers.ContentDisposition!.DispositionType, kept.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("nosniff", kept.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", kept.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", kept.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal((true, true), (kept.Headers.CacheControl!.NoStore, kept.Headers.CacheControl.Private));
        Assert.Equal("inline", shown.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("frame-ancestors 'self'", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_Infected_IsNeverServed()
    {
        var (_, draft, person) = await portal.DraftAsync();
        await UploadAsync(person, draft, "piece-statutes", ("statuts.pdf", Pdf));
        var document = await portal.OnlyDocumentAsync(draft);
        await portal.WithDatabaseAsync(async db =>
        {
            (await db.Documents.SingleAsync(found => found.Id == document.Id, Stop)).Scan = ScanState.Infected;
            await db.CommitAsync(new(Actor.System, "DocumentScanned", "test/1"), Stop);
            return true;
        });

        await person.GoAsync($"/documents/{document.Id}?voir=1");
        Assert.Equal((409, "Ce document est infecté"), (person.Status, person.Heading));
        Assert.Equal("text/html", person.Response.Content.Headers.ContentType!.MediaType);

        await person.FollowAsync("Retirez-le");
        Assert.Contains("infecté : mis à l’écart", person.Text, StringComparison.Ordinal);
        Assert.Contains("Pas encore jointe", person.Page.QuerySelector("#piece-statutes")!.TextContent, StringComparison.Ordinal);
        Assert.Null(person.Page.QuerySelector($"a[href^='/documents/{document.Id}']"));
        await person.PressAsync("Retirer");
        Assert.DoesNotContain("statuts.pdf", person.Text, StringComparison.Ordinal);
    }
}
