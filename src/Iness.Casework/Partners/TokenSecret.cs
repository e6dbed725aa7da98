using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Iness.Casework.Partners;

/// <summary>The text of a token: a mark by which programs that search for leaked secrets know it, and 256 bits drawn at random.</summary>
public static class TokenSecret
{
    /// <summary>What every token begins with.</summary>
    public const string Mark = "iness_";

    private const int SecretBytes = 32;
    private const int ShownCharacters = 10;

    // 32 bytes in Base64url.
    private const int Length = 6 + 43;

    /// <summary>A new one.</summary>
    public static string New() => Mark + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What is kept of it. A draw of 256 bits needs no salt and no slow digest.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>What is shown of it in a list.</summary>
    public static string PrefixOf(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token[..ShownCharacters];
    }

    /// <summary>Whether a text can be one: what cannot is not looked up.</summary>
    public static bool IsWellFormed(string? text) =>
        text is { Length: Length } && text.StartsWith(Mark, StringComparison.Ordinal) && text.AsSpan(Mark.Length).IndexOfAnyExcept(Base64Url) < 0;

    private static readonly System.Buffers.SearchValues<char> Base64Url = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
