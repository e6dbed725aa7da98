using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Browser;

/// <summary>What tests do with a page, and what they expect of every page.</summary>
internal static class Pages
{
    /// <summary>The narrowest screen that must do, and a desktop.</summary>
    public static readonly int[] Widths = [320, 1280];

    /// <summary>No violation that axe can see, contrast included.</summary>
    public static async Task ExpectAccessibleAsync(this IPage page)
    {
        await page.PictureAsync();
        // What stands in a frame is somebody's document, where no script runs: axe would wait for ever.
        AxeResult result = await page.RunAxe(new AxeRunOptions { Iframes = false });
        Assert.True(result.Violations.Length == 0, $"{page.Url}\n" + string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}\n" + string.Join('\n', violation.Nodes.Select(node => "    " + node.Html)))));
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} scrolls sideways by {overflow} px at {page.ViewportSize!.Width} px.");
    }

    /// <summary>Takes a picture of the whole page for people to look at, where « PICTURES » names a folder.</summary>
    public static async Task PictureAsync(this IPage page)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is not { Length: > 0 } folder) return;
        var name = Regex.Replace(new Uri(page.Url).PathAndQuery, "[0-9a-f-]{36}", "id").Trim('/').Split("r=")[0];
        var error = await page.Locator(".govuk-error-summary").CountAsync() > 0 ? "-erreur" : "";
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{Regex.Replace(name, "[^a-z0-9.-]+", "_")}{error}-{page.ViewportSize!.Width}.png"), FullPage = true });
    }

    public static Task ContinueAsync(this IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Continuer", Exact = true }).ClickAsync();

    public static Task PressAsync(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static Task ChooseAsync(this IPage page, string label) => page.GetByLabel(label, new() { Exact = true }).CheckAsync();

    public static async Task ExpectTitleAsync(this IPage page, string start)
    {
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^" + Regex.Escape(start)));
        // The scripts are modules: they have run once the page is complete. Asking beats waiting for an event that may have passed.
        while (await page.EvaluateAsync<string>("document.readyState") != "complete") await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    /// <summary>An error is told in the title, in a summary that takes the focus, and beside the field it leads to.</summary>
    public static async Task ExpectErrorAsync(this IPage page)
    {
        await page.ExpectTitleAsync("Erreur : ");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await page.ExpectAccessibleAsync();
        await page.Locator(".govuk-error-summary a").First.ClickAsync();
        Assert.NotEqual("BODY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
    }
}
