using Iness.Casework.Persistence;
using Iness.EndToEnd.Tests.Browser;
using Iness.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Portal))]

namespace Iness.EndToEnd.Tests.Browser;

/// <summary>The portal on a free port of loopback, a register beside it, and one Chromium for the whole run.</summary>
public sealed class Portal : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Longest wait for anything on a page, in milliseconds: a busy machine is slow, not wrong.</summary>
    private const int Patience = 20_000;

    private readonly Dictionary<string, string?> settings = [];
    private readonly bool sharesBrowser;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private Factory factory = null!;

    /// <summary>The one portal that most tests share.</summary>
    public Portal()
    {
    }

    private Portal(IBrowser browser, IEnumerable<(string Key, string Value)> settings)
    {
        this.browser = browser;
        sharesBrowser = true;
        foreach (var (key, value) in settings) this.settings[key] = value;
    }

    /// <summary>Where the portal answers.</summary>
    public string Address => factory.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>The register the portal asks.</summary>
    public RegisterReplay Register { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium-headless-shell";
        Assert.True(File.Exists(chromium), $"{chromium} is missing: « make test » installs it.");
        await OpenAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Quiet, Env = KnownFonts() });
    }

    /// <summary>The environment, with fonts that every machine has: what a page measures must not depend on where it is tested.</summary>
    private static List<KeyValuePair<string, string>> KnownFonts() =>
    [
        .. Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value ?? "")),
        new("FONTCONFIG_FILE", RepositoryRoot.PathOf("tests", "EndToEnd.Tests", "Browser", "fonts.conf")),
    ];

    /// <summary>Another portal in the same browser, with settings, data and a register of its own.</summary>
    public async Task<Portal> BesideAsync(params (string Key, string Value)[] settings)
    {
        var other = new Portal(browser, settings);
        await other.OpenAsync();
        return other;
    }

    /// <summary>A page of its own, nothing shared with other tests.</summary>
    public async Task<IPage> PageAsync(int width = 1280, bool javaScript = true)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = javaScript,
            Locale = "fr-FR",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>Works on the portal's database.</summary>
    public Task<T> WithDatabaseAsync<T>(Func<InessDbContext, Task<T>> work) => WithAsync(work);

    /// <summary>Works with a service of the portal: its database, a use case.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = factory.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null && !sharesBrowser) await browser.DisposeAsync();
        playwright?.Dispose();
        if (factory is not null) await factory.DisposeAsync();
        if (Register is not null) await Register.DisposeAsync();
    }

    private async Task OpenAsync()
    {
        Register = await RegisterReplay.StartAsync();
        factory = new Factory(new(settings)
        {
            ["CompanyRegister:BaseAddress"] = Register.Address.ToString(),
            ["Api:PermitsPerMinute"] = "100000",
            ["Accounts:EntryPermitsPerMinute"] = "100000",
            ["Logging:LogLevel:Default"] = "Error",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Error",
            ["Logging:LogLevel:Polly"] = "None",
        });
        factory.UseKestrel(0);
        factory.StartServer();
    }

    private sealed class Factory(Dictionary<string, string?> settings) : WebApplicationFactory<Iness.Web.Pages.Simulator.IndexModel>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseScratchData()
            .ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(settings));
    }
}
