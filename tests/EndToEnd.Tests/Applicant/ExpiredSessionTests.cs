using System.Text.RegularExpressions;
using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Applicant;

/// <summary>A session that ends in the middle of a form takes nothing with it.</summary>
public sealed class ExpiredSessionTests(Portal portal)
{
    private const string Typed = "Ouvrir une boutique en ligne, puis former l’équipe.";

    [Fact]
    public async Task Script_SaysIt_AndTheButtonLeadsToSignInAndBack()
    {
        var draft = await Draft.StartAsync(portal, Draft.Whole);
        var page = await portal.SignedInAsync(draft.Account);
        await page.GotoAsync($"{draft.Root}/projet");
        await portal.EndSessionsAsync(draft.Account);

        await page.GetByLabel("Que voulez-vous faire").FillAsync(Typed);

        await Assertions.Expect(page.Locator("[data-save-state]")).ToHaveTextAsync(new Regex("^Votre session a expiré"));
        await page.PictureAsync();
        await ResumeAsync(page, draft, javaScript: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Button_PressedAtOnce_LeadsToSignInAndBack(bool javaScript)
    {
        var draft = await Draft.StartAsync(portal, Draft.Whole);
        var page = await portal.SignedInAsync(draft.Account, 320, javaScript);
        await page.GotoAsync($"{draft.Root}/projet");
        await portal.EndSessionsAsync(draft.Account);

        await page.GetByLabel("Que voulez-vous faire").FillAsync(Typed);

        await ResumeAsync(page, draft, javaScript);
    }

    private async Task ResumeAsync(IPage page, Draft draft, bool javaScript)
    {
        await page.PressAsync("Enregistrer et continuer");
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^Se connecter"));
        var back = Uri.UnescapeDataString(page.Url.Split("retour=")[1]);
        Assert.StartsWith("/reprise/", back, StringComparison.Ordinal);
        await portal.SignInAsync(page, draft.Account);
        await page.GotoAsync(back);
        // Axe is a script too.
        if (javaScript) await page.ExpectAccessibleAsync();
        await page.PressAsync("Reprendre et enregistrer");
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^Dépenses"));

        await page.GotoAsync($"{draft.Root}/projet");
        await Assertions.Expect(page.GetByLabel("Que voulez-vous faire")).ToHaveValueAsync(Typed);
    }
}
