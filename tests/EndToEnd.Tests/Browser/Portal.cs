using System.Security.Claims;
using Iness.Casework;
using Iness.Casework.Accounts;
using Iness.Casework.Persistence;
using Iness.EndToEnd.Tests.Browser;
using Iness.TestKit;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private Factory factory = null!;

    /// <summary>Where the portal answers.</summary>
    public string Address => factory.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>The register the portal asks.</summary>
    public RegisterReplay Register { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        Assert.True(File.Exists(chromium), $"{chromium} is missing: « make test » installs it.");
        Register = await RegisterReplay.StartAsync();
        factory = new Factory(Register.Address);
        factory.UseKestrel(0);
        factory.StartServer();
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
    public async Task<T> WithDatabaseAsync<T>(Func<InessDbContext, Task<T>> work)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<InessDbContext>());
    }

    /// <summary>A page where a person is signed in, with the cookie that signing in would have set.</summary>
    public async Task<IPage> SignedInAsync(Account account, int width = 1280, bool javaScript = true)
    {
        var page = await PageAsync(width, javaScript);
        await SignInAsync(page, account);
        return page;
    }

    /// <summary>Signs a person in, in the browser of a page.</summary>
    public async Task SignInAsync(IPage page, Account account)
    {
        var now = TimeProvider.System.Instant();
        var session = new AccountSession { Id = Guid.CreateVersion7(), AccountId = account.Id, StartedAt = now, LastSeenAt = now, Browser = "Chrome" };
        await using var scope = factory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InessDbContext>();
        db.Add(session);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new(CurrentAccount.SessionClaim, session.Id.ToString()));
        var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(principal, new() { IssuedUtc = now, ExpiresUtc = now + cookie.ExpireTimeSpan }, IdentityConstants.ApplicationScheme);
        await page.Context.AddCookiesAsync([new() { Name = cookie.Cookie.Name!, Value = cookie.TicketDataFormat.Protect(ticket), Url = Address }]);
    }

    /// <summary>Ends every session of a person, as time or another browser would.</summary>
    public Task<int> EndSessionsAsync(Account account) => WithDatabaseAsync(db => db.Sessions
        .Where(session => session.AccountId == account.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, TimeProvider.System.Instant()), TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (factory is not null) await factory.DisposeAsync();
        if (Register is not null) await Register.DisposeAsync();
    }

    private sealed class Factory(Uri register) : WebApplicationFactory<Iness.Web.Pages.Simulator.IndexModel>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseScratchData()
            .ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["CompanyRegister:BaseAddress"] = register.ToString(),
                ["Api:PermitsPerMinute"] = "100000",
                ["Accounts:EntryPermitsPerMinute"] = "100000",
                ["Logging:LogLevel:Default"] = "Error",
                ["Logging:LogLevel:Polly"] = "None",
            }));
    }
}
