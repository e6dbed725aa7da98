using AngleSharp;
using AngleSharp.Html.Dom;
using Iness.Casework.Registers.Companies;
using Iness.Regulation;
using Iness.TestKit;
using Iness.Web.Simulation;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Web.Tests.Simulator;

/// <summary>The portal on a day of its own, with a register that answers as the test says.</summary>
public sealed class SimulatorHost : WebApplicationFactory<Program>
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    /// <summary>What the register answers; nothing known until told otherwise.</summary>
    internal CompanySearch Answer { get; set; } = new CompanySearch.NothingKnown();

    /// <summary>An association of Lille, as the register knows it.</summary>
    internal static CompanyRecord Association => new()
    {
        Siren = Siren.TryParse("900100017", out var siren) ? siren : throw new InvalidOperationException("The test's number is wrong."),
        Name = "LES JARDINS D’ESSAI",
        LegalCategory = LegalCategory.Parse("9220"),
        MainActivity = ActivityCode.Parse("88.99B"),
        Commune = CommuneCode.Parse("59350"),
        FoundedOn = new(2012, 5, 4),
        StaffBand = StaffBand.Of("03", 2023),
        HasCeased = false,
        FetchedAt = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero),
    };

    internal static SimulationState Knowing(Undertaking undertaking) =>
        new() { Request = new() { CreatedOn = Today, Undertaking = undertaking } };

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseScratchData().UseSetting("Jobs:Enabled", "false").ConfigureTestServices(services => services
        .AddSingleton<TimeProvider>(new StoppedClock())
        .AddSingleton<ICompanyRegister>(new Register(this)));

    /// <summary>23:30 UTC the day before: in Paris, it is already the day of the tests.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 23, 30, 0, TimeSpan.Zero);
    }

    private sealed class Register(SimulatorHost host) : ICompanyRegister
    {
        public Task<CompanySearch> FindAsync(CompanyNumber number, CancellationToken cancellationToken) => Task.FromResult(host.Answer);

        public Task<CompanySearch> SearchAsync(string name, CancellationToken cancellationToken) => Task.FromResult(host.Answer);
    }
}

/// <summary>A visitor: goes to a page, fills in its form, follows where it leads.</summary>
internal sealed class Visitor(SimulatorHost host)
{
    private readonly HttpClient http = host.CreateClient(new() { AllowAutoRedirect = false });
    private readonly IBrowsingContext browser = BrowsingContext.New(Configuration.Default);

    public IHtmlDocument Page { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public int Status { get; private set; }

    /// <summary>Last part of the path of the page.</summary>
    public string Slug => new Uri(new("http://localhost"), Address).AbsolutePath.Split('/')[^1];

    public string Title => Page.Title ?? "";

    public string Text => Plain((Page.QuerySelector("main") ?? Page.Body!).TextContent);

    public Assessment Assessment => EligibilityAssessment.Assess(State.Request);

    public SimulationState State => StateLink.Read(Address.Split("r=")[1].Split('&')[0], SimulatorHost.Today)!;

    public Task GoAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    public Task GoAsync(string slug, SimulationState state) => GoAsync(Journey.Page(slug, state));

    public Task FillAsync(params (string Name, string Value)[] fields) => PostAsync(Address, fields);

    public Task PostAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) });

    /// <summary>Follows the link or the button that reads so.</summary>
    public Task FollowAsync(string text) =>
        GoAsync(Page.QuerySelectorAll("main a, body a").First(link => Plain(link.TextContent).Trim().StartsWith(text, StringComparison.Ordinal)).GetAttribute("href")!);

    public string? ErrorOf(string field) => Page.QuerySelector($"#{field}-erreur") is { } error ? Plain(error.TextContent).Trim() : null;

    public string? ValueOf(string id) => Page.QuerySelector($"#{id}")?.GetAttribute("value");

    /// <summary>With ordinary spaces, as tests write them.</summary>
    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private async Task SendAsync(HttpRequestMessage request)
    {
        for (var hops = 0; hops < 5; hops++)
        {
            Address = request.RequestUri!.ToString();
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            // Nothing is kept, here or there: no page of the simulator ever sets a cookie.
            Assert.False(response.Headers.Contains("Set-Cookie"), $"{Address} sets a cookie.");
            Status = (int)response.StatusCode;
            if (response.Headers.Location is { } next)
            {
                request = new(HttpMethod.Get, next.ToString());
                continue;
            }

            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Page = (IHtmlDocument)await browser.OpenAsync(page => page.Content(html), TestContext.Current.CancellationToken);
            return;
        }

        Assert.Fail("Too many redirections.");
    }
}
