using System.Security.Claims;
using Iness.Casework.Registers.Companies;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Iness.Web.Accounts.ProConnect;

/// <summary>Who ProConnect says somebody is.</summary>
/// <param name="Subject">The person's identifier, for ever the same for this portal.</param>
/// <param name="Email">E-mail.</param>
/// <param name="GivenName">First name.</param>
/// <param name="UsualName">Usual name.</param>
/// <param name="Siret">Establishment; null when none was given, or none that can be.</param>
/// <param name="IdentityProvider">Where the account really is.</param>
/// <param name="Level">How surely the person was identified, as « eidas1 ».</param>
/// <param name="IdToken">To be kept in the session, for <see cref="ProConnectSignOut"/>.</param>
public sealed record ProConnectIdentity(
    string Subject, string Email, string? GivenName, string? UsualName, string? Siret, string? IdentityProvider, string? Level, string? IdToken)
{
    private const string IdTokenName = "id_token";

    /// <summary>Reads the external sign-in, once the person is back; null when there is none.</summary>
    public static ProConnectIdentity? Read(AuthenticateResult external)
    {
        ArgumentNullException.ThrowIfNull(external);
        if (external is not { Succeeded: true, Principal: { Identity.AuthenticationType: ProConnectRegistration.Scheme } principal }) return null;
        return Read(principal.FindFirstValue) is { } identity ? identity with { IdToken = external.Properties?.GetTokenValue(IdTokenName) } : null;
    }

    /// <summary>Reads the claims of userinfo; null when there is no subject or no e-mail.</summary>
    internal static ProConnectIdentity? Read(Func<string, string?> claim) => claim("sub") is { Length: > 0 } subject && claim("email") is { Length: > 0 } email
        ? new(subject, email, claim("given_name"), claim("usual_name"), ReadSiret(claim("siret")), claim("idp_id"), claim("acr"), null)
        : null;

    /// <summary>As the external cookie carries it.</summary>
    internal ClaimsPrincipal ToPrincipal()
    {
        var identity = new ClaimsIdentity(ProConnectRegistration.Scheme, ClaimTypes.Name, ClaimTypes.Role);
        Add(ClaimTypes.NameIdentifier, Subject);
        Add(ClaimTypes.Email, Email);
        Add(ClaimTypes.Name, string.Join(' ', new[] { GivenName, UsualName }.Where(name => name is { Length: > 0 })));
        Add(JwtRegisteredClaimNames.Sub, Subject);
        Add("email", Email);
        Add("given_name", GivenName);
        Add("usual_name", UsualName);
        Add("siret", Siret);
        Add("idp_id", IdentityProvider);
        Add("acr", Level);
        return new(identity);

        void Add(string type, string? value)
        {
            if (value is { Length: > 0 }) identity.AddClaim(new(type, value, ClaimValueTypes.String, ProConnectRegistration.Scheme));
        }
    }

    /// <summary>Keeps what signing out will need, and no other token.</summary>
    internal static void KeepIdToken(AuthenticationProperties properties, string idToken) => properties.StoreTokens([new() { Name = IdTokenName, Value = idToken }]);

    private static string? ReadSiret(string? text) =>
        CompanyNumber.Read(text, out var number) == CompanyNumber.Reading.Number && number!.IsSiret ? number.Digits : null;
}
