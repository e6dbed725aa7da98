using System.Text.RegularExpressions;
using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Applicant;

public sealed class FilingByKeyboardTests(Portal portal)
{
    [Fact]
    public async Task Keyboard_Alone_GoesFromTheTaskListToTheFiling()
    {
        var draft = await Draft.StartAsync(portal, [.. Draft.Whole.Where(answer => answer.Item1 is not ("liees" or "minimis" or "titre") && !answer.Item1.StartsWith("depenses.", StringComparison.Ordinal))]);
        var page = await portal.SignedInAsync(draft.Account);
        await page.GotoAsync(draft.Root);

        await page.PressOnAsync("a[href$='/projet']", "Enter");
        await Assertions.Expect(page.Locator("#titre")).ToBeVisibleAsync();
        await page.TypeInAsync("#titre", "Vendre nos paniers en ligne");
        await page.Keyboard.PressAsync("Enter");
        await page.ExpectTitleAsync("Dépenses");
        await page.PressOnAsync("button[formaction]", "Enter");
        await page.ExpectTitleAsync("Dépense ");
        await page.PressOnAsync("input[name=categorie]", "Space");
        await page.TypeInAsync("#montant", "6000");
        await page.PressOnAsync("input[name=nature]", "Space");
        await page.PressOnAsync("form[data-autosave] button", "Enter");
        await page.ExpectTitleAsync("Dépenses");
        await page.PressOnAsync("form[data-autosave] .govuk-button-group button", "Enter");
        await page.ExpectTitleAsync("Plan de financement");
        await page.PressOnAsync("form[data-autosave] .govuk-button-group button", "Space");
        await page.ExpectTitleAsync("Déclaration des aides de minimis");
        await page.PressOnAsync("input[name=liees]", "Space", "ArrowRight");
        await page.PressOnAsync("input[name=minimis]", "Space", "ArrowDown", "Enter");
        await page.ExpectTitleAsync("Déclarations");
        await page.PressOnAsync("a.govuk-back-link", "Enter");
        await Assertions.Expect(page.GetByText("7 étapes complètes sur 8.")).ToBeVisibleAsync();
        await page.PressOnAsync("a[href$='/verification']", "Enter");
        await page.ExpectTitleAsync("Vérifier et déposer");
        await page.PressOnAsync("form[action$='/depot'] button", "Enter");

        await page.ExpectTitleAsync("Demande déposée");
        await page.PressOnAsync("a[href$='/suivi']", "Enter");
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^Suivi"));
    }
}
