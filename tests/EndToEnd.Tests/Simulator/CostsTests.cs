using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Simulator;

public sealed class CostsTests(Portal portal)
{
    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task CostLine_InItsErrorState_IsAccessibleAndKeepsWhatWasTyped(int width)
    {
        var page = await portal.PageAsync(width);
        await Walk.ToCostsAsync(page);
        await page.GetByLabel("Montant hors taxes").FillAsync("12,345");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et continuer" }).ClickAsync();

        await page.ExpectErrorAsync();
        Assert.Equal("12,345", await page.GetByLabel("Montant hors taxes").InputValueAsync());
        await Assertions.Expect(page.Locator("#montant-erreur")).ToContainTextAsync("1 234,50");
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

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Lines_WithTheirReasons_AreAccessibleWhileOneIsChanged(int width)
    {
        var page = await portal.PageAsync(width);
        await Walk.ToCostsAsync(page);
        await Walk.AddShopAsync(page, "6 000");
        await page.ChooseAsync("Site vitrine, sans vente en ligne");
        await page.GetByLabel("Montant hors taxes").FillAsync("900");
        await page.ChooseAsync("Un achat");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et en ajouter une autre" }).ClickAsync();
        await Assertions.Expect(page.Locator(".cost-lines")).ToContainTextAsync("XCO-1");
        await page.ExpectAccessibleAsync();

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("Modifier Site vitrine") }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Montant hors taxes")).ToHaveValueAsync("900");
        await page.ExpectAccessibleAsync();
    }

    [Fact]
    public async Task Continue_WithALineTyped_DoesNotLoseIt()
    {
        var page = await portal.PageAsync(javaScript: false);
        await Walk.ToCostsAsync(page);
        await Walk.AddShopAsync(page, "6 000");
        await Walk.TypeShopAsync(page, "1 000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et continuer" }).ClickAsync();
        await page.ExpectTitleAsync("Autres aides");
        await page.GetByRole(AriaRole.Link, new() { Name = "Précédent" }).ClickAsync();

        await Assertions.Expect(page.Locator(".cost-lines > li")).ToHaveCountAsync(2);
    }
}
