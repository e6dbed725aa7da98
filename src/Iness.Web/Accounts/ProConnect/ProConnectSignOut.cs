using Microsoft.AspNetCore.Authentication;

namespace Iness.Web.Accounts.ProConnect;

/// <summary>Signing out at ProConnect as well, once signed out here: <c>HttpContext.SignOutAsync(ProConnectRegistration.Scheme, ProConnectSignOut.Properties(…))</c>.</summary>
public static class ProConnectSignOut
{
    private const string IdToken = "id_token_hint";

    /// <summary>What the sign-out needs.</summary>
    /// <param name="idToken"><see cref="ProConnectIdentity.IdToken"/>, as kept in the session.</param>
    /// <param name="returnPath">Page of this portal where the person arrives.</param>
    public static AuthenticationProperties Properties(string idToken, string returnPath = "/")
    {
        var properties = new AuthenticationProperties { RedirectUri = returnPath };
        // A parameter stays here: an item would travel in the address, twice.
        properties.SetParameter(IdToken, idToken);
        return properties;
    }

    internal static string? IdTokenOf(AuthenticationProperties properties) => properties.GetParameter<string>(IdToken);
}
