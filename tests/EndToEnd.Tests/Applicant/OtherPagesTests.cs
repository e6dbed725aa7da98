using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Applicant;

/// <summary>The pages around the form of an application, as they are and with their errors, on a phone and on a desk.</summary>
public sealed class OtherPagesTests(Portal portal)
{
    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Pages_OfAFiledApplication_AreAccessible(int width)
    {
        var draft = await Draft.FileAsync(portal);
        var page = await portal.SignedInAsync(draft.Account, width);

        await VisitAsync(page, $"{draft.Root}/depot/fait", $"{draft.Root}/reponses", $"{draft.Root}/suivi");
        await page.PressAsync("Envoyer le message");
        await page.ExpectErrorAsync();
        await page.GetByLabel("Écrire au service").FillAsync("Bonjour,\nle devis suivra lundi.");
        await page.PressAsync("Envoyer le message");
        await page.ExpectTitleAsync("Suivi");
        await VisitAsync(page, $"{draft.Root}/suivi", $"{draft.Root}/retrait");
        await page.GetByLabel("Pourquoi").EvaluateAsync("area => area.removeAttribute('maxlength')");
        await page.GetByLabel("Pourquoi").FillAsync(new string('x', 501));
        await page.PressAsync("Retirer la demande");
        await page.ExpectErrorAsync();
        await page.GetByLabel("Pourquoi").FillAsync("Le projet est reporté.");
        await page.PressAsync("Retirer la demande");
        await page.ExpectTitleAsync("Suivi");
        await page.ExpectAccessibleAsync();
        await VisitAsync(page, "/demandes");
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Acknowledgement_IsAccessible(int width)
    {
        var draft = await Draft.FileAsync(portal);
        var page = await portal.SignedInAsync(draft.Account, width);

        // Served in a sandbox where no script runs, axe's neither: its text is read in a page without one.
        var letter = await page.APIRequest.GetAsync($"{draft.Root}/accuse");
        await page.SetContentAsync(await letter.TextAsync());

        await page.ExpectAccessibleAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Documents_WithFilesDatesAndErrors_AreAccessible(int width)
    {
        var draft = await Draft.StartAsync(portal, [.. Draft.Whole.Where(answer => answer.Item1 != "agrements"), ("agrements", "esus")]);
        var page = await portal.SignedInAsync(draft.Account, width);
        await VisitAsync(page, $"{draft.Root}/pieces");
        var block = Papers.Block(page, "Agrément ESUS");
        await Papers.Chooser(page, "Agrément ESUS").SetInputFilesAsync([Papers.Pdf("arrêté préfectoral du 12 janvier 2026 portant agrément.pdf"), Papers.Text("macro.exe", "MZ"u8.ToArray())]);
        await Assertions.Expect(block.Locator(".upload-list .govuk-error-message")).ToContainTextAsync("macro.exe");
        await page.ExpectAccessibleAsync();

        await block.GetByLabel("Jour").First.FillAsync("42");
        await block.GetByRole(AriaRole.Button, new() { NameRegex = new("^Enregistrer les dates") }).ClickAsync();
        await page.ExpectErrorAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Pages_ThatHandOverOrDeleteADraft_AreAccessible(int width)
    {
        var draft = await Draft.StartAsync(portal, Draft.Whole);
        await draft.ColleagueAsync(portal, "Sacha Dubois");
        var page = await portal.SignedInAsync(draft.Account, width);

        await VisitAsync(page, $"{draft.Root}/contact", $"{draft.Root}/suppression");
        await page.PressAsync("Supprimer le brouillon");
        await page.ExpectTitleAsync("Mes demandes");
        await page.ExpectAccessibleAsync();
    }

    private static async Task VisitAsync(IPage page, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            await page.ExpectAccessibleAsync();
        }
    }
}
