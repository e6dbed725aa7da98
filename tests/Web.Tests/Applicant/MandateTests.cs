using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using static Iness.Web.Tests.Applicant.DocumentSender;

namespace Iness.Web.Tests.Applicant;

/// <summary>The mandate of an organisation: given on its own page, cited by what is filed.</summary>
public sealed class MandateTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mandate_GivenThenReplaced_IsTheLastAndIsInTheLetter()
    {
        var (person, draft) = await portal.FilerAsync("902000013");
        var organisation = await OrganisationAsync(draft);
        await person.GoAsync("/structures");
        Assert.Contains("Aucun mandat", person.Text, StringComparison.Ordinal);

        await SendAsync(person, organisation, "mandat.exe", Executable);
        Assert.StartsWith("Erreur", person.Page.Title, StringComparison.Ordinal);
        Assert.Contains("mandat.exe", person.ErrorOf($"mandat-{organisation}"), StringComparison.Ordinal);
        await SendAsync(person, organisation, "premier.pdf", Pdf);
        await SendAsync(person, organisation, "pouvoir.pdf", Pdf);

        Assert.Equal("/structures", person.Address.Split('#')[0]);
        Assert.Contains("pouvoir.pdf", person.Text, StringComparison.Ordinal);
        Assert.Contains("non analysé", person.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("premier.pdf", person.Text, StringComparison.Ordinal);
        var link = person.Page.QuerySelectorAll("main a").First(found => found.TextContent == "pouvoir.pdf").GetAttribute("href")!;
        Assert.Equal(Pdf, await person.Http.GetByteArrayAsync(link, Stop));

        await person.GoAsync($"/demandes/{draft}/verification");
        await person.PressAsync("Déposer la demande");
        await person.GoAsync($"/demandes/{draft}/accuse");
        Assert.Contains("pouvoir.pdf", person.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("premier.pdf", person.Page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mandate_OfAnotherOrganisation_IsNotFound()
    {
        var (owner, draft) = await portal.FilerAsync("902100011");
        var organisation = await OrganisationAsync(draft);
        await SendAsync(owner, organisation, "pouvoir.pdf", Pdf);
        var mandate = await portal.WithDatabaseAsync(db => db.Documents.Where(found => found.OrganisationId == organisation).Select(found => found.Id).SingleAsync(Stop));
        var (stranger, _) = await portal.FilerAsync("902200019");

        await SendAsync(stranger, organisation, "faux.pdf", Pdf);
        Assert.Equal(404, stranger.Status);
        await stranger.GoAsync($"/documents/{mandate}");
        Assert.Equal(404, stranger.Status);
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Documents.CountAsync(found => found.OrganisationId == organisation, Stop)));
    }

    private static async Task SendAsync(Person person, Guid organisation, string name, byte[] content)
    {
        await person.GoAsync("/structures");
        using var form = Form(person, "");
        form.Add(new ByteArrayContent(content), "mandat", name);
        await person.SendAsync(new(HttpMethod.Post, $"/structures/{organisation}/mandat") { Content = form });
    }

    private Task<Guid> OrganisationAsync(Guid draft) =>
        portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == draft).Select(found => found.OrganisationId).SingleAsync(Stop));
}
