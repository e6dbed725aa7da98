using Iness.EndToEnd.Tests.Browser;
using Iness.TestKit;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Simulator;

public sealed class SimulatorTests(Portal portal)
{
    private const int MostPagesInTwoMinutes = 12;

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, true)]
    [InlineData(390, false)]
    public async Task Association_FromRegisterToResult_IsEligibleOnEveryScreen(int width, bool javaScript)
    {
        var page = await portal.PageAsync(width, javaScript);

        var pages = await Walk.ToCostsAsync(page);
        await Walk.TypeShopAsync(page, "6 000,00 €");
        pages += await Walk.ToResultAsync(page);

        Assert.InRange(pages, 1, MostPagesInTwoMinutes);
        await Assertions.Expect(page.Locator(".verdict__amount")).ToHaveTextAsync("2 400 €");
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task EachPage_InItsNormalState_IsAccessible(int width)
    {
        var page = await portal.PageAsync(width);

        await Walk.ToCostsAsync(page, p => p.ExpectAccessibleAsync());
        await Walk.AddShopAsync(page, "6000");
        await page.ExpectAccessibleAsync();
        await Walk.ToResultAsync(page, p => p.ExpectAccessibleAsync());
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task EachQuestion_InItsErrorState_IsAccessibleAndMovesTheFocus(int width)
    {
        var page = await portal.PageAsync(width);
        await page.GotoAsync("/simulateur");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).ClickAsync();
        await page.ExpectErrorAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Répondre sans recherche", Exact = true }).ClickAsync();

        var seen = new HashSet<string>();
        while (!page.Url.Contains("/resultat", StringComparison.Ordinal))
        {
            Assert.True(seen.Add(new Uri(page.Url).AbsolutePath), $"{page.Url} is asked twice.");
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Continuer|Enregistrer et continuer)$") }).ClickAsync();
            await page.ExpectErrorAsync();
            await DoNotKnowAsync(page);
        }

        Assert.InRange(seen.Count, 10, 12);
        await page.ExpectTitleAsync("Votre projet est peut-être éligible");
        await page.ExpectAccessibleAsync();
    }

    [Fact]
    public async Task Refused_AtOnce_SaysWhyAndLetsOneGoOnOrCorrect()
    {
        var page = await portal.PageAsync();
        await page.GotoAsync("/simulateur?q=900100033");
        await page.ExpectTitleAsync("Ce que dit l’annuaire");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();

        await page.ExpectTitleAsync("Votre projet n’est pas éligible");
        await Assertions.Expect(page.Locator(".verdict")).ToContainTextAsync("2 400 000 €");
        await page.ExpectAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer quand même" }).ClickAsync();
        await page.ExpectTitleAsync("Agréments");
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Modifier Chiffre d’affaires" }).ClickAsync();
        await page.GetByLabel("Quel est votre chiffre d’affaires").FillAsync("400000");
        await page.ContinueAsync();
        await page.ExpectTitleAsync("Agréments");
    }

    [Fact]
    public async Task Back_InTheBrowser_ShowsTheAnswerAndGoesOn()
    {
        var page = await portal.PageAsync();
        await Walk.ToCostsAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Précédent" }).ClickAsync();
        await page.ExpectTitleAsync("Difficulté");
        Assert.True(await page.Locator("#procedure-2").IsCheckedAsync());
        await page.ContinueAsync();
        await page.ExpectTitleAsync("Dépenses");
        await page.GoBackAsync();
        await page.GoBackAsync();
        await page.GoBackAsync();
        await page.ReloadAsync();
        await page.ExpectTitleAsync("Difficulté");
    }

    [Theory]
    [InlineData(RegisterMood.Failing, 3)]
    [InlineData(RegisterMood.Garbled, 1)]
    public async Task Register_Down_TheSameQuestionsAreAsked(RegisterMood mood, int tries)
    {
        // A register of its own: what it is about to answer is for no other test.
        await using var beside = await portal.BesideAsync();
        var page = await beside.PageAsync();
        beside.Register.Then([.. Enumerable.Repeat(mood, tries)]);
        await page.GotoAsync("/simulateur?q=900100017");

        await page.ExpectTitleAsync("Forme juridique");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Annuaire des entreprises ne répond pas");
        await page.ExpectAccessibleAsync();
    }

    [Fact]
    public async Task Name_Searched_OffersTheMatches()
    {
        var page = await portal.PageAsync(320);
        await page.GotoAsync("/simulateur?q=beffroi");
        await page.ExpectTitleAsync("Choisir la structure");
        await page.ExpectAccessibleAsync();
        await page.ContinueAsync();
        await page.ExpectErrorAsync();
        await page.ChooseAsync("SCOP DU BEFFROI D’ESSAI");
        await page.ContinueAsync();

        await page.ExpectTitleAsync("Ce que dit l’annuaire");
        await Assertions.Expect(page.GetByText("910 000 €")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("exercice 2024")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Commune_WithNamesakes_IsChosen()
    {
        var page = await portal.PageAsync();
        await page.GotoAsync("/simulateur");
        await page.GetByRole(AriaRole.Link, new() { Name = "Répondre sans recherche", Exact = true }).ClickAsync();
        await page.ChooseAsync("Association déclarée (loi 1901)");
        await page.ContinueAsync();
        await page.ChooseAsync("Aucun de ces agréments");
        await page.ContinueAsync();
        await page.ChooseAsync("En activité");
        await page.ContinueAsync();
        await page.GetByLabel("Dans quelle commune").FillAsync("62400");
        await page.ContinueAsync();
        await page.ExpectErrorAsync();
        await page.ChooseAsync("Béthune (62400)");
        await page.ContinueAsync();
        await page.ExpectTitleAsync("Chiffre d’affaires");
    }

    /// <summary>A button for the whole page, or a choice in each question of a page that holds several.</summary>
    private static async Task DoNotKnowAsync(IPage page)
    {
        var button = page.GetByRole(AriaRole.Button, new() { NameRegex = new("Je ne sais pas|Je ne connais pas") });
        if (await button.CountAsync() > 0)
        {
            await button.ClickAsync();
            return;
        }

        foreach (var choice in await page.GetByLabel("Je ne sais pas", new() { Exact = true }).AllAsync()) await choice.CheckAsync();
        await page.ContinueAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Link_CutByAMailProgram_IsExplained(int width)
    {
        var page = await portal.PageAsync(width);
        await Walk.ToCostsAsync(page);
        await page.GotoAsync(page.Url[..^4]);

        await page.ExpectTitleAsync("Ce lien de simulation ne peut pas être lu");
        await page.ExpectAccessibleAsync();
    }

    [Fact]
    public async Task OtherAid_WithJavaScript_AsksForAmountsOnlyOnceThereIsSome()
    {
        var page = await portal.PageAsync();
        await Walk.ToCostsAsync(page);
        await Walk.TypeShopAsync(page, "6000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et continuer" }).ClickAsync();
        await page.ExpectTitleAsync("Autres aides");

        await Assertions.Expect(page.Locator("#montant-aides")).ToBeHiddenAsync();
        await page.ChooseAsync("Oui, dont une autre aide de la Région pour le numérique");
        await Assertions.Expect(page.Locator("#montant-aides")).ToBeVisibleAsync();
        await page.GetByLabel("Si oui, montant total de ces aides", new() { Exact = true }).FillAsync("500");
        foreach (var no in await page.GetByLabel("Non", new() { Exact = true }).AllAsync()) await no.CheckAsync();
        await page.ContinueAsync();
        await page.ExpectTitleAsync("Votre projet n’est pas éligible");
        await Assertions.Expect(page.Locator(".verdict")).ToContainTextAsync("CUM-2");
    }
}
