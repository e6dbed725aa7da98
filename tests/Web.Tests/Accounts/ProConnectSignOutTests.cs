using System.Security.Claims;
using Iness.Casework.Accounts;
using Iness.TestKit;
using Iness.Web.Accounts;
using Iness.Web.Accounts.ProConnect;
using Iness.Web.Tests.Portal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Web.Tests.Accounts;

/// <summary>Who came by ProConnect leaves by it.</summary>
public sealed class ProConnectSignOutTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task SignOut_CameByProConnect_EndsTheSessionThereToo()
    {
        await using var host = portal.WithWebHostBuilder(builder => builder.UseScratchData().ConfigureTestServices(services => services
            .AddTransient<IStartupFilter, Arrival>()
            .Configure<AuthenticationOptions>(options =>
            {
                if (!options.SchemeMap.ContainsKey(ProConnectRegistration.Scheme)) options.AddScheme<Provider>(ProConnectRegistration.Scheme, null);
            })));
        var person = new Person(host.CreateClient(new() { AllowAutoRedirect = false }));
        await person.GoAsync("/arrivee");
        await person.GoAsync("/compte");

        await person.PressAsync("Se déconnecter");

        Assert.Equal("Vous êtes déconnecté d’Iness", person.Heading);
        Assert.Equal("https://proconnect.exemple.fr/fin?jeton=jeton-de-sacha", person.Page.QuerySelector("main a")!.GetAttribute("href"));
        Assert.Null(person.Page.QuerySelector(".site-header form"));
        await person.GoAsync("/compte");
        Assert.StartsWith("/connexion", person.Address, StringComparison.Ordinal);
    }

    /// <summary>ProConnect, as far as its redirection.</summary>
    private sealed class Provider : IAuthenticationSignOutHandler
    {
        private HttpContext context = null!;

        public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
        {
            this.context = context;
            return Task.CompletedTask;
        }

        public Task SignOutAsync(AuthenticationProperties? properties)
        {
            context.Response.Redirect($"https://proconnect.exemple.fr/fin?jeton={ProConnectSignOut.IdTokenOf(properties!)}");
            return Task.CompletedTask;
        }

        public Task<AuthenticateResult> AuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

        public Task ChallengeAsync(AuthenticationProperties? properties) => Task.CompletedTask;

        public Task ForbidAsync(AuthenticationProperties? properties) => Task.CompletedTask;
    }

    /// <summary>Somebody arrives, as ProConnect would have let them in.</summary>
    private sealed class Arrival : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, onwards) =>
            {
                await (context.Request.Path == "/arrivee" ? ArriveAsync(context) : onwards(context));
            });
            next(app);
        };

        private static async Task ArriveAsync(HttpContext context)
        {
            var (db, clock) = (context.RequestServices.GetRequiredService<Casework.Persistence.InessDbContext>(), context.RequestServices.GetRequiredService<TimeProvider>());
            var account = await db.AccountAsync(clock);
            await context.RequestServices.GetRequiredService<SignIn>().ExecuteAsync(account, "proconnect", context.RequestAborted);
            var session = await db.Sessions.SingleAsync(found => found.AccountId == account.Id, context.RequestAborted);
            var properties = new AuthenticationProperties();
            properties.StoreTokens([new() { Name = "id_token", Value = "jeton-de-sacha" }]);
            context.Response.Headers.SetCookie = default;
            await context.RequestServices.GetRequiredService<SignInManager<Account>>().SignInWithClaimsAsync(
                account, properties, [new Claim(CurrentAccount.SessionClaim, session.Id.ToString()), new Claim("amr", "proconnect")]);
        }
    }
}
