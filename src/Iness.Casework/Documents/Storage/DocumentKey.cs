using System.Security.Cryptography;

namespace Iness.Casework.Documents.Storage;

/// <summary>The keys of the folder store: 128 random bits, in hexadecimal.</summary>
internal static class DocumentKey
{
    private const int Bytes = 16;
    private const int Length = 2 * Bytes;

    public static string New() => RandomNumberGenerator.GetHexString(Length, lowercase: true);

    public static bool IsOne(string? key) => key is { Length: Length } && key.All(char.IsAsciiHexDigitLower);

    /// <summary>Two levels of 256 folders: no folder grows long, whatever the number of documents.</summary>
    public static string PathOf(string key) =>
        IsOne(key) ? Path.Combine(key[..2], key[2..4], key) : throw new ArgumentException("This key was not given by the document store.", nameof(key));
}
