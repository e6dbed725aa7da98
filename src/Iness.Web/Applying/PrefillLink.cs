using System.Security.Cryptography;
using Iness.Web.Simulation;
using Microsoft.AspNetCore.DataProtection;

namespace Iness.Web.Applying;

/// <summary>
/// The link that a partner makes to fill an application in. The facts travel in it, sealed and dated; the server keeps nothing, and
/// it holds nothing about a person.
/// </summary>
public sealed class PrefillLink(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private const char BetweenDayAndState = '.';
    private readonly IDataProtector protector = protection.CreateProtector("Iness.Prefill.v1");

    /// <summary>The parameter of a link with these facts, and when it stops working; null when they are too long for a link.</summary>
    public (string Parameter, DateTimeOffset ExpiresAt)? Write(SimulationState state)
    {
        var facts = StateLink.Write(state);
        if (facts.Length > StateLink.Longest) return null;
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds((time.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
        return (protector.Protect($"{expiresAt.ToUnixTimeSeconds()}{BetweenDayAndState}{facts}"), expiresAt);
    }

    /// <summary>The facts of a link; null when it has expired, was altered, or is not one of ours.</summary>
    public SimulationState? Read(string parameter)
    {
        try
        {
            var parts = protector.Unprotect(parameter).Split(BetweenDayAndState, 2);
            return DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture)) > time.GetUtcNow() ? StateLink.Read(parts[1], time.Today()) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
