using System.Text.RegularExpressions;
using Iness.EndToEnd.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Applicant;

/// <summary>Typed without a connection, kept in the browser, saved when it is back.</summary>
public sealed class LostConnectionTests(Portal portal)
{
    private const string Typed = "Nos commandes arrivent par téléphone et par courriel.";

    [Fact]
    public async Task TypedOffline_PageClosed_ComesBackAndIsSaved()
    {
        var draft = await Draft.StartAsync(portal, Draft.Whole);
        var page = await portal.SignedInAsync(draft.Account, 320);
        await page.GotoAsync($"{draft.Root}/projet");
        await page.Context.SetOfflineAsync(true);
        await page.GetByLabel("D’où partez-vous").FillAsync(Typed);
        await Assertions.Expect(page.Locator("[data-save-state]")).ToHaveTextAsync(new Regex("^Pas de connexion"));
        await page.PressAsync("Enregistrer et continuer");
        await Assertions.Expect(page.GetByLabel("D’où partez-vous")).ToHaveValueAsync(Typed);
        await page.CloseAsync();

        await page.Context.SetOfflineAsync(false);
        page = await page.Context.NewPageAsync();
        await page.GotoAsync($"{draft.Root}/projet");

        await Assertions.Expect(page.GetByLabel("D’où partez-vous")).ToHaveValueAsync(Typed);
        await Assertions.Expect(page.Locator("[data-save-state]")).ToHaveTextAsync(new Regex("^Enregistré à"));
        Assert.Equal(Typed, await SavedAsync(draft));
    }

    [Fact]
    public async Task ConnectionBack_PageStillOpen_IsSavedByItself()
    {
        var draft = await Draft.StartAsync(portal, Draft.Whole);
        var page = await portal.SignedInAsync(draft.Account);
        await page.GotoAsync($"{draft.Root}/projet");
        await page.Context.SetOfflineAsync(true);
        await page.GetByLabel("D’où partez-vous").FillAsync(Typed);
        await Assertions.Expect(page.Locator("[data-save-state]")).ToHaveTextAsync(new Regex("^Pas de connexion"));

        await page.Context.SetOfflineAsync(false);

        await Assertions.Expect(page.Locator("[data-save-state]")).ToHaveTextAsync(new Regex("^Enregistré à"));
        Assert.Equal(Typed, await SavedAsync(draft));
    }

    private Task<string> SavedAsync(Draft draft) => portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == draft.Id)
        .SelectMany(found => found.Answers).Where(answer => answer.Key == "besoin").Select(answer => answer.Value).SingleAsync(TestContext.Current.CancellationToken));
}
