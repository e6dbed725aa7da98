using AngleSharp;
using AngleSharp.Html.Dom;

namespace Iness.Web.Tests.Portal;

/// <summary>A person at a browser without JavaScript: goes to a page, fills in its forms, presses its buttons, follows where they lead. Keeps cookies.</summary>
internal sealed class Person(HttpClient http)
{
    private readonly IBrowsingContext browser = BrowsingContext.New(Configuration.Default);

    /// <summary>The page shown.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>Its address, from the root.</summary>
    public string Address { get; private set; } = "/";

    /// <summary>Its status.</summary>
    public int Status { get; private set; }

    /// <summary>Its last answer, for its headers.</summary>
    public HttpResponseMessage Response { get; private set; } = null!;

    /// <summary>The client, for requests that are not pages.</summary>
    public HttpClient Http => http;

    /// <summary>Text of the content, with ordinary spaces.</summary>
    public string Text => Plain((Page.QuerySelector("main") ?? Page.Body!).TextContent);

    /// <summary>The title of the page.</summary>
    public string Heading => Plain(Page.QuerySelector("h1")?.TextContent ?? "").Trim();

    public Task GoAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    /// <summary>Presses the button that reads so, after filling in these fields of its form; the others are sent as the page shows them, as a browser does.</summary>
    public Task PressAsync(string button, params (string Name, string Value)[] fields)
    {
        var pressed = Page.QuerySelectorAll("button").FirstOrDefault(found => Plain(found.TextContent).Trim().StartsWith(button, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No button « {button} » at {Address} ({Status}): {Text}");
        var form = (IHtmlFormElement)(pressed.Closest("form") ?? throw new InvalidOperationException($"« {button} » is in no form."));
        var sent = Shown(form).Where(pair => fields.All(field => field.Name != pair.Key)).ToList();
        sent.AddRange(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        if (pressed.GetAttribute("name") is { Length: > 0 } name) sent.Add(new(name, pressed.GetAttribute("value") ?? ""));
        var target = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? "";
        return SendAsync(new(HttpMethod.Post, Resolve(target)) { Content = new FormUrlEncodedContent(sent) });
    }

    /// <summary>Sends a form that the page does not hold, with the page's token.</summary>
    public Task PostAsync(string address, params (string Name, string Value)[] fields)
    {
        var token = Page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        var sent = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).ToList();
        if (token is not null) sent.Add(new("__RequestVerificationToken", token));
        return SendAsync(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(sent) });
    }

    /// <summary>Follows the link that reads so.</summary>
    public Task FollowAsync(string text)
    {
        var link = Page.QuerySelectorAll("a").FirstOrDefault(found => Plain(found.TextContent).Trim().StartsWith(text, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No link « {text} » at {Address} ({Status}): {Text}");
        return GoAsync(Resolve(link.GetAttribute("href")!));
    }

    /// <summary>The error shown beside a field; null when there is none.</summary>
    public string? ErrorOf(string field) => Page.QuerySelector($"#{field}-erreur") is { } error ? Plain(error.TextContent).Trim() : null;

    /// <summary>What a field shows.</summary>
    public string? ValueOf(string id) => Page.QuerySelector($"#{id}") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        { } other => other.GetAttribute("value"),
        null => null,
    };

    /// <summary>Sends a request and follows where it leads.</summary>
    public async Task SendAsync(HttpRequestMessage request)
    {
        for (var hops = 0; hops < 8; hops++)
        {
            Address = request.RequestUri!.ToString();
            Response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Status = (int)Response.StatusCode;
            if (Response.Headers.Location is { } next)
            {
                request = new(HttpMethod.Get, Resolve(next.IsAbsoluteUri ? next.PathAndQuery : next.ToString()));
                continue;
            }

            var html = await Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Page = (IHtmlDocument)await browser.OpenAsync(page => page.Content(html), TestContext.Current.CancellationToken);
            return;
        }

        Assert.Fail($"Too many redirections, the last to {Address}.");
    }

    private static IEnumerable<KeyValuePair<string, string>> Shown(IHtmlFormElement form)
    {
        foreach (var control in form.QuerySelectorAll("input, textarea, select"))
        {
            if (control.GetAttribute("name") is not { Length: > 0 } name || control.HasAttribute("disabled")) continue;
            switch (control)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" }:
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return new(name, select.Value ?? "");
                    break;
            }
        }
    }

    private string Resolve(string target)
    {
        if (target.Length == 0) return Address;
        return new Uri(new(new("http://localhost"), Address), target).PathAndQuery;
    }

    /// <summary>With ordinary spaces, as tests write them.</summary>
    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
