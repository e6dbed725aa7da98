using System.Buffers.Binary;
using Microsoft.AspNetCore.WebUtilities;

namespace Iness.Casework.Partners.Reading;

/// <summary>Where a page ended: the next one starts after it, whatever was filed meanwhile.</summary>
/// <param name="FiledAt">When the last application of the page was filed, UTC.</param>
/// <param name="Id">Its identifier.</param>
public sealed record ApplicationsCursor(DateTime FiledAt, Guid Id)
{
    private const int Length = sizeof(long) + 16;

    /// <summary>As programs carry it, without reading it.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, FiledAt.Ticks);
        Id.TryWriteBytes(bytes[sizeof(long)..], bigEndian: true, out _);
        return WebEncoders.Base64UrlEncode(bytes);
    }

    /// <summary>Reads one; null when it is none.</summary>
    public static ApplicationsCursor? Parse(string text)
    {
        try
        {
            var bytes = WebEncoders.Base64UrlDecode(text);
            if (bytes.Length != Length || BinaryPrimitives.ReadInt64BigEndian(bytes) is var ticks && (ticks < 0 || ticks > DateTime.MaxValue.Ticks)) return null;
            return new(new(BinaryPrimitives.ReadInt64BigEndian(bytes), DateTimeKind.Utc), new(bytes.AsSpan(sizeof(long)), bigEndian: true));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
