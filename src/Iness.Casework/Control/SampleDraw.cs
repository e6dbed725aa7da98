using System.Security.Cryptography;
using System.Text;

namespace Iness.Casework.Control;

/// <summary>
/// The draw, which anyone can make again with the list, the seed and any program that computes SHA-256: each number gets the SHA-256 of the seed
/// followed by the number (both as text); the numbers whose hashes come first in the order of their digits are drawn.
/// </summary>
public static class SampleDraw
{
    private const int SeedBytes = 32;

    /// <summary>A new seed, in hexadecimal: chance of the system's own generator, which nobody chooses.</summary>
    public static string NewSeed() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes));

    /// <summary>The list drawn from, as it is hashed: the numbers in order, one a line.</summary>
    public static string PopulationText(IEnumerable<string> numbers) => string.Concat(numbers.Order(StringComparer.Ordinal).Select(number => number + '\n'));

    /// <summary>SHA-256 of the list, in hexadecimal.</summary>
    public static string PopulationSha256(IEnumerable<string> numbers) => Hash(PopulationText(numbers));

    /// <summary>The numbers drawn, by rank.</summary>
    public static IReadOnlyList<string> Draw(IEnumerable<string> numbers, string seed, int size) =>
        [.. numbers.OrderBy(number => Hash(seed + number), StringComparer.Ordinal).Take(size)];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
