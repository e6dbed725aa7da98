using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Iness.Casework.Partners.Webhooks;

/// <summary>Seals the secrets of signatures with the keys of the portal: each delivery needs them, so a digest would not do. They are as safe as those keys are (docs/security.md).</summary>
public sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector seal = protection.CreateProtector("Iness.Webhooks");

    /// <summary>Sealed. Never inside a transaction: the first use of a key may write it.</summary>
    public string Protect(string secret) => seal.Protect(secret);

    /// <summary>Read again; null when the keys that sealed it are gone.</summary>
    public string? Read(Webhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        try
        {
            return seal.Unprotect(webhook.ProtectedSecret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
