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
        await ExpectErrorAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Répondre sans recherche", Exact = true }).ClickAsync();

        var seen = new HashSet<string>();
        while (!page.Url.Contains("/resultat", StringComparison.Ordinal))
        {
            Assert.True(seen.Add(new Uri(page.Url).AbsolutePath), $"{page.Url} is asked twice.");
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Continuer|Enregistrer et continuer)$") }).ClickAsync();
            await ExpectErrorAsync(page);
            await DoNotKnowAsync(page);
        }

        Assert.InRange(seen.Count, 10, 12);
        await page.ExpectTitleAsync("Votre projet est peut-être éligible");
        await page.ExpectAccessibleAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task CostLine_InItsErrorState_IsAccessibleAndKeepsWhatWasTyped(int width)
    {
        var page = await portal.PageAsync(width);
        await Walk.ToCostsAsync(page);
        await page.GetByLabel("Montant hors taxes").FillAsync("12,345");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et continuer" }).ClickAsync();

        await ExpectErrorAsync(page);
        Assert.Equal("12,345", await page.GetByLabel("Montant hors taxes").InputValueAsync());
        await Assertions.Expect(page.Locator("#montant-erreur")).ToContainTextAsync("1 234,50");
    }

    [Fact]
    public async Task Keyboard_Alone_WalksTheWholeSimulator()
    {
        var page = await portal.PageAsync();
        await page.GotoAsync("/simulateur");
        await TabToAsync(page, "#q");
        await page.Keyboard.TypeAsync("90010001700012");
        await page.Keyboard.PressAsync("Enter");
        await page.ExpectTitleAsync("Ce que dit l’annuaire");
        await TabToAsync(page, "a.govuk-button");
        await page.Keyboard.PressAsync("Enter");

        await AnswerAsync(page, "Agréments", "input[name=agrements][value=aucun]", "Space");
        await AnswerAsync(page, "Chiffre d’affaires", "#chiffre-affaires", "450000");
        await AnswerAsync(page, "Effectif", "#effectif", "7,5");
        await AnswerAsync(page, "Activité économique", "input[name=activite-economique]", "Space");
        await AnswerAsync(page, "Secteurs exclus", "input[name=secteurs][value=aucun]", "Space");
        await page.ExpectTitleAsync("Impôts et cotisations");
        await TabToAsync(page, "input[name=impots]");
        await page.Keyboard.PressAsync("Space");
        await AnswerAsync(page, "Impôts et cotisations", "input[name=cotisations]", "Space");
        await page.ExpectTitleAsync("Difficulté");
        await TabToAsync(page, "input[name=procedure]");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await AnswerAsync(page, "Difficulté", "input[name=sauvetage]", "Space", "ArrowDown");

        await page.ExpectTitleAsync("Dépenses");
        await TabToAsync(page, "input[name=categorie]");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "#montant");
        await page.Keyboard.TypeAsync("6000");
        await AnswerAsync(page, "Dépenses", "input[name=nature]", "Space");
        await page.ExpectTitleAsync("Autres aides");
        await TabToAsync(page, "input[name=aides]");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "input[name=minimis]");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await AnswerAsync(page, "Autres aides", "input[name=demande]", "Space", "ArrowDown");

        await page.ExpectTitleAsync("Votre projet paraît éligible");
    }

    [Fact]
    public async Task RunningResult_WithJavaScript_FollowsWhatIsTyped()
    {
        var page = await portal.PageAsync();
        await Walk.ToCostsAsync(page);
        await Assertions.Expect(page.Locator("#mois")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#materiel-1")).ToBeHiddenAsync();

        await page.ChooseAsync("Gestion de la relation client (CRM)");
        await page.ChooseAsync("Un abonnement");
        await page.GetByLabel("Montant hors taxes").FillAsync("8 000");
        await page.GetByLabel("Si c’est un abonnement, sa durée").FillAsync("24");

        await Assertions.Expect(page.Locator("#estimation")).ToContainTextAsync("1 600 €");
        await Assertions.Expect(page.Locator("#estimation")).ToContainTextAsync("4 000 €");
    }

    [Fact]
    public async Task CostLine_ChangedThenRemoved_IsGone()
    {
        var page = await portal.PageAsync(javaScript: false);
        await Walk.ToCostsAsync(page);
        await Walk.AddShopAsync(page, "2 000");
        await Assertions.Expect(page.Locator("#estimation")).ToContainTextAsync("AID-2");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("Modifier") }).ClickAsync();
        await page.GetByLabel("Montant hors taxes").FillAsync("5 000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#estimation")).ToContainTextAsync("2 000 €");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Retirer") }).ClickAsync();
        await Assertions.Expect(page.GetByText("Votre première dépense")).ToBeVisibleAsync();
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
        var page = await portal.PageAsync();
        portal.Register.Then([.. Enumerable.Repeat(mood, tries)]);
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
        await ExpectErrorAsync(page);
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
        await ExpectErrorAsync(page);
        await page.ChooseAsync("Béthune (62400)");
        await page.ContinueAsync();
        await page.ExpectTitleAsync("Chiffre d’affaires");
    }

    private static async Task ExpectErrorAsync(IPage page)
    {
        await page.ExpectTitleAsync("Erreur : ");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await page.ExpectAccessibleAsync();
        await page.Locator(".govuk-error-summary a").First.ClickAsync();
        Assert.NotEqual("BODY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
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

    private static async Task AnswerAsync(IPage page, string title, string selector, params string[] keys)
    {
        await page.ExpectTitleAsync(title);
        await TabToAsync(page, selector);
        foreach (var key in keys)
        {
            if (key is "Space" or "ArrowDown") await page.Keyboard.PressAsync(key);
            else await page.Keyboard.TypeAsync(key);
        }

        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
        }

        Assert.Fail($"{selector} cannot be reached with the Tab key on {page.Url}.");
    }
}
