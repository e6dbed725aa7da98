using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Iness.Casework.Review;

/// <summary>The secret of the link by which an opinion is given: in the link and nowhere else.</summary>
public static class PersonalLink
{
    private const int SecretBytes = 32;

    /// <summary>How long it works.</summary>
    public static TimeSpan Validity { get; } = TimeSpan.FromDays(21);

    /// <summary>A new secret, fit for an address.</summary>
    public static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What is kept of a secret.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>The opinions that may still be given.</summary>
    public static IQueryable<Opinion> Awaited(this IQueryable<Opinion> opinions, DateTime now) =>
        opinions.Where(opinion => opinion.AnsweredAt == null && opinion.RevokedAt == null && opinion.ExpiresAt > now);
}
