using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Applicant;

/// <summary>The same answer typed twice: both values are shown, somebody chooses, nothing is lost.</summary>
public sealed class ConflictTests(Portal portal)
{
    [Fact]
    public async Task TwoTabs_SameAnswer_BothValuesAreShownAndOneIsChosen()
    {
        var draft = await Draft.StartAsync(portal, Draft.Whole);
        var first = await portal.SignedInAsync(draft.Account);
        var second = await first.Context.NewPageAsync();
        await first.GotoAsync($"{draft.Root}/projet");
        await second.GotoAsync($"{draft.Root}/projet");

        await SaveAsync(first, "Une boutique pour nos paniers", "Dépenses");
        await second.GetByLabel("Nom du projet").FillAsync("Vendre nos légumes en ligne");
        await second.GetByRole(AriaRole.Link, new() { Name = "Voir les deux valeurs" }).ClickAsync();

        var conflict = second.Locator(".conflicts");
        await Assertions.Expect(conflict).ToContainTextAsync("Une boutique pour nos paniers");
        await Assertions.Expect(conflict).ToContainTextAsync("Vendre nos légumes en ligne");
        await second.ExpectAccessibleAsync();
        await conflict.GetByRole(AriaRole.Button, new() { Name = "Vendre nos légumes en ligne" }).ClickAsync();
        await Assertions.Expect(conflict).ToHaveCountAsync(0);
        await Assertions.Expect(second.GetByLabel("Nom du projet")).ToHaveValueAsync("Vendre nos légumes en ligne");
        await first.GotoAsync($"{draft.Root}/projet");
        await Assertions.Expect(first.GetByLabel("Nom du projet")).ToHaveValueAsync("Vendre nos légumes en ligne");
    }

    [Fact]
    public async Task TwoColleagues_SameAnswer_AreNamedAndWhatNobodyTypedOverStays()
    {
        var draft = await Draft.StartAsync(portal, Draft.Whole);
        var camille = await portal.SignedInAsync(draft.Account);
        var sacha = await portal.SignedInAsync(await draft.ColleagueAsync(portal, "Sacha Dubois"), 320);
        await camille.GotoAsync($"{draft.Root}/projet");
        await sacha.GotoAsync($"{draft.Root}/projet");

        await camille.GetByLabel("D’où partez-vous").FillAsync("D’un cahier.");
        await SaveAsync(camille, "Une boutique pour nos paniers", "Dépenses");
        await SaveAsync(sacha, "Vendre nos légumes en ligne", "Votre projet");

        var conflict = sacha.Locator(".conflicts");
        await Assertions.Expect(conflict.Locator("dt").Nth(0)).ToContainTextAsync("Camille Roy");
        await Assertions.Expect(conflict.Locator("dt").Nth(1)).ToContainTextAsync("Sacha Dubois");
        await sacha.ExpectAccessibleAsync();
        await conflict.GetByRole(AriaRole.Button, new() { Name = "Une boutique pour nos paniers" }).ClickAsync();
        await Assertions.Expect(conflict).ToHaveCountAsync(0);
        await Assertions.Expect(sacha.GetByLabel("Nom du projet")).ToHaveValueAsync("Une boutique pour nos paniers");
        // Sacha had left this one as it was: that is no second value.
        await Assertions.Expect(sacha.GetByLabel("D’où partez-vous")).ToHaveValueAsync("D’un cahier.");
    }

    private static async Task SaveAsync(IPage page, string title, string next)
    {
        await page.GetByLabel("Nom du projet").FillAsync(title);
        await page.PressAsync("Enregistrer et continuer");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(next);
    }
}
