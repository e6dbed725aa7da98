using Iness.EndToEnd.Tests.Browser;
using Iness.TestKit;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Accounts;

/// <summary>The pages of the codes of an application, on a phone and on a desk.</summary>
public sealed class CodePagesTests(Portal portal)
{
    [Theory]
    [CombinatorialPages("")]
    public async Task Key_WithAWrongCode_IsDrawnAndAccessible(string path, int width)
    {
        var account = await portal.WithDatabaseAsync(db => db.AccountAsync(TimeProvider.System));
        var page = await portal.SignedInAsync(account, width);
        await page.GotoAsync("/compte/code" + path);
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "Code QR" })).ToBeVisibleAsync();
        await page.ExpectAccessibleAsync();
        await page.GetByLabel("Code à 6 chiffres").FillAsync("12");
        await page.GetByRole(AriaRole.Button, new() { Name = "Activer les codes" }).ClickAsync();

        await page.ExpectErrorAsync();
        await page.ExpectAccessibleAsync();
    }
}
