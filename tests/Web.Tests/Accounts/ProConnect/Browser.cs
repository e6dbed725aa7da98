using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Iness.Web.Accounts.ProConnect;

namespace Iness.Web.Tests.Accounts.ProConnect;

/// <summary>A person's browser: keeps cookies, follows redirections, fills forms in.</summary>
internal sealed class Browser(Uri portal) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { UseCookies = true, AllowAutoRedirect = true }) { BaseAddress = portal };

    /// <summary>Where it is.</summary>
    public Uri Location { get; private set; } = new("about:blank");

    /// <summary>What it shows.</summary>
    public string Text { get; private set; } = "";

    public async Task GoAsync(string address) => await ShowAsync(await http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));

    /// <summary>Sends the page's form, with the button of a name.</summary>
    public async Task SendAsync(string? button = null, params (string Name, string Value)[] fields)
    {
        var form = (IHtmlFormElement)new HtmlParser().ParseDocument(Text).QuerySelector("form")!;
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? ""));
        var pressed = button is null ? [] : new[] { KeyValuePair.Create(button, "yes") };
        var address = new Uri(Location, form.GetAttribute("action") ?? "");
        using var content = new FormUrlEncodedContent([.. hidden, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), .. pressed]);
        await ShowAsync(await http.PostAsync(address, content, TestContext.Current.CancellationToken));
    }

    /// <summary>Signs in with ProConnect.</summary>
    public async Task SignInAsync(string email)
    {
        await GoAsync("/entrer");
        await SendAsync(null, ("email", email));
    }

    /// <summary>Who the portal takes the person for.</summary>
    public async Task<ProConnectIdentity?> WhoAsync()
    {
        using var response = await http.GetAsync(new Uri("/moi", UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await response.Content.ReadFromJsonAsync<ProConnectIdentity>(TestContext.Current.CancellationToken);
    }

    public void Dispose() => http.Dispose();

    private async Task ShowAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Location = response.RequestMessage!.RequestUri!;
            Text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, $"{Location} answers {response.StatusCode}: {Text}");
        }
    }
}
