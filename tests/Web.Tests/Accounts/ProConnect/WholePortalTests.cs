using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.TestKit;
using Iness.TestKit.Servers;
using Iness.Web.Accounts.ProConnect;
using Iness.Web.Tests.Portal;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Accounts.ProConnect;

/// <summary>Signing in to the portal itself with ProConnect, against a real provider.</summary>
public sealed class WholePortalTests : IAsyncLifetime
{
    private const string Password = "un mot de passe assez long";
    private OidcProvider provider = null!;
    private Host host = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await OidcProvider.StartAsync(ProConnectRegistration.CallbackPath, ProConnectRegistration.SignedOutPath);
        host = new(provider.Authority);
        // The provider's clock cannot be set.
        host.Clock.Set(TimeProvider.System.GetUtcNow());
        host.UseKestrel(0);
        host.StartServer();
        await provider.TrustAsync(host.ClientOptions.BaseAddress);
        await provider.KnowAsync(SmallPortal.Camille);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task SignIn_FirstTime_OpensAnAccountAndOffersTheStructure()
    {
        using (var browser = await ArriveAsync()) Assert.Equal("/structures/ajouter?numero=900100017", browser.Location.PathAndQuery);

        using var again = await ArriveAsync();
        Assert.Equal("/demandes", again.Location.AbsolutePath);
        Assert.Contains("Camille Lefèbvre", again.Text, StringComparison.Ordinal);
        var account = await host.WithDatabaseAsync(db => db.Users.SingleAsync(found => found.Email == SmallPortal.Camille.Email));
        Assert.True(account.EmailConfirmed);
        Assert.Null(account.PasswordHash);
    }

    [Fact]
    public async Task SignIn_AddressOfAnAccount_AsksItsPasswordOnce()
    {
        var account = await KnownAsync();
        using (var browser = await ArriveAsync())
        {
            Assert.Equal("/connexion", browser.Location.AbsolutePath);
            Assert.Contains("proconnect=compte", browser.Location.Query, StringComparison.Ordinal);
            Assert.Empty(await LoginsAsync(account));

            await browser.SendAsync(null, ("courriel", account.Email!), ("mot-de-passe", Password));
            Assert.Equal([SmallPortal.Camille.Subject], await LoginsAsync(account));
        }

        using var again = await ArriveAsync();
        Assert.Equal("/demandes", again.Location.AbsolutePath);
        Assert.Contains(account.FullName, again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_AccountWithCodes_AsksTheCodeToo()
    {
        using (await ArriveAsync())
            await host.WithDatabaseAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(found => found.TwoFactorEnabled, true)));

        using var again = await ArriveAsync();

        Assert.Equal("/connexion/code", again.Location.AbsolutePath);
    }

    [Fact]
    public async Task SignIn_AddressThatSomebodyAskedFor_OpensItWithoutTheirPassword()
    {
        var account = await KnownAsync(isConfirmed: false);

        using var browser = await ArriveAsync();

        Assert.Equal("/structures/ajouter", browser.Location.AbsolutePath);
        Assert.Equal([SmallPortal.Camille.Subject], await LoginsAsync(account));
        var opened = await host.WithDatabaseAsync(db => db.Users.SingleAsync(found => found.Id == account.Id));
        Assert.Equal(("Camille Lefèbvre", true, null), (opened.FullName, opened.EmailConfirmed, opened.PasswordHash));
    }

    private async Task<Browser> ArriveAsync()
    {
        var browser = new Browser(host.ClientOptions.BaseAddress);
        await browser.GoAsync("/connexion/proconnect");
        await browser.SendAsync(null, ("email", SmallPortal.Camille.Email));
        return browser;
    }

    private Task<Account> KnownAsync(bool isConfirmed = true) => host.WithDatabaseAsync(async db =>
    {
        var account = await db.AccountAsync(host.Clock, "Dominique Ancien");
        (account.Email, account.NormalizedEmail) = (SmallPortal.Camille.Email, SmallPortal.Camille.Email.ToUpperInvariant());
        account.EmailConfirmed = isConfirmed;
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        await db.CommitAsync(new(Actor.System, "TestPrepared", Act.Account(account.Id)), TestContext.Current.CancellationToken);
        return account;
    });

    private Task<List<string>> LoginsAsync(Account account) =>
        host.WithDatabaseAsync(db => db.UserLogins.Where(login => login.UserId == account.Id).Select(login => login.ProviderKey).ToListAsync());

    private sealed class Host(Uri authority) : PortalHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("ProConnect:Enabled", "true")
                .UseSetting("ProConnect:Authority", authority.ToString())
                .UseSetting("ProConnect:ClientId", OidcProvider.ClientId)
                .UseSetting("ProConnect:ClientSecret", OidcProvider.ClientSecret);
        }
    }
}
