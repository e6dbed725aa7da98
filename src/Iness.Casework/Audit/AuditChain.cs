using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Iness.Casework.Lifecycle;

namespace Iness.Casework.Audit;

/// <summary>How a line of the audit log is hashed. The rule is written in docs/audit.md, so that anybody can check a log without this program.</summary>
public static class AuditChain
{
    /// <summary>What the first line is chained to.</summary>
    public static readonly string Origin = new('0', 64);

    /// <summary>Digest of the details with their salt.</summary>
    public static string Digest(string salt, string details) => HashOf([salt, details]);

    /// <summary>Hash of a line.</summary>
    public static string Hash(long sequence, DateTime at, Guid? actor, Role role, string action, string subject, string detailsDigest, string previousHash) =>
        Hash(sequence, Text(at), actor?.ToString() ?? "", role.ToString(), action, subject, detailsDigest, previousHash);

    /// <summary>An instant as it is hashed.</summary>
    internal static string Text(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Hash of a line whose fields are already text.</summary>
    internal static string Hash(long sequence, string at, string actor, string role, string action, string subject, string detailsDigest, string previousHash) =>
        HashOf([sequence.ToString(CultureInfo.InvariantCulture), at, actor, role, action, subject, detailsDigest, previousHash]);

    // Each field goes with its length before it, so that no text can slide from one field into the next.
    private static string HashOf(ReadOnlySpan<string> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var field in fields)
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
