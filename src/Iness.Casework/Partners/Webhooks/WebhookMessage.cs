using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Iness.Casework.Lifecycle;
using Iness.Casework.Partners.Reading;
using Microsoft.AspNetCore.WebUtilities;

namespace Iness.Casework.Partners.Webhooks;

/// <summary>What is sent, and how its receiver knows that it comes from here.</summary>
public static class WebhookMessage
{
    /// <summary>The header that signs.</summary>
    public const string SignatureHeader = "Iness-Signature";

    /// <summary>The header that says which delivery it is, for the log.</summary>
    public const string DeliveryHeader = "Iness-Delivery";

    private const string Mark = "whsec_";
    private const int SecretBytes = 32;

    /// <summary>A new secret.</summary>
    public static string NewSecret() => Mark + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What is sent: an event and the file it is about, nothing of anybody. What more is wanted, the API tells to whoever may know.</summary>
    public static string Write(Guid id, string @event, string? number, FileStatus? status, DateTime at)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, ApplicationWriter.Options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("event", @event);
            json.WriteString("number", number);
            json.WriteString("status", status is { } known ? PartnerCodes.Of(known) : null);
            json.WriteString("at", at);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>The value of the header: the time is signed with the body, so that an old message cannot be sent again by somebody else.</summary>
    public static string Sign(string secret, DateTimeOffset at, string body)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}")))}";
    }
}
