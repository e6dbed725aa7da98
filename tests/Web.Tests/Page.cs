using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Iness.Web.Tests;

/// <summary>A page as a browser without JavaScript receives it.</summary>
internal sealed record Page(HttpResponseMessage Response, IDocument Document)
{
    public string Title => Document.Title ?? "";

    /// <summary>The text of the page, its non-breaking spaces made ordinary.</summary>
    public string Text => Document.Body!.TextContent.Replace('\u00A0', ' ');

    public static async Task<Page> GetAsync<T>(WebApplicationFactory<T> portal, string path)
        where T : class
    {
        using var client = portal.CreateClient(new() { AllowAutoRedirect = true });
        return await ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
    }

    public static async Task<Page> PostAsync<T>(WebApplicationFactory<T> portal, string path, params (string Name, string Value)[] fields)
        where T : class
    {
        using var client = portal.CreateClient(new() { AllowAutoRedirect = true });
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken));
    }

    private static async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(response, await BrowsingContext.New().OpenAsync(request => request.Content(html)));
    }
}
