using System.Text.Encodings.Web;
using System.Text.Json;
using Iness.Casework.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Iness.Casework.Audit;

/// <summary>Writes down what a change changes: the reason, then each row with its values before and after. Secrets are named, never shown.</summary>
internal static class ChangeRecord
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly HashSet<string> Secrets =
    [
        nameof(Account.PasswordHash), nameof(Account.SecurityStamp), nameof(Account.ConcurrencyStamp), nameof(IdentityUserToken<>.Value), "TokenHash", "CredentialId", "Payload",
        "Iban", "ProtectedSecret", "Csv", "Json",
    ];

    public static bool Concerns(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is not ITechnicalRecord
        && entry.Entity is not Microsoft.AspNetCore.DataProtection.EntityFrameworkCore.DataProtectionKey;

    public static string Write(string? why, IEnumerable<EntityEntry> changes)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartObject();
            if (why is not null) json.WriteString("why", why);
            json.WriteStartArray("changes");
            foreach (var change in changes.Where(Concerns)) Write(json, change);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, EntityEntry change)
    {
        json.WriteStartObject();
        json.WriteString("what", change.Metadata.ClrType.Name.Split('`')[0]);
        json.WriteString("change", change.State.ToString());
        json.WriteStartObject("key");
        foreach (var property in change.Properties.Where(property => property.Metadata.IsPrimaryKey()))
            json.WriteString(property.Metadata.Name, InWords(property.Metadata, property.CurrentValue));
        json.WriteEndObject();
        json.WriteStartObject("values");
        foreach (var property in change.Properties.Where(property => Matters(change.State, property)))
        {
            json.WriteStartArray(property.Metadata.Name);
            json.WriteStringValue(change.State == EntityState.Added ? null : InWords(property.Metadata, property.OriginalValue));
            json.WriteStringValue(change.State == EntityState.Deleted ? null : InWords(property.Metadata, property.CurrentValue));
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static bool Matters(EntityState state, PropertyEntry property) => !property.Metadata.IsPrimaryKey() && state switch
    {
        EntityState.Modified => property.IsModified && !Equals(property.OriginalValue, property.CurrentValue),
        EntityState.Added => property.CurrentValue is not null,
        _ => property.OriginalValue is not null,
    };

    private static string? InWords(IProperty property, object? value) => value switch
    {
        null => null,
        _ when Secrets.Contains(property.Name) => "(secret)",
        byte[] bytes => $"({bytes.Length} octets)",
        DateTime instant => instant.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
