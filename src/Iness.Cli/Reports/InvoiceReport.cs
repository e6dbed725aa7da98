using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Casework.Documents.Invoices;

namespace Iness.Cli.Reports;

/// <summary>An invoice in the words of the contract.</summary>
internal static class InvoiceReport
{
    public static ReadOnlySpan<byte> Of(ElectronicInvoice invoice)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, AssessmentAnswerWriter.Indented);
        json.WriteStartObject();
        json.WriteString("syntax"u8, invoice.Syntax == InvoiceSyntax.Cii ? "cii"u8 : "ubl"u8);
        json.WriteString("number"u8, invoice.Number);
        json.WriteString("typeCode"u8, invoice.TypeCode);
        json.WriteString("issuedOn"u8, invoice.IssuedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("currency"u8, invoice.Currency);
        WriteParty(json, "seller"u8, invoice.Seller);
        WriteParty(json, "buyer"u8, invoice.Buyer);
        WriteAmount(json, "netTotal"u8, invoice.NetTotal);
        WriteAmount(json, "taxTotal"u8, invoice.TaxTotal);
        WriteAmount(json, "grandTotal"u8, invoice.GrandTotal);
        WriteAmount(json, "prepaid"u8, invoice.Prepaid);
        WriteAmount(json, "due"u8, invoice.Due);
        json.WriteStartArray("lines"u8);
        foreach (var line in invoice.Lines)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, line.Name);
            WriteNumber(json, "quantity"u8, WithoutZeros(line.Quantity));
            WriteAmount(json, "netAmount"u8, line.NetAmount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }

    private static void WriteParty(Utf8JsonWriter json, ReadOnlySpan<byte> name, InvoiceParty party)
    {
        json.WriteStartObject(name);
        json.WriteString("name"u8, party.Name);
        json.WriteString("legalId"u8, party.LegalId);
        json.WriteEndObject();
    }

    /// <summary>Two decimals at least, more when the invoice has more.</summary>
    private static void WriteAmount(Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal? amount) => WriteNumber(json, name, WithoutZeros(amount) + 0.00m);

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal? number)
    {
        if (number is { } known) json.WriteNumber(name, known);
        else json.WriteNull(name);
    }

    /// <summary>3, for an invoice that writes 3.0000.</summary>
    private static decimal? WithoutZeros(decimal? number) => number / 1.0000000000000000000000000000m;
}
