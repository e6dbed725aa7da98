using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Iness.Casework.Documents;
using Iness.Casework.Partners;
using Iness.Casework.Payments;
using Iness.Casework.Review;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Iness.Casework.Archives;

/// <summary>A row as JSON: each column under its name, amounts in euros, days and instants as ISO 8601 has them, codes in the words of the program.</summary>
internal static class RowJson
{
    public static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What serves the working of the portal alone, and secrets.</summary>
    private static readonly HashSet<string> LeftOut =
    [
        "Version", nameof(Opinion.TokenHash), nameof(StoredDocument.StorageKey), nameof(StoredDocument.ScanAttempts), nameof(StoredDocument.ScanDueAt), nameof(PaymentClaim.FilingKey),
        nameof(WebhookDelivery.Payload),
    ];

    /// <summary>The columns of a row, in the order of the model.</summary>
    public static Dictionary<string, object?> Of(IEntityType entity, object row) => entity.GetProperties()
        .Where(property => !property.IsShadowProperty() && !LeftOut.Contains(property.Name))
        .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => Plain(property.GetGetter().GetClrValue(row)), StringComparer.Ordinal);

    /// <summary>What tells two rows apart, and puts them in the order of time.</summary>
    public static string KeyOf(IEntityType entity, object row) =>
        string.Join('/', entity.FindPrimaryKey()!.Properties.Select(property => Convert.ToString(property.GetGetter().GetClrValue(row), CultureInfo.InvariantCulture)));

    /// <summary>The people, organisations and rows it names.</summary>
    public static IEnumerable<Guid> IdentifiersOf(IEntityType entity, object row) =>
        entity.GetProperties().Where(property => !property.IsShadowProperty()).Select(property => property.GetGetter().GetClrValue(row)).OfType<Guid>();

    public static byte[] Write(object content) => [.. JsonSerializer.SerializeToUtf8Bytes(content, Options), .. "\n"u8];

    public static byte[] Utf8(string text) => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);

    private static object? Plain(object? value) => value switch
    {
        null or string or bool or int or long or decimal => value,
        Money amount => amount.ToEuros(),
        DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
