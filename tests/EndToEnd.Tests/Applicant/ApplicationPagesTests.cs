using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Applicant;

/// <summary>Every page of an application, as it is and with its errors, on a phone and on a desk.</summary>
public sealed class ApplicationPagesTests(Portal portal)
{
    [Theory]
    [CombinatorialPages("", "/structure", "/eligibilite", "/projet", "/depenses", "/depenses/ajouter", "/depenses/a001", "/financement", "/minimis", "/engagements", "/verification")]
    public async Task Page_OfADraft_IsAccessible(string path, int width)
    {
        var draft = await Draft.StartAsync(portal, Draft.Whole);
        var page = await portal.SignedInAsync(draft.Account, width);

        await page.GotoAsync(draft.Root + path);

        Assert.Equal(1, await page.Locator("h1").CountAsync());
        await page.ExpectAccessibleAsync();
    }

    [Fact]
    public async Task Overview_WholeAnswers_SaysThatOnlyTheDocumentsAreLeft()
    {
        var draft = await Draft.StartAsync(portal, Draft.Whole);
        var page = await portal.SignedInAsync(draft.Account);

        await page.GotoAsync(draft.Root);

        await Assertions.Expect(page.GetByText("7 étapes complètes sur 8.")).ToBeVisibleAsync();
    }

    [Theory]
    [CombinatorialPages("/demandes", "/demandes/nouvelle")]
    public async Task Page_OfApplications_IsAccessible(string path, int width)
    {
        var draft = await Draft.StartAsync(portal, Draft.Whole);
        var page = await portal.SignedInAsync(draft.Account, width);

        await page.GotoAsync(path);

        await page.ExpectAccessibleAsync();
    }

    [Theory]
    [CombinatorialPages("/structure", "/eligibilite", "/projet", "/depenses", "/financement", "/minimis", "/engagements")]
    public async Task Section_LeftEmpty_SaysWhatIsMissingAndMovesTheFocus(string path, int width)
    {
        var draft = await Draft.StartAsync(portal, ("forme", "9220"));
        var page = await portal.SignedInAsync(draft.Account, width);
        await page.GotoAsync(draft.Root + path);

        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et continuer", Exact = true }).ClickAsync();

        await page.ExpectErrorAsync();
    }
}
