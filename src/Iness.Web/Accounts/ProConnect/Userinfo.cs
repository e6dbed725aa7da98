using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Iness.Web.Accounts.ProConnect;

/// <summary>Userinfo as a signed JWT. The framework's own handler reads one without looking at its signature: here it is checked.</summary>
internal static class Userinfo
{
    /// <summary>Signatures by the provider's key pair only: neither « none », nor a secret shared.</summary>
    public static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256];

    private static readonly JsonWebTokenHandler Reader = new() { MapInboundClaims = false };

    /// <summary>Asks who an access token belongs to; whatever cannot be trusted throws.</summary>
    public static async Task<JsonWebToken> ReadAsync(OpenIdConnectOptions options, string accessToken, string subject, CancellationToken cancellation)
    {
        var provider = await options.ConfigurationManager!.GetConfigurationAsync(cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, provider.UserInfoEndpoint);
        request.Headers.Authorization = new("Bearer", accessToken);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/jwt"));
        using var response = await options.Backchannel.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode) throw new ProConnectException(ProConnectFailure.Unavailable, $"Userinfo answered {(int)response.StatusCode}.");
        if (response.Content.Headers.ContentType?.MediaType != "application/jwt") throw new ProConnectException(ProConnectFailure.Failed, "Userinfo is not signed.");

        var result = await Reader.ValidateTokenAsync(await response.Content.ReadAsStringAsync(cancellation), new()
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = options.ClientId,
            IssuerSigningKeys = provider.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            // The standard asks for no expiry here; one that is there counts.
            RequireExpirationTime = false,
        });
        if (!result.IsValid) throw new ProConnectException(ProConnectFailure.Failed, "Userinfo cannot be trusted.", result.Exception);
        var token = (JsonWebToken)result.SecurityToken;
        return token.Subject == subject ? token : throw new ProConnectException(ProConnectFailure.Failed, "Userinfo is somebody else's.");
    }
}
