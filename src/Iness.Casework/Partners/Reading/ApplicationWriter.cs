using System.Globalization;
using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Regulation;

namespace Iness.Casework.Partners.Reading;

/// <summary>Writes what a token may be told: what its scopes do not cover is absent, what is not known is null.</summary>
public static class ApplicationWriter
{
    /// <summary>How it is written.</summary>
    public static JsonWriterOptions Options => AssessmentAnswerWriter.Options;

    /// <summary>Writes a page.</summary>
    public static void Write(Utf8JsonWriter writer, PartnerPage page, IReadOnlyCollection<TokenScope> scopes)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(page);
        writer.WriteStartObject();
        writer.WriteStartArray("applications");
        foreach (var row in page.Rows)
        {
            writer.WriteStartObject();
            WriteMembers(writer, row, scopes);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("next", page.Next?.ToString());
        writer.WriteEndObject();
    }

    /// <summary>Writes one with its steps.</summary>
    public static void Write(Utf8JsonWriter writer, PartnerApplication row, IReadOnlyList<PartnerStep> steps, IReadOnlyCollection<TokenScope> scopes)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(steps);
        writer.WriteStartObject();
        WriteMembers(writer, row, scopes);
        writer.WriteStartArray("history");
        foreach (var step in steps)
        {
            writer.WriteStartObject();
            writer.WriteString("at", step.At);
            writer.WriteString("action", PartnerCodes.Of(step.Action));
            writer.WriteString("status", PartnerCodes.Of(step.Status));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, PartnerApplication row, IReadOnlyCollection<TokenScope> scopes)
    {
        var isLegalPerson = row.IsLegalPerson;
        writer.WriteString("number", row.Number);
        writer.WriteString("status", PartnerCodes.Of(row.Status));
        writer.WriteString("filedAt", row.FiledAt);
        WriteInstant(writer, "changedAt", row.ChangedAt);
        WriteDay(writer, "respondBy", row.RespondBy);
        WriteDay(writer, "claimBy", row.ClaimBy);
        writer.WriteString("siren", isLegalPerson ? row.Siren : null);
        writer.WriteString("siret", isLegalPerson ? row.Siret : null);
        writer.WriteString("organisation", isLegalPerson ? row.Organisation : null);
        writer.WriteString("department", row.Department);
        writer.WriteString("town", row.Town);
        writer.WriteStartArray("costCategories");
        foreach (var category in (row.CostCategories ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries)) writer.WriteStringValue(category);
        writer.WriteEndArray();
        writer.WriteString("verdict", row.Verdict is { } verdict ? ContractCodes.OverallVerdicts.NameOf((int)verdict) : null);
        var hasAmounts = scopes.Contains(TokenScope.Amounts);
        if (hasAmounts) WriteAmounts(writer, row);
        if (scopes.Contains(TokenScope.Decisions)) WriteDecision(writer, row, hasAmounts);
        if (scopes.Contains(TokenScope.Payments)) WritePayment(writer, row);
    }

    private static void WriteAmounts(Utf8JsonWriter writer, PartnerApplication row)
    {
        writer.WriteStartObject("amounts");
        WriteMoney(writer, "claimed", row.Claimed);
        WriteMoney(writer, "eligible", row.Eligible);
        WriteMoney(writer, "aid", row.Aid);
        writer.WriteEndObject();
    }

    private static void WriteDecision(Utf8JsonWriter writer, PartnerApplication row, bool hasAmounts)
    {
        if (row.Decision is not { } kind)
        {
            writer.WriteNull("decision");
            return;
        }

        writer.WriteStartObject("decision");
        writer.WriteString("kind", PartnerCodes.Of(kind));
        WriteDay(writer, "on", row.DecidedOn);
        WriteInstant(writer, "notifiedAt", row.NotifiedAt);
        if (hasAmounts) WriteMoney(writer, "amount", row.Granted);
        writer.WriteEndObject();
    }

    private static void WritePayment(Utf8JsonWriter writer, PartnerApplication row)
    {
        if (row.ClaimedAt is null)
        {
            writer.WriteNull("payment");
            return;
        }

        writer.WriteStartObject("payment");
        WriteInstant(writer, "claimedAt", row.ClaimedAt);
        WriteDay(writer, "completeOn", row.CompleteOn);
        WriteMoney(writer, "payable", row.Payable);
        WriteDay(writer, "paidOn", row.PaidOn);
        writer.WriteEndObject();
    }

    private static void WriteInstant(Utf8JsonWriter writer, string name, DateTime? at)
    {
        if (at is { } instant) writer.WriteString(name, instant);
        else writer.WriteNull(name);
    }

    private static void WriteDay(Utf8JsonWriter writer, string name, DateOnly? day) => writer.WriteString(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static void WriteMoney(Utf8JsonWriter writer, string name, Money? amount)
    {
        if (amount is { } money) writer.WriteMoney(System.Text.Encoding.UTF8.GetBytes(name), money);
        else writer.WriteNull(name);
    }
}
