using Iness.EndToEnd.Tests.Browser;
using Iness.TestKit.Servers;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Applicant;

/// <summary>A virus among the documents, found by a real clamd while the page is open.</summary>
public sealed class InfectedDocumentTests(Portal shared)
{
    [Fact]
    public async Task Infected_IsSetAsideAndSaid_WhileTheOthersAreSound()
    {
        await using var clamd = await ClamAvServer.TryStartAsync(TestContext.Current.CancellationToken);
        if (clamd is null) Assert.Skip(ClamAvServer.Missing);
        await using var portal = await shared.BesideAsync(("Documents:ClamAv", clamd.Endpoint));
        var draft = await Draft.StartAsync(portal, Draft.Whole);
        var page = await portal.SignedInAsync(draft.Account);
        await page.GotoAsync($"{draft.Root}/pieces");

        await Papers.Chooser(page, "Autre document").SetInputFilesAsync([Papers.Text("note.txt", Eicar.Bytes), Papers.Pdf("devis.pdf")]);

        var block = Papers.Block(page, "Autre document");
        var infected = block.Locator("li").Filter(new() { HasText = "note.txt" });
        await Assertions.Expect(infected).ToContainTextAsync("infecté");
        await Assertions.Expect(infected).ToContainTextAsync("mis à l’écart");
        await Assertions.Expect(infected.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        await Assertions.Expect(block.Locator("li").Filter(new() { HasText = "devis.pdf" })).ToContainTextAsync("analysé, sain");
        await Assertions.Expect(page.Locator("[data-upload-news]")).ToContainTextAsync("infecté");
        await page.ExpectAccessibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(infected.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        var id = await infected.Locator("[data-scan]").GetAttributeAsync("data-scan");
        await page.GotoAsync($"/documents/{id}");
        await page.ExpectTitleAsync("Document infecté");
        await page.ExpectAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Retirez-le" }).ClickAsync();
        await page.PressAsync("Retirer note.txt");
        await Assertions.Expect(infected).ToHaveCountAsync(0);
    }
}
