using System.Globalization;
using System.Text.Json;
using Iness.Regulation;

namespace Iness.Casework.Assessments;

/// <summary>Writes a request of the assessment contract: what the reader read, it can read again. Unknown facts are left out.</summary>
public static class AssessmentRequestWriter
{
    /// <summary>Writes one request as one JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, AssessmentRequest request)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(request);
        writer.WriteStartObject();
        WriteDate(writer, "createdOn", request.CreatedOn);
        WriteDate(writer, "grantedOn", request.GrantedOn);
        WriteUndertaking(writer, request.Undertaking);
        writer.WriteStartObject("project");
        if (request.Costs is { } costs) WriteList(writer, "costs", costs, WriteCost);
        writer.WriteEndObject();
        WriteHistory(writer, request.History);
        writer.WriteEndObject();
    }

    private static void WriteUndertaking(Utf8JsonWriter writer, Undertaking u)
    {
        writer.WriteStartObject("undertaking");
        WriteText(writer, "siren", u.Siren?.Digits);
        WriteText(writer, "legalCategory", u.LegalCategory?.ToString());
        WriteFlags(writer, "approvals", ContractCodes.Approvals, (int?)u.Approvals);
        if (u.Stage != Stage.Existing) WriteCode(writer, "stage", ContractCodes.Stages, (int)u.Stage);
        WriteText(writer, "communeCode", u.Commune?.ToString());
        WriteDate(writer, "foundedOn", u.FoundedOn);
        WriteAmount(writer, "turnover"u8, u.Turnover);
        if (u.Headcount is { } headcount) writer.WriteNumber("headcount", headcount);
        WriteBoolean(writer, "hasEconomicActivity", u.HasEconomicActivity);
        WriteText(writer, "mainActivity", u.MainActivity?.ToString());
        WriteFlags(writer, "sectors", ContractCodes.Sectors, (int?)u.Sectors);
        WriteBoolean(writer, "taxUpToDate", u.TaxUpToDate);
        WriteBoolean(writer, "socialUpToDate", u.SocialUpToDate);
        writer.WriteStartObject("difficulty");
        WriteBoolean(writer, "insolvencyProceedings", u.Difficulty.InsolvencyProceedings);
        WriteBoolean(writer, "rescueAidOutstanding", u.Difficulty.RescueAidOutstanding);
        WriteAmount(writer, "shareCapital"u8, u.Difficulty.ShareCapital);
        WriteAmount(writer, "equity"u8, u.Difficulty.Equity);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteCost(Utf8JsonWriter writer, CostLine line)
    {
        writer.WriteStartObject();
        WriteText(writer, "id", line.Id);
        WriteText(writer, "label", line.Label);
        WriteCode(writer, "category", ContractCodes.CostCategories, (int)line.Category);
        WriteCode(writer, "nature", ContractCodes.CostNatures, (int)line.Nature);
        WriteAmount(writer, "amount"u8, line.Amount);
        if (line.Months is { } months) writer.WriteNumber("months", months);
        if (line.Hardware is { } hardware) WriteCode(writer, "hardware", ContractCodes.HardwareKinds, (int)hardware);
        if (line.InvoicedTo != InvoicedTo.Beneficiary) WriteCode(writer, "invoicedTo", ContractCodes.InvoicedTo, (int)line.InvoicedTo);
        if (line.Financing != Financing.Purchase) WriteCode(writer, "financing", ContractCodes.Financings, (int)line.Financing);
        WriteDate(writer, "orderedOn", line.OrderedOn);
        writer.WriteEndObject();
    }

    private static void WriteHistory(Utf8JsonWriter writer, History history)
    {
        writer.WriteStartObject("history");
        if (history.DeMinimisAids is { } deMinimis) WriteList(writer, "deMinimisAids", deMinimis, static (writer, aid) =>
        {
            writer.WriteStartObject();
            WriteDate(writer, "grantedOn", aid.GrantedOn);
            WriteAmount(writer, "amount"u8, aid.Amount);
            WriteText(writer, "grantor", aid.Grantor);
            writer.WriteEndObject();
        });
        if (history.PreviousApplications is { } filings) WriteList(writer, "previousApplications", filings, static (writer, filedOn) => writer.WriteStringValue(Iso(filedOn)));
        if (history.OtherPublicAid is { } others) WriteList(writer, "otherPublicAid", others, static (writer, aid) =>
        {
            writer.WriteStartObject();
            WriteText(writer, "grantor", aid.Grantor);
            WriteText(writer, "scheme", aid.Scheme);
            WriteAmount(writer, "amount"u8, aid.Amount);
            writer.WriteBoolean("regionalDigital", aid.RegionalDigital);
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items) write(writer, item);
        writer.WriteEndArray();
    }

    private static void WriteFlags(Utf8JsonWriter writer, string name, CodeList codes, int? flags)
    {
        if (flags is null) return;
        writer.WriteStartArray(name);
        foreach (var value in codes.Values)
        {
            if ((flags & value) != 0) writer.WriteStringValue(codes.TextOf(value));
        }

        writer.WriteEndArray();
    }

    private static void WriteCode(Utf8JsonWriter writer, string name, CodeList codes, int value) => writer.WriteString(name, codes.TextOf(value));

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    private static void WriteBoolean(Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } known) writer.WriteBoolean(name, known);
    }

    private static void WriteAmount(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Money? value)
    {
        if (value is { } known) writer.WriteMoney(name, known);
    }

    private static void WriteDate(Utf8JsonWriter writer, string name, DateOnly? value)
    {
        if (value is { } known) writer.WriteString(name, Iso(known));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
