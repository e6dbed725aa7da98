using System.Globalization;
using System.Security.Cryptography;
using Iness.Casework.Mail;
using Microsoft.AspNetCore.DataProtection;

namespace Iness.Casework.Accounts.Agents;

/// <summary>
/// The link by which an agent of the Région who was invited chooses a password: sealed by this portal, for one account, until a given
/// time. It holds the account's stamp, which changes when it serves and when another link is sent: only the last one works, and once.
/// </summary>
public sealed class AgentLink(IDataProtectionProvider protection, PortalAddress portal, TimeProvider time)
{
    private readonly IDataProtector seal = protection.CreateProtector("Iness.AgentInvitation");

    /// <summary>How long it works.</summary>
    public static TimeSpan Validity { get; } = TimeSpan.FromDays(7);

    /// <summary>The link of an account, with the instant until which it works.</summary>
    public (string Address, DateTime Until) Of(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var until = time.Instant() + Validity;
        var code = seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{until.Ticks} {account.Id} {account.SecurityStamp}"));
        return (portal.Of($"/connexion/invitation?compte={account.Id}&code={code}"), until);
    }

    /// <summary>Whether a code opens an account now.</summary>
    public bool Opens(Account account, string? code)
    {
        ArgumentNullException.ThrowIfNull(account);
        try
        {
            var parts = seal.Unprotect(code ?? "").Split(' ', 3);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > time.Instant().Ticks && parts[1] == account.Id.ToString() && parts[2] == account.SecurityStamp;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException)
        {
            return false;
        }
    }
}
