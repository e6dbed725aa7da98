using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Simulator;

public sealed class KeyboardTests(Portal portal)
{
    [Fact]
    public async Task Keyboard_Alone_WalksTheWholeSimulator()
    {
        var page = await portal.PageAsync();
        await page.GotoAsync("/simulateur");
        await page.TabToAsync("#q");
        await page.Keyboard.TypeAsync("90010001700012");
        await page.Keyboard.PressAsync("Enter");
        await page.ExpectTitleAsync("Ce que dit l’annuaire");
        await page.TabToAsync("a.govuk-button");
        await page.Keyboard.PressAsync("Enter");

        await AnswerAsync(page, "Agréments", "input[name=agrements][value=aucun]", "Space");
        await AnswerAsync(page, "Chiffre d’affaires", "#chiffre-affaires", "450000");
        await AnswerAsync(page, "Effectif", "#effectif", "7,5");
        await AnswerAsync(page, "Activité économique", "input[name=activite-economique]", "Space");
        await AnswerAsync(page, "Secteurs exclus", "input[name=secteurs][value=aucun]", "Space");
        await page.ExpectTitleAsync("Impôts et cotisations");
        await page.TabToAsync("input[name=impots]");
        await page.Keyboard.PressAsync("Space");
        await AnswerAsync(page, "Impôts et cotisations", "input[name=cotisations]", "Space");
        await page.ExpectTitleAsync("Difficulté");
        await page.TabToAsync("input[name=procedure]");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await AnswerAsync(page, "Difficulté", "input[name=sauvetage]", "Space", "ArrowDown");

        await page.ExpectTitleAsync("Dépenses");
        await page.TabToAsync("input[name=categorie]");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("#montant");
        await page.Keyboard.TypeAsync("6000");
        await AnswerAsync(page, "Dépenses", "input[name=nature]", "Space");
        await page.ExpectTitleAsync("Autres aides");
        await page.TabToAsync("input[name=aides]");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("input[name=minimis]");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await AnswerAsync(page, "Autres aides", "input[name=demande]", "Space", "ArrowDown");

        await page.ExpectTitleAsync("Votre projet paraît éligible");
    }

    private static async Task AnswerAsync(IPage page, string title, string selector, params string[] keys)
    {
        await page.ExpectTitleAsync(title);
        await page.TabToAsync(selector);
        foreach (var key in keys)
        {
            if (key is "Space" or "ArrowDown") await page.Keyboard.PressAsync(key);
            else await page.Keyboard.TypeAsync(key);
        }

        await page.Keyboard.PressAsync("Enter");
    }
}
