using System.Security.Cryptography;
using System.Text;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.WebUtilities;

namespace Iness.Casework.Review;

/// <summary>The token of the link by which an opinion is given: a secret and what is shared, in the link and nowhere else.</summary>
public static class PersonalLink
{
    private const int SecretBytes = 32;

    /// <summary>How long it works.</summary>
    public static TimeSpan Validity { get; } = TimeSpan.FromDays(21);

    /// <summary>A new token, fit for an address.</summary>
    public static string NewToken(OpinionScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return WebEncoders.Base64UrlEncode([.. RandomNumberGenerator.GetBytes(SecretBytes), .. scope.Write()]);
    }

    /// <summary>What a token shares. It is to be believed only once its digest has been found.</summary>
    public static OpinionScope? ScopeOf(string token)
    {
        try
        {
            var bytes = WebEncoders.Base64UrlDecode(token);
            return bytes.Length < SecretBytes ? null : OpinionScope.Read(bytes.AsSpan(SecretBytes));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>What is kept of a token.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The opinions that may still be given: in their time, and while the file awaits its decision.</summary>
    public static IQueryable<Opinion> AwaitedOpinions(this InessDbContext db, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Opinions.Where(opinion => opinion.AnsweredAt == null && opinion.RevokedAt == null && opinion.ExpiresAt > now
            && db.Applications.Any(application => application.Id == opinion.ApplicationId
                && (application.Status == FileStatus.Filed || application.Status == FileStatus.Incomplete || application.Status == FileStatus.UnderReview || application.Status == FileStatus.Proposed)));
    }
}
