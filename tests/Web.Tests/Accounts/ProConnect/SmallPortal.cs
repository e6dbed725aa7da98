using Iness.TestKit.Servers;
using Iness.Web.Accounts.ProConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Iness.Web.Tests.Accounts.ProConnect;

/// <summary>The least portal that signs people in with ProConnect, and the provider beside it.</summary>
public sealed class SmallPortal : IAsyncDisposable
{
    private readonly WebApplication app;

    private SmallPortal(WebApplication app, OidcProvider provider)
    {
        this.app = app;
        Provider = provider;
    }

    public static OidcPerson Camille { get; } = new() { Subject = "c0ffee", Email = "camille@association.example" };

    public OidcProvider Provider { get; }

    public Uri Address => new(app.Urls.Single());

    public static async Task<SmallPortal> OpenAsync(params (string Key, string? Value)[] settings)
    {
        var provider = await OidcProvider.StartAsync(ProConnectRegistration.CallbackPath, ProConnectRegistration.SignedOutPath);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            new("ProConnect:Enabled", "true"),
            new("ProConnect:Authority", provider.Authority.ToString()),
            new("ProConnect:ClientId", OidcProvider.ClientId),
            new("ProConnect:ClientSecret", OidcProvider.ClientSecret),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("ProConnect:" + setting.Key, setting.Value)));
        builder.Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        builder.Services.AddAuthentication().AddCookie(IdentityConstants.ExternalScheme).AddProConnect(builder.Configuration);

        var app = builder.Build();
        app.UseAuthentication();
        app.MapGet("/entrer", () => Results.Challenge(new() { RedirectUri = "/moi" }, [ProConnectRegistration.Scheme]));
        app.MapGet("/moi", async (HttpContext context) =>
            ProConnectIdentity.Read(await context.AuthenticateAsync(IdentityConstants.ExternalScheme)) is { } identity ? Results.Json(identity) : Results.NotFound());
        app.MapGet("/sortir", SignOutAsync);
        app.MapGet("/connexion", (string? proconnect) => ProConnectFailure.Find(proconnect)?.Sentence ?? "");
        app.MapGet("/au-revoir", () => "Au revoir");
        var portal = new SmallPortal(app, provider);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }

        await provider.TrustAsync(portal.Address);
        await provider.KnowAsync(Camille);
        return portal;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Provider.DisposeAsync();
    }

    private static async Task SignOutAsync(HttpContext context)
    {
        var identity = ProConnectIdentity.Read(await context.AuthenticateAsync(IdentityConstants.ExternalScheme));
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        await context.SignOutAsync(ProConnectRegistration.Scheme, ProConnectSignOut.Properties(identity?.IdToken ?? "", "/au-revoir"));
    }
}
