using System.Text.Json;
using System.Text.Json.Serialization;

namespace Iness.TestKit.Servers;

/// <summary>A person the provider can vouch for, found by the e-mail typed in its sign-in page.</summary>
public sealed record OidcPerson
{
    /// <summary>Identifier of the person at the provider.</summary>
    [JsonPropertyName("sub")]
    public required string Subject { get; init; }

    /// <summary>E-mail.</summary>
    [JsonPropertyName("email")]
    public required string Email { get; init; }

    /// <summary>First name.</summary>
    [JsonPropertyName("given_name")]
    public string GivenName { get; init; } = "Camille";

    /// <summary>Usual name.</summary>
    [JsonPropertyName("usual_name")]
    public string UsualName { get; init; } = "Lefèbvre";

    /// <summary>SIRET of the person's establishment; null when the provider knows none.</summary>
    [JsonPropertyName("siret"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Siret { get; init; } = "90010001700012";

    /// <summary>Where the person's account really is.</summary>
    [JsonPropertyName("idp_id")]
    public string IdentityProvider { get; init; } = "71144ab3-ee1a-4401-b7b3-79b44f7daeeb";

    /// <summary>How well the person was identified.</summary>
    [JsonPropertyName("acr"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Level { get; init; } = "eidas1";
}

/// <summary>What the provider does wrong.</summary>
public enum OidcFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Userinfo signed by somebody else's key.</summary>
    WrongSignature,

    /// <summary>Userinfo as a JWT « alg: none ».</summary>
    NoSignature,

    /// <summary>Userinfo of another person, well signed.</summary>
    OtherSubject,

    /// <summary>Userinfo meant for another portal, well signed.</summary>
    OtherAudience,

    /// <summary>Userinfo that names another issuer, well signed.</summary>
    OtherIssuer,

    /// <summary>Userinfo of the past, well signed.</summary>
    Expired,

    /// <summary>Userinfo without an e-mail, well signed.</summary>
    NoEmail,

    /// <summary>Userinfo as plain JSON.</summary>
    PlainJson,

    /// <summary>Userinfo that is no JWT.</summary>
    Garbled,

    /// <summary>Userinfo out of order.</summary>
    UserinfoDown,

    /// <summary>The code is refused.</summary>
    TokenRefused,
}

/// <summary>A real OpenID Connect provider (npm « oidc-provider ») on a free port of loopback, set as ProConnect is.</summary>
public sealed class OidcProvider : IAsyncDisposable
{
    private readonly Child child;
    private readonly SemaphoreSlim one = new(1);

    private OidcProvider(Child child, int port)
    {
        this.child = child;
        Authority = new($"http://127.0.0.1:{port}");
    }

    /// <summary>The client it knows.</summary>
    public static string ClientId => "iness";

    /// <summary>That client's secret.</summary>
    public static string ClientSecret => "un-secret-de-64-caracteres-au-moins-pour-un-essai-sur-la-boucle-locale";

    /// <summary>Issuer.</summary>
    public Uri Authority { get; }

    /// <summary>Opens a provider; it answers once it was told of the portal, at once or by <see cref="TrustAsync"/>.</summary>
    /// <param name="callback">Path of the portal the person comes back to.</param>
    /// <param name="signedOut">Path of the portal the person comes back to once signed out.</param>
    /// <param name="portal">Address of the portal.</param>
    public static async Task<OidcProvider> StartAsync(string callback, string signedOut, Uri? portal = null)
    {
        var settings = JsonSerializer.Serialize(new { clientId = ClientId, clientSecret = ClientSecret, callback, signedOut });
        var child = Child.Start("node", RepositoryRoot.PathOf("tests", "TestKit", "Servers", "oidc-provider.mjs"), settings);
        using var news = JsonDocument.Parse(await child.ExpectAsync());
        var provider = new OidcProvider(child, news.RootElement.GetProperty("port").GetInt32());
        if (portal is not null) await provider.TrustAsync(portal);
        return provider;
    }

    /// <summary>Knows the portal at an address, and it alone.</summary>
    public Task TrustAsync(Uri portal) => OrderAsync(new { trust = portal });

    /// <summary>Knows a person.</summary>
    public Task KnowAsync(OidcPerson person) => OrderAsync(new { person });

    /// <summary>Misbehaves from now on.</summary>
    public Task FailAsync(OidcFault fault) => OrderAsync(new { fault = fault.ToString() });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        one.Dispose();
    }

    private async Task OrderAsync<T>(T order)
    {
        await one.WaitAsync();
        try
        {
            await child.WriteAsync(JsonSerializer.Serialize(order));
            await child.ExpectAsync();
        }
        finally
        {
            one.Release();
        }
    }
}
