using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Iness.Web.Tests.Accounts.Codes;

/// <summary>An authenticator application, written from RFC 6238 and not from the library that checks its codes.</summary>
internal static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>What the application shows now for a key copied from the page.</summary>
    public static string Now(string key) => At(key, TimeProvider.System.GetUtcNow());

    /// <summary>A code that is not right.</summary>
    public static string Wrong(string key) => At(key, TimeProvider.System.GetUtcNow().AddDays(1));

    private static string At(string key, DateTimeOffset instant)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, instant.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // RFC 6238 and every application use it.
        var hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var letters = key.Replace(" ", "", StringComparison.Ordinal);
        var value = letters.Aggregate(BigInteger.Zero, (sum, letter) => (sum << 5) | Base32.IndexOf(letter, StringComparison.Ordinal));
        var length = letters.Length * 5 / 8;
        var bytes = (value >> (letters.Length * 5 % 8)).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[length - bytes.Length], .. bytes];
    }
}
