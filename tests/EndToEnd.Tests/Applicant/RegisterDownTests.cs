using Iness.EndToEnd.Tests.Browser;
using Iness.TestKit;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Applicant;

/// <summary>Without the company register, the same work can be done by typing.</summary>
public sealed class RegisterDownTests(Portal shared)
{
    [Fact]
    public async Task Register_Down_TheNameIsTypedAndTheApplicationIsFiled()
    {
        await using var portal = await shared.BesideAsync();
        portal.Register.Mood = RegisterMood.Failing;
        var page = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(TimeProvider.System)), 320);
        await page.GotoAsync("/demandes/nouvelle");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter ma structure" }).ClickAsync();
        await page.GetByLabel("SIREN de votre structure").FillAsync("900 100 017");
        await page.ContinueAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ne répond pas");
        await page.ExpectAccessibleAsync();
        await page.ContinueAsync();
        await page.ExpectErrorAsync();
        await page.GetByLabel("Nom de votre structure").FillAsync("Les Jardins d’essai");
        await page.ContinueAsync();

        await page.PressAsync("Créer la demande aujourd’hui");
        await Assertions.Expect(page.GetByText("Les Jardins d’essai", new() { Exact = true })).ToBeVisibleAsync();
        await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}/engagements");
        foreach (var box in await page.GetByRole(AriaRole.Checkbox).AllAsync()) await box.CheckAsync();
        await page.PressAsync("Enregistrer et revenir aux étapes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier et déposer" }).ClickAsync();
        await page.ExpectAccessibleAsync();
        await page.PressAsync("Déposer la demande");

        await page.ExpectTitleAsync("Demande déposée");
        await page.ExpectAccessibleAsync();
    }
}
