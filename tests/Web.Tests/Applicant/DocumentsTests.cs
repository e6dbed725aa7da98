using System.Net.Http.Headers;
using System.Text.Json;
using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Applicant;

/// <summary>The documents of an application as a browser without JavaScript gives them, and as they are served.</summary>
public sealed class DocumentsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"u8.ToArray();
    private static readonly byte[] Csv = "Dépense;Montant HT\nBoutique en ligne;4 200,00\n"u8.ToArray();
    private static readonly byte[] Program = [.. "MZ\x90\0"u8, .. new byte[200]];
    private static int organisations;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_TwoFilesAtOnce_KeepsBothAndComesBackToTheBlock()
    {
        var (_, draft, person) = await DraftAsync();

        await person.GoAsync($"/demandes/{draft}/pieces");
        using var form = Form(person, "piece-other", ("présentation.pdf", Pdf), ("budget.csv", Csv));

        var answer = await person.Http.PostAsync($"/demandes/{draft}/pieces?handler=Add", form, Stop);

        Assert.Equal($"/demandes/{draft}/pieces#piece-other", answer.Headers.Location!.ToString());
        await person.GoAsync($"/demandes/{draft}/pieces");
        // Given at the same instant of a clock that stands still: in either order.
        Assert.Equal(["budget.csv", "présentation.pdf"], person.Page.QuerySelectorAll("#piece-other .document-list__what > :first-child").Select(name => name.TextContent.Trim()).Order(StringComparer.Ordinal));
        Assert.Contains("non analysé", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_OneRefused_KeepsTheOtherAndSaysWhy()
    {
        var (_, draft, person) = await DraftAsync();

        await UploadAsync(person, draft, "piece-other", ("présentation.pdf", Pdf), ("facture.pdf", Program));

        Assert.StartsWith("Erreur", person.Page.Title, StringComparison.Ordinal);
        var error = Assert.Single(person.Page.QuerySelectorAll(".govuk-error-summary__list a"));
        Assert.Contains("facture.pdf", error.TextContent, StringComparison.Ordinal);
        Assert.NotNull(person.Page.QuerySelector(error.GetAttribute("href")!));
        Assert.Equal(["présentation.pdf"], person.Page.QuerySelectorAll("#piece-other .document-list__what > :first-child").Select(name => name.TextContent.Trim()));
    }

    [Fact]
    public async Task Add_WithoutToken_IsRefused()
    {
        var (_, draft, person) = await DraftAsync();
        using var form = Form(null, "piece-other", ("présentation.pdf", Pdf));

        var answer = await person.Http.PostAsync($"/demandes/{draft}/pieces?handler=Add", form, Stop);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.False(await portal.WithDatabaseAsync(db => db.Documents.AnyAsync(document => document.ApplicationId == draft, Stop)));
    }

    [Fact]
    public async Task Overview_DocumentsMissing_SaysHowMany()
    {
        var (_, draft, person) = await DraftAsync();
        await person.GoAsync($"/demandes/{draft}");
        var before = person.Page.QuerySelector("#etat-pieces")!.TextContent.Trim();

        await UploadAsync(person, draft, "piece-statutes", ("statuts.pdf", Pdf));
        await person.GoAsync($"/demandes/{draft}");

        var count = int.Parse(before.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal($"{count - 1} pièces à joindre", person.Page.QuerySelector("#etat-pieces")!.TextContent.Trim());
    }

    [Fact]
    public async Task AnotherOrganisation_Any_FindsNothing()
    {
        var (_, draft, owner) = await DraftAsync();
        await UploadAsync(owner, draft, "piece-other", ("présentation.pdf", Pdf));
        var document = await OnlyDocumentAsync(draft);
        var (_, own, stranger) = await DraftAsync();

        await stranger.GoAsync($"/demandes/{draft}/pieces");
        Assert.Equal(404, stranger.Status);
        await stranger.GoAsync($"/documents/{document.Id}");
        Assert.Equal(404, stranger.Status);
        await UploadAsync(stranger, draft, "piece-other", ("autre.pdf", Pdf), own);
        Assert.Equal(404, stranger.Status);
        foreach (var place in new[] { draft, own })
        {
            await stranger.GoAsync($"/demandes/{own}/pieces");
            await stranger.PostAsync($"/demandes/{place}/pieces?handler=Remove", ("document", document.Id.ToString()), ("bloc", "piece-other"));
            Assert.Equal(404, stranger.Status);
        }

        Assert.Null((await OnlyDocumentAsync(draft)).RemovedAt);
    }

    [Fact]
    public async Task Download_Member_IsLockedDown()
    {
        var (_, draft, person) = await DraftAsync();
        await UploadAsync(person, draft, "piece-other", ("présentation été.pdf", Pdf));
        var document = await OnlyDocumentAsync(draft);

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
        var (_, draft, person) = await DraftAsync();
        await UploadAsync(person, draft, "piece-statutes", ("statuts.pdf", Pdf));
        var document = await OnlyDocumentAsync(draft);
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

    [Fact]
    public async Task Validity_WrongDate_IsSaidAndKeptAsTyped()
    {
        var (_, draft, person) = await DraftAsync(("agrements", "esus"));
        await UploadAsync(person, draft, "piece-esusapproval", ("agrément.pdf", Pdf));
        var id = (await OnlyDocumentAsync(draft)).Id;

        await person.PressAsync("Enregistrer les dates", ($"debut-{id:N}-jour", "31"), ($"debut-{id:N}-mois", "2"), ($"debut-{id:N}-annee", "2025"), ($"fin-{id:N}-jour", "1"), ($"fin-{id:N}-mois", "3"), ($"fin-{id:N}-annee", "2030"));
        Assert.Contains("n’existe pas", person.ErrorOf($"debut-{id:N}"), StringComparison.Ordinal);
        Assert.Equal("31", person.ValueOf($"debut-{id:N}-jour"));

        await person.PressAsync("Enregistrer les dates", ($"debut-{id:N}-jour", "1"));
        Assert.Equal($"/demandes/{draft}/pieces", person.Address);
        var document = await OnlyDocumentAsync(draft);
        Assert.Equal((new DateOnly(2025, 2, 1), new DateOnly(2030, 3, 1)), (document.ValidFrom, document.ValidUntil));
    }

    [Fact]
    public async Task Script_UploadAndStates_AnswerJson()
    {
        var (_, draft, person) = await DraftAsync();
        await person.GoAsync($"/demandes/{draft}/pieces");
        using var form = Form(person, "piece-other", ("facture.pdf", Program));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/demandes/{draft}/pieces?handler=Add") { Content = form };
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");

        var answer = await person.Http.SendAsync(request, Stop);

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains("facture.pdf", json.RootElement.GetProperty("errors")[0].GetString(), StringComparison.Ordinal);
        await UploadAsync(person, draft, "piece-other", ("présentation.pdf", Pdf));
        using var states = JsonDocument.Parse(await person.Http.GetStringAsync($"/demandes/{draft}/pieces?handler=States", Stop));
        Assert.Equal(("non analysé", false), (states.RootElement[0].GetProperty("words").GetString(), states.RootElement[0].GetProperty("pending").GetBoolean()));
    }

    private static MultipartFormDataContent Form(Person? person, string block, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(block), "bloc" } };
        if (person?.Page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") is { } token) form.Add(new StringContent(token), "__RequestVerificationToken");
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, "fichiers", name);
        }

        return form;
    }

    private static Task UploadAsync(Person person, Guid draft, string block, params (string Name, byte[] Content)[] files) => UploadAsync(person, draft, block, draft, files);

    private static Task UploadAsync(Person person, Guid draft, string block, (string Name, byte[] Content) file, Guid seen) => UploadAsync(person, draft, block, seen, file);

    /// <summary>Sends files to a block, from the page of an application that the person may see.</summary>
    private static async Task UploadAsync(Person person, Guid draft, string block, Guid seen, params (string Name, byte[] Content)[] files)
    {
        await person.GoAsync($"/demandes/{seen}/pieces");
        await person.SendAsync(new(HttpMethod.Post, $"/demandes/{draft}/pieces?handler=Add") { Content = Form(person, block, files) });
    }

    private Task<StoredDocument> OnlyDocumentAsync(Guid draft) =>
        portal.WithDatabaseAsync(db => db.Documents.AsNoTracking().SingleAsync(document => document.ApplicationId == draft, Stop));

    private async Task<(Account Account, Guid Draft, Person Person)> DraftAsync(params (string Key, string Value)[] answers)
    {
        var siren = $"9001{Interlocked.Increment(ref organisations):00000}";
        var (account, draft) = await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(portal.Clock);
            return (account, await db.DraftAsync(portal.Clock, await db.OrganisationAsync(portal.Clock, siren, account), account, answers));
        });
        return (account, draft, await portal.SignedInAsync(account));
    }
}
