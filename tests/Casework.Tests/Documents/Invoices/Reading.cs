using System.Text;
using Iness.Casework.Documents.Invoices;
using Iness.TestKit;

namespace Iness.Casework.Tests.Documents.Invoices;

/// <summary>Files read as invoices, and what must come of it.</summary>
internal static class Reading
{
    public static byte[] Fixture(string name) => File.ReadAllBytes(RepositoryRoot.PathOf("tests", "Fixtures", "invoices", name));

    public static string FixtureText(string name) => Encoding.UTF8.GetString(Fixture(name));

    public static Task<Outcome<ElectronicInvoice>> TryAsync(byte[] content, string? name) =>
        ReadInvoice.ExecuteAsync(new MemoryStream(content), name, TestContext.Current.CancellationToken);

    public static async Task<ElectronicInvoice> OfAsync(byte[] content, string? name = null)
    {
        var outcome = await TryAsync(content, name);
        Assert.True(outcome.IsDone, outcome.Message);
        return outcome.Value;
    }

    public static Task<ElectronicInvoice> OfTextAsync(string text) => OfAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>The sentence of the refusal, checked to be one line.</summary>
    public static async Task<string> RefusalOfAsync(byte[] content, string? name = null)
    {
        var outcome = await TryAsync(content, name);
        Assert.Equal(Refusal.Invalid, outcome.Refusal);
        Assert.StartsWith("Le fichier « ", outcome.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', outcome.Message!);
        return outcome.Message!;
    }

    public static Task<string> RefusalOfTextAsync(string text) => RefusalOfAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>All that an invoice states, to compare two readings.</summary>
    public static string Outline(ElectronicInvoice invoice) => string.Join(" | ",
        [$"{invoice with { Lines = [], Seller = Nobody, Buyer = Nobody }}", .. Outline(invoice.Seller), .. Outline(invoice.Buyer), .. invoice.Lines.Select(line => line.ToString())]);

    private static InvoiceParty Nobody { get; } = new(null, null, null, []);

    private static IEnumerable<string> Outline(InvoiceParty party) => [$"{party.Name} {party.LegalId} {party.VatId}", .. party.OtherIds.Select(id => id.ToString())];
}
