using System.Buffers;
using System.Text;
using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Regulation;

namespace Iness.Casework.Payments.Checks;

/// <summary>Other aid as a claim keeps it: the array « otherPublicAid » of the assessment contract.</summary>
public static class OtherAidJson
{
    /// <summary>Reads it; none when it is not told.</summary>
    public static IReadOnlyList<PublicAid> Read(string? json) => json is null
        ? []
        : AssessmentRequestReader.Read(Encoding.UTF8.GetBytes($$"""{"createdOn":"2024-01-01","history":{"otherPublicAid":{{json}} } }"""), [])?.History.OtherPublicAid
            ?? throw new JsonException("The other aid of a claim cannot be read.");

    /// <summary>Writes it.</summary>
    public static string Write(IReadOnlyList<PublicAid> aids)
    {
        ArgumentNullException.ThrowIfNull(aids);
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, AssessmentAnswerWriter.Options))
        {
            writer.WriteStartArray();
            foreach (var aid in aids)
            {
                writer.WriteStartObject();
                if (aid.Grantor is { } grantor) writer.WriteString("grantor", grantor);
                if (aid.Scheme is { } scheme) writer.WriteString("scheme", scheme);
                writer.WriteMoney("amount"u8, aid.Amount);
                writer.WriteBoolean("regionalDigital", aid.RegionalDigital);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
