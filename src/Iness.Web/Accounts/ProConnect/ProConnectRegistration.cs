using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Iness.Web.Accounts.ProConnect;

/// <summary>Registers signing in with ProConnect.</summary>
public static class ProConnectRegistration
{
    /// <summary>Name of the scheme to challenge, and of the login provider of an account.</summary>
    public const string Scheme = "ProConnect";

    /// <summary>Where people come back to, as declared to ProConnect.</summary>
    public const string CallbackPath = "/connexion/proconnect/retour";

    /// <summary>Where people come back to once signed out, as declared to ProConnect.</summary>
    public const string SignedOutPath = "/deconnexion/proconnect/retour";

    private static readonly string[] Scopes = ["openid", "given_name", "usual_name", "email", "siret", "idp_id"];

    /// <summary>Adds the scheme, signing in to Identity's external one, when the section « ProConnect » enables it.</summary>
    public static AuthenticationBuilder AddProConnect(this AuthenticationBuilder builder, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(ProConnectOptions.Section);
        builder.Services.AddOptions<ProConnectOptions>().Bind(section)
            .Validate(options => options.AreComplete, "ProConnect needs an https Authority, a ClientId and a ClientSecret.")
            .ValidateOnStart();
        if (!section.GetValue(nameof(ProConnectOptions.Enabled), false)) return builder;

        builder.Services.TryAddTransient<ProConnectEvents>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        builder.Services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IOptions<ProConnectOptions>>(Configure);
        return builder.AddRemoteScheme<OpenIdConnectOptions, ProConnectHandler>(Scheme, "ProConnect", configureOptions: null);
    }

    private static void Configure(OpenIdConnectOptions options, IOptions<ProConnectOptions> settings)
    {
        var proConnect = settings.Value;
        options.Authority = proConnect.Authority!.AbsoluteUri;
        options.RequireHttpsMetadata = proConnect.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = proConnect.ClientId;
        options.ClientSecret = proConnect.ClientSecret;
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.EventsType = typeof(ProConnectEvents);
        options.CallbackPath = CallbackPath;
        options.SignedOutCallbackPath = SignedOutPath;
        options.RemoteSignOutPath = PathString.Empty;

        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        options.DisableTelemetry = true;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.Scope.Clear();
        foreach (var scope in Scopes) options.Scope.Add(scope);

        options.MapInboundClaims = false;
        options.ClaimActions.Clear();
        options.TokenValidationParameters.ValidAlgorithms = Userinfo.Algorithms;
        // Read by ourselves, its signature checked.
        options.GetClaimsFromUserInfoEndpoint = false;

        // The return is a plain link followed from ProConnect, for which « lax » is enough.
        foreach (var cookie in new[] { options.NonceCookie, options.CorrelationCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
    }
}
