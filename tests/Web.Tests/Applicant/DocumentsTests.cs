using System.Text.Json;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using static Iness.Web.Tests.Applicant.DocumentSender;

namespace Iness.Web.Tests.Applicant;

/// <summary>The documents of an application as a browser without JavaScript gives them.</summary>
public sealed class DocumentsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_TwoFilesAtOnce_KeepsBothAndComesBackToTheBlock()
    {
        var (_, draft, person) = await portal.DraftAsync();

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
        var (_, draft, person) = await portal.DraftAsync();

        await UploadAsync(person, draft, "piece-other", ("présentation.pdf", Pdf), ("facture.pdf", Executable));

        Assert.StartsWith("Erreur", person.Page.Title, StringComparison.Ordinal);
        var error = Assert.Single(person.Page.QuerySelectorAll(".govuk-error-summary__list a"));
        Assert.Contains("facture.pdf", error.TextContent, StringComparison.Ordinal);
        Assert.NotNull(person.Page.QuerySelector(error.GetAttribute("href")!));
        Assert.Equal(["présentation.pdf"], person.Page.QuerySelectorAll("#piece-other .document-list__what > :first-child").Select(name => name.TextContent.Trim()));
    }

    [Fact]
    public async Task Add_WithoutToken_IsRefused()
    {
        var (_, draft, person) = await portal.DraftAsync();
        using var form = Form(null, "piece-other", ("présentation.pdf", Pdf));

        var answer = await person.Http.PostAsync($"/demandes/{draft}/pieces?handler=Add", form, Stop);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.False(await portal.WithDatabaseAsync(db => db.Documents.AnyAsync(document => document.ApplicationId == draft, Stop)));
    }

    [Fact]
    public async Task Overview_DocumentsMissing_SaysHowMany()
    {
        var (_, draft, person) = await portal.DraftAsync();
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
        var (_, draft, owner) = await portal.DraftAsync();
        await UploadAsync(owner, draft, "piece-other", ("présentation.pdf", Pdf));
        var document = await portal.OnlyDocumentAsync(draft);
        var (_, own, stranger) = await portal.DraftAsync();

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

        Assert.Null((await portal.OnlyDocumentAsync(draft)).RemovedAt);
    }

    [Fact]
    public async Task Validity_WrongDate_IsSaidAndKeptAsTyped()
    {
        var (_, draft, person) = await portal.DraftAsync(("agrements", "esus"));
        await UploadAsync(person, draft, "piece-esusapproval", ("agrément.pdf", Pdf));
        var id = (await portal.OnlyDocumentAsync(draft)).Id;

        await person.PressAsync("Enregistrer les dates", ($"debut-{id:N}-jour", "31"), ($"debut-{id:N}-mois", "2"), ($"debut-{id:N}-annee", "2025"), ($"fin-{id:N}-jour", "1"), ($"fin-{id:N}-mois", "3"), ($"fin-{id:N}-annee", "2030"));
        Assert.Contains("n’existe pas", person.ErrorOf($"debut-{id:N}"), StringComparison.Ordinal);
        Assert.Equal("31", person.ValueOf($"debut-{id:N}-jour"));

        await person.PressAsync("Enregistrer les dates", ($"debut-{id:N}-jour", "1"));
        Assert.Equal($"/demandes/{draft}/pieces", person.Address);
        var document = await portal.OnlyDocumentAsync(draft);
        Assert.Equal((new DateOnly(2025, 2, 1), new DateOnly(2030, 3, 1)), (document.ValidFrom, document.ValidUntil));
    }

    [Fact]
    public async Task Script_UploadAndStates_AnswerJson()
    {
        var (_, draft, person) = await portal.DraftAsync();
        await person.GoAsync($"/demandes/{draft}/pieces");
        using var form = Form(person, "piece-other", ("facture.pdf", Executable));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/demandes/{draft}/pieces?handler=Add") { Content = form };
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");

        var answer = await person.Http.SendAsync(request, Stop);

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains("facture.pdf", json.RootElement.GetProperty("errors")[0].GetString(), StringComparison.Ordinal);
        await UploadAsync(person, draft, "piece-other", ("présentation.pdf", Pdf));
        using var states = JsonDocument.Parse(await person.Http.GetStringAsync($"/demandes/{draft}/pieces?handler=States", Stop));
        Assert.Equal(("non analysé", false), (states.RootElement[0].GetProperty("words").GetString(), states.RootElement[0].GetProperty("pending").GetBoolean()));
    }
}
