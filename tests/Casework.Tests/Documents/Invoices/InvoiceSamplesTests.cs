using System.Globalization;
using System.Text.Json;
using Iness.Casework.Documents.Invoices;
using Iness.TestKit;

namespace Iness.Casework.Tests.Documents.Invoices;

public sealed class InvoiceSamplesTests
{
    [Fact]
    public async Task Read_InvoicesHandedOver_AgreesWithEachExpectedReading()
    {
        if (RepositoryRoot.OutsideData("samples", "invoices") is not { } folder)
        {
            Assert.Skip("The invoices beside the repository are absent.");
            return;
        }

        using var expected = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "expected.json"), TestContext.Current.CancellationToken));
        var count = 0;
        foreach (var one in expected.RootElement.EnumerateObject())
        {
            var invoice = await Reading.OfAsync(await File.ReadAllBytesAsync(Path.Combine(folder, one.Name), TestContext.Current.CancellationToken), one.Name);
            Assert.Equal((one.Name, ExpectedOf(one.Value)), (one.Name, Told(invoice)));
            Assert.All(invoice.Lines, line => Assert.True(line.Name is not null && line.Quantity is not null));
            count++;
        }

        Assert.True(count >= 16);
    }

    private static string Told(ElectronicInvoice it) => string.Join('|',
        it.Syntax == InvoiceSyntax.Cii ? "cii" : "ubl", it.Number, it.TypeCode, it.IssuedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), it.Currency,
        it.Seller.Name, it.Seller.LegalId, it.Buyer.Name, it.Buyer.LegalId, Amount(it.NetTotal), Amount(it.TaxTotal), Amount(it.GrandTotal), Amount(it.Prepaid), Amount(it.Due),
        string.Join(' ', it.Lines.Select(line => Amount(line.NetAmount))));

    private static string ExpectedOf(JsonElement it) => string.Join('|',
        Text(it, "syntax"), Text(it, "number"), Text(it, "typeCode"), Text(it, "issuedOn"), Text(it, "currency"),
        Text(it.GetProperty("seller"), "name"), Text(it.GetProperty("seller"), "legalId"), Text(it.GetProperty("buyer"), "name"), Text(it.GetProperty("buyer"), "legalId"),
        Amount(it, "netTotal"), Amount(it, "taxTotal"), Amount(it, "grandTotal"), Amount(it, "prepaid"), Amount(it, "due"),
        string.Join(' ', it.GetProperty("lines").EnumerateArray().Select(line => Amount(line.GetDecimal()))));

    private static string? Text(JsonElement parent, string name) => parent.GetProperty(name).GetString();

    private static string? Amount(JsonElement parent, string name) => parent.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? Amount(number.GetDecimal()) : null;

    private static string? Amount(decimal? amount) => amount?.ToString("0.00##", CultureInfo.InvariantCulture);
}
