using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Region;

/// <summary>What is expected of every page of the Région.</summary>
internal static class Tour
{
    /// <summary>Opens pages: each has one heading, lights one entry of the navigation, and is accessible.</summary>
    public static async Task SeeAsync(this IPage page, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            var answer = await page.GotoAsync(address);
            Assert.True(answer!.Ok, $"{address}: {answer.Status}");
            await page.SeeHereAsync();
        }
    }

    /// <summary>The same of the page that is open.</summary>
    public static async Task SeeHereAsync(this IPage page)
    {
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.True(await page.Locator(".site-nav a[aria-current]").CountAsync() == 1, $"{page.Url} lights no entry of the navigation, or several.");
        await page.ExpectAccessibleAsync();
    }

    /// <summary>Sends a form left as it is, and expects its errors.</summary>
    public static async Task SendWrongAsync(this IPage page, string address, string button)
    {
        await page.SeeAsync(address);
        await page.PressAsync(button);
        await page.ExpectErrorAsync();
    }
}
