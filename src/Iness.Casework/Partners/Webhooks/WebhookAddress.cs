using System.Net;

namespace Iness.Casework.Partners.Webhooks;

/// <summary>Reads an address typed for a webhook. Where its name leads is seen at each delivery: it may change.</summary>
public static class WebhookAddress
{
    /// <summary>Longest address.</summary>
    public const int Longest = 500;

    /// <summary>Why it is none; null when it is one.</summary>
    public static string? WhyNot(string? typed, WebhookOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (string.IsNullOrWhiteSpace(typed)) return "Écrivez l'adresse qui recevra les événements.";
        if (typed.Length > Longest) return $"Raccourcissez cette adresse : {Longest} caractères au plus.";
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var address) || address.HostNameType is UriHostNameType.Unknown or UriHostNameType.Basic)
            return "Cette adresse n'en est pas une. Écrivez-la en entier, par exemple https://partenaire.fr/iness.";
        var isSecure = address.Scheme == Uri.UriSchemeHttps || (options.AllowPrivateAddresses && address.Scheme == Uri.UriSchemeHttp);
        if (!isSecure) return "L'adresse doit commencer par https://.";
        if (address.UserInfo.Length > 0) return "Retirez l'identifiant et le mot de passe de l'adresse : c'est la signature qui dit d'où vient le message.";
        if (address.Fragment.Length > 0) return "Retirez de l'adresse ce qui suit le signe #.";
        return !options.AllowPrivateAddresses && LeadsInside(address) ? Inside : null;
    }

    internal const string Inside = "Cette adresse mène à un réseau privé ou à cette machine : le portail n'y envoie rien.";

    private static bool LeadsInside(Uri address) =>
        IPAddress.TryParse(address.DnsSafeHost, out var number) ? !PublicNetwork.Holds(number)
        : address.IsLoopback || address.DnsSafeHost.TrimEnd('.').EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || !address.DnsSafeHost.Contains('.', StringComparison.Ordinal);
}
