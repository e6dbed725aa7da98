using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Applicant;

/// <summary>Filing an application, and what its organisation can do with it afterwards.</summary>
public sealed class FilingTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Deposit_FromTheCheckPage_GivesOneNumberHoweverOftenItIsSent()
    {
        var (person, draft) = await portal.FilerAsync("900100017");
        await person.GoAsync($"/demandes/{draft}/verification");

        await person.PressAsync("Déposer la demande");

        Assert.Equal($"/demandes/{draft}/depot/fait", person.Address);
        var number = await portal.NumberAsync(draft);
        Assert.Equal("Demande déposée", person.Heading);
        Assert.Contains(number!, person.Text, StringComparison.Ordinal);
        Assert.Contains("24 janvier 2027", person.Text, StringComparison.Ordinal);
        await person.PostAsync($"/demandes/{draft}/depot", ("revision", "0"));
        Assert.Equal($"/demandes/{draft}/depot/fait", person.Address);
        Assert.Contains(number!, person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deposit_AnswersChangedMeanwhile_ComesBackToBeReadAgain()
    {
        var (person, draft) = await portal.FilerAsync("900200015");
        await person.GoAsync($"/demandes/{draft}/verification");

        await person.PressAsync("Déposer la demande", ("revision", "7"));

        Assert.Equal($"/demandes/{draft}/verification", person.Address);
        Assert.Contains("a changé depuis que vous l’avez relue", person.Text, StringComparison.Ordinal);
        Assert.Null(await portal.NumberAsync(draft));
    }

    [Fact]
    public async Task Deposit_AnswerWithTwoValues_IsChosenOnTheCheckPageFirst()
    {
        var (person, draft) = await portal.FilerAsync("901000015");
        foreach (var value in new[] { "7", "8" })
        {
            await person.GoAsync($"/demandes/{draft}/depenses/c1");
            await person.PostAsync($"/demandes/{draft}/depenses/c1", ("libelle", value), ("vu.libelle", "0"));
        }

        await person.GoAsync($"/demandes/{draft}/verification");
        Assert.DoesNotContain(person.Page.QuerySelectorAll("button"), button => button.TextContent.StartsWith("Déposer", StringComparison.Ordinal));
        await person.PostAsync($"/demandes/{draft}/depot", ("revision", "1"));
        Assert.Contains("a deux valeurs", person.Text, StringComparison.Ordinal);
        Assert.Null(await portal.NumberAsync(draft));

        await person.PressAsync("Garder pour", ("autre", "true"));
        await person.PressAsync("Déposer la demande");
        Assert.NotNull(await portal.NumberAsync(draft));
    }

    [Fact]
    public async Task Acknowledgement_MentionsAllThatTheLawAsks()
    {
        var (person, draft) = await portal.FiledAsync("900300013");

        await person.GoAsync($"/demandes/{draft}/accuse");

        var letter = person.Page.Body!.TextContent.Replace('\u00A0', ' ');
        foreach (var mention in new[]
        {
            (await portal.NumberAsync(draft))!, "24 novembre 2026", "Service chargé de l’aide INESS", "03 74 27 00 00", "151 avenue du président Hoover",
            "Son silence vaut rejet", "24 janvier 2027", "tribunal administratif de Lille", "12 rue des Tisserands", "Statuts",
        }) Assert.Contains(mention, letter, StringComparison.Ordinal);
        Assert.Contains("sandbox", person.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        await person.GoAsync($"/demandes/{draft}/accuse.pdf");
        Assert.True(person.Response.Content.Headers.ContentType!.MediaType == "application/pdf" || person.Page.Body!.TextContent.Contains("PDF n’est pas disponible", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_OnceFiled_ShowTheDocumentsFiledWithThem()
    {
        var (person, draft) = await portal.FilerAsync("900700014");
        await DocumentSender.UploadAsync(person, draft, "piece-other", ("présentation.pdf", DocumentSender.Pdf));
        await person.GoAsync($"/demandes/{draft}/verification");
        await person.PressAsync("Déposer la demande");

        await person.GoAsync($"/demandes/{draft}/reponses");

        var document = await portal.OnlyDocumentAsync(draft);
        Assert.Equal($"/documents/{document.Id}", person.Page.QuerySelectorAll("main a").Single(link => link.TextContent == "présentation.pdf").GetAttribute("href"));
        Assert.Contains("non analysé", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryPage_OfAnotherOrganisation_IsNotFound()
    {
        var (_, draft) = await portal.FiledAsync("900800012");
        var stranger = await portal.SignedInAsync(await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(portal.Clock, "Sacha Loin");
            await db.OrganisationAsync(portal.Clock, "900900010", account);
            return account;
        }));

        foreach (var page in new[] { "depot", "depot/fait", "accuse", "accuse.pdf", "suivi", "reponses", "retrait", "copie", "suppression" })
        {
            await stranger.GoAsync($"/demandes/{draft}/{page}");
            Assert.True(stranger.Status == 404, page);
        }

        foreach (var action in new[] { "depot", "retrait", "copie", "suppression", "suivi?handler=Message", "suivi?handler=Answer" })
        {
            // A page with a form of one's own, for its token.
            await stranger.GoAsync("/demandes/nouvelle");
            await stranger.PostAsync($"/demandes/{draft}/{action}", ("revision", "0"), ("message", "Bonjour"));
            Assert.True(stranger.Status == 404, $"{action}: {stranger.Status}");
        }

        Assert.Equal(FileStatus.Filed, await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == draft).Select(found => found.Status).SingleAsync()));
    }
}
