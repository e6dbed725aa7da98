using System.Text.RegularExpressions;
using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Applicant;

/// <summary>Everything is done by ordinary forms.</summary>
public sealed class NoScriptTests(Portal portal)
{
    [Fact]
    public async Task WithoutJavaScript_SectionsDocumentsAndFilingWork()
    {
        var draft = await Draft.StartAsync(portal, ("forme", "9220"));
        var page = await portal.SignedInAsync(draft.Account, 390, javaScript: false);
        await page.GotoAsync($"{draft.Root}/projet");
        await page.GetByLabel("Nom du projet").FillAsync("Vendre nos paniers en ligne");
        await page.PressAsync("Enregistrer et continuer");
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^Erreur : Votre projet"));
        await Assertions.Expect(page.GetByLabel("Nom du projet")).ToHaveValueAsync("Vendre nos paniers en ligne");

        await page.GotoAsync($"{draft.Root}/depenses");
        await page.PressAsync("Ajouter une dépense");
        await page.ChooseAsync("Site de vente en ligne");
        await page.GetByLabel("Montant hors taxes").FillAsync("6000");
        await page.ChooseAsync("Une prestation");
        await page.PressAsync("Enregistrer");
        await Assertions.Expect(page.Locator(".item-lines li")).ToContainTextAsync("6 000 €");

        await page.GotoAsync($"{draft.Root}/pieces");
        await Papers.Chooser(page, "Devis").SetInputFilesAsync([Papers.Pdf("devis-1.pdf"), Papers.Pdf("devis-2.pdf"), Papers.Text("virus.exe", "MZ un programme"u8.ToArray())]);
        await Papers.Block(page, "Devis").GetByRole(AriaRole.Button, new() { NameRegex = new("^Envoyer") }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("virus.exe");
        await Assertions.Expect(Papers.Block(page, "Devis").Locator(".document-list > li")).ToHaveCountAsync(2);
        await page.PressAsync("Retirer devis-2.pdf");
        await Assertions.Expect(Papers.Block(page, "Devis").Locator(".document-list > li")).ToHaveCountAsync(1);

        await page.GotoAsync($"{draft.Root}/verification");
        await page.GetByRole(AriaRole.Button, new() { Name = "Faire ces déclarations" }).ClickAsync();
        foreach (var box in await page.GetByRole(AriaRole.Checkbox).AllAsync()) await box.CheckAsync();
        await page.PressAsync("Enregistrer et revenir aux étapes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier et déposer" }).ClickAsync();
        await page.PressAsync("Déposer la demande");
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^Demande déposée"));
    }
}
