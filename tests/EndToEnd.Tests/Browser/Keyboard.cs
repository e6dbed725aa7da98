using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Browser;

/// <summary>A person without a mouse.</summary>
internal static class Keyboard
{
    private const int MostPresses = 120;

    /// <summary>Presses Tab until the focus is on what a selector names.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var presses = 0; presses < MostPresses; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
        }

        Assert.Fail($"{selector} cannot be reached with the Tab key on {page.Url}.");
    }

    /// <summary>Goes to a field and types in it.</summary>
    public static async Task TypeInAsync(this IPage page, string selector, string text)
    {
        await page.TabToAsync(selector);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to something and presses keys on it.</summary>
    public static async Task PressOnAsync(this IPage page, string selector, params string[] keys)
    {
        await page.TabToAsync(selector);
        foreach (var key in keys) await page.Keyboard.PressAsync(key);
    }
}
