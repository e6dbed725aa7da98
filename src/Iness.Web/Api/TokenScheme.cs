using System.Security.Claims;
using System.Text.Encodings.Web;
using Iness.Casework.Partners;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Iness.Web.Api;

/// <summary>
/// Knows who calls by the personal access token of the Authorization header (RFC 6750), and by nothing else: where it is asked for, the
/// cookie of a browser opens nothing.
/// </summary>
internal sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, CheckAccessToken check)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string Name = "AccessToken";

    private const string Bearer = "Bearer ";

    /// <summary>Why the token shown is refused; null when none is shown.</summary>
    private string? refusal;

    /// <summary>The right that a call needs, proved by a token.</summary>
    public static NeedsAttribute Needs(Right right) => new(right) { AuthenticationSchemes = Name };

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? header = Request.Headers.Authorization;
        if (string.IsNullOrEmpty(header)) return AuthenticateResult.NoResult();
        var outcome = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? await check.ExecuteAsync(header[Bearer.Length..].Trim(), Context.RequestAborted)
            : Outcome.Refused(Refusal.Invalid, "L'en-tête Authorization doit être « Bearer » suivi du jeton.");
        if (!outcome.IsDone)
        {
            refusal = outcome.Message;
            return AuthenticateResult.Fail(outcome.Message!);
        }

        var bearer = outcome.Value;
        Context.Features.Set(bearer);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, bearer.AccountId.ToString()), new(ClaimTypes.Role, bearer.Role.ToString())], Name);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = refusal is null ? "Bearer realm=\"Iness\"" : "Bearer realm=\"Iness\", error=\"invalid_token\"";
        return Problems.NotKnown(refusal ?? "Un jeton d'accès est attendu : « Authorization: Bearer iness_… ».").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"Iness\", error=\"insufficient_scope\"";
        return Problems.NotAllowed("Le rôle du titulaire de ce jeton ne permet pas d'utiliser l'API.").ExecuteAsync(Context);
    }
}
