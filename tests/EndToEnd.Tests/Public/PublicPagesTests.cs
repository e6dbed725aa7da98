using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Public;

public sealed class PublicPagesTests(Portal portal)
{
    [Theory]
    [CombinatorialPages("/", "/reglement", "/mentions-legales", "/donnees-personnelles", "/accessibilite", "/nulle-part", "/simulateur", "/simulateur/resultat?r=x")]
    public async Task Page_EachWidth_IsAccessible(string path, int width)
    {
        var page = await portal.PageAsync(width);

        await page.GotoAsync(path);

        await page.ExpectAccessibleAsync();
    }

    [Fact]
    public async Task SkipLink_FirstTab_LeadsToTheContent()
    {
        var page = await portal.PageAsync();
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Aller au contenu", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.True(await page.GetByText("Aller au contenu").IsVisibleAsync());
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("contenu", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task Rules_LinkToAProvision_StandsAtIt()
    {
        var page = await portal.PageAsync();

        await page.GotoAsync("/reglement#eli-2");

        Assert.True(await page.EvaluateAsync<bool>("(() => { const top = document.getElementById('eli-2').getBoundingClientRect().top; return top >= -5 && top < innerHeight; })()"));
    }

    [Fact]
    public async Task ApiPage_OnItsOwnPolicy_DrawsTheOperations()
    {
        var page = await portal.PageAsync();
        var outside = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(portal.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal)) outside.Add(request.Url);
        };

        await page.GotoAsync("/documentation-api");
        await page.GetByText("Évalue une demande").First.WaitForAsync();

        Assert.Empty(outside);
    }

    [Fact]
    public async Task Pages_AskNothingOfOtherSites()
    {
        var page = await portal.PageAsync();
        var outside = new List<string>();
        var errors = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(portal.Address, StringComparison.Ordinal)) outside.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error") errors.Add(message.Text);
        };

        foreach (var path in new[] { "/", "/reglement", "/simulateur" }) await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Empty(outside);
        Assert.Empty(errors);
    }
}
