using Iness.Casework.Documents.Invoices;
using Iness.Casework.Payments.Checks;
using Iness.Regulation;

namespace Iness.Casework.Payments.Claims;

/// <summary>Takes what an electronic invoice states into a claim, as it is: amounts signed, nothing computed but the foot that its lines do not hold.</summary>
public static class InvoiceReading
{
    /// <summary>The most lines shown of one invoice; the rest is one line.</summary>
    public const int MostLines = 100;

    /// <summary>The largest amount of an invoice or of a line.</summary>
    public static readonly Money Most = Money.Euros(10_000_000);

    private const string Foot = "Remises et frais au pied de la facture";

    /// <summary>Writes it in an invoice of a claim.</summary>
    public static void ReadInto(ClaimedInvoice invoice, ElectronicInvoice read)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(read);
        invoice.Source = InvoiceSource.Electronic;
        invoice.IsCreditNote = read.IsCreditNote || (read.NetTotal ?? read.GrandTotal) < 0;
        (invoice.SupplierName, invoice.SupplierId) = (Cut(read.Seller.Name, ClaimedInvoice.LongestName), IdentifierOf(read.Seller));
        (invoice.BuyerName, invoice.BuyerId) = (Cut(read.Buyer.Name, ClaimedInvoice.LongestName), IdentifierOf(read.Buyer));
        (invoice.Number, invoice.IssuedOn, invoice.OrderedOn) = (Cut(read.Number, ClaimedInvoice.LongestNumber), read.IssuedOn, read.Order.On);
        invoice.Currency = read.Currency is { Length: 3 } currency ? currency.ToUpperInvariant() : null;
        var sign = read.IsCreditNote && !((read.NetTotal ?? read.GrandTotal) < 0) ? -1 : 1;
        (invoice.NetTotal, invoice.TaxTotal, invoice.GrandTotal) = (Amount(read.NetTotal, sign), Amount(read.TaxTotal, sign), Amount(read.GrandTotal, sign));
        invoice.Lines.Clear();
        foreach (var (label, amount, months) in Lines(read, invoice, sign))
            invoice.Lines.Add(new() { Id = Guid.CreateVersion7(), InvoiceId = invoice.Id, Position = invoice.Lines.Count + 1, Label = label, Amount = amount, Months = months });
        invoice.Identity = InvoiceIdentity.Of(invoice);
    }

    /// <summary>Whether an invoice of a claim still says what was read in its file.</summary>
    public static bool Says(ClaimedInvoice invoice, ElectronicInvoice read)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var fresh = new ClaimedInvoice { Id = invoice.Id, ClaimId = invoice.ClaimId, DocumentId = invoice.DocumentId, Source = InvoiceSource.Electronic, AddedAt = invoice.AddedAt };
        ReadInto(fresh, read);
        return Same(fresh.SupplierName, invoice.SupplierName) && Same(fresh.SupplierId, invoice.SupplierId) && Same(fresh.BuyerName, invoice.BuyerName) && Same(fresh.BuyerId, invoice.BuyerId)
            && Same(fresh.Number, invoice.Number) && Same(fresh.Currency, invoice.Currency) && Same(fresh.IssuedOn, invoice.IssuedOn) && Same(fresh.OrderedOn, invoice.OrderedOn)
            && Same(fresh.NetTotal, invoice.NetTotal) && Same(fresh.TaxTotal, invoice.TaxTotal) && Same(fresh.GrandTotal, invoice.GrandTotal) && fresh.IsCreditNote == invoice.IsCreditNote
            && fresh.Lines.Select(line => line.Amount).SequenceEqual(invoice.Lines.OrderBy(line => line.Position).Select(line => line.Amount));

        // What the file does not state is typed, and contradicts nothing.
        static bool Same<T>(T? stated, T? said) => stated is null || EqualityComparer<T>.Default.Equals(stated, said);
    }

    /// <summary>Months of a billed period, one begun counting whole; null when it is not told, or not one.</summary>
    internal static int? MonthsOf(InvoicePeriod period)
    {
        if (period is not { From: { } from, To: { } to } || to < from || to == DateOnly.MaxValue) return null;
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        while (from.AddMonths(months) <= to) months++;
        return Math.Clamp(months, 1, 120);
    }

    private static List<(string Label, Money Amount, int? Months)> Lines(ElectronicInvoice read, ClaimedInvoice invoice, int sign)
    {
        var lines = read.Lines.Where(line => line.Role == InvoiceLineRole.Detail)
            .Select((line, place) => (Label: Cut(line.Name, ClaimedLine.LongestLabel) ?? $"Ligne {place + 1}", Amount: Amount(line.NetAmount, sign) ?? Money.Zero, Months: MonthsOf(line.Period) ?? MonthsOf(read.Period)))
            .Where(line => line.Amount != Money.Zero).ToList();
        if (lines.Count == 0) return invoice.NetTotal is { } net && net != Money.Zero ? [($"Total hors taxes de la facture {invoice.Number}", net, MonthsOf(read.Period))] : [];
        if (lines.Count > MostLines)
            lines = [.. lines.Take(MostLines - 1), ($"{lines.Count - MostLines + 1} autres lignes", new(lines.Skip(MostLines - 1).Sum(line => line.Amount.Cents)), MonthsOf(read.Period))];
        if (invoice.NetTotal is { } total && new Money(total.Cents - lines.Sum(line => line.Amount.Cents)) is var foot && Math.Abs(foot.Cents) > lines.Count) lines.Add((Foot, foot, null));
        return lines;
    }

    private static string? IdentifierOf(InvoiceParty party) => InvoiceIdentity.SirenOf(party.LegalId) is not null
        ? Cut(party.LegalId, ClaimedInvoice.LongestNumber)
        : party.Siren?.Digits ?? Cut(party.LegalId ?? party.VatId, ClaimedInvoice.LongestNumber);

    /// <summary>Null for an amount that no claim holds.</summary>
    private static Money? Amount(decimal? euros, int sign) => euros is { } amount && Math.Abs(amount) <= Most.ToEuros()
        ? new((long)Math.Round(amount * 100, MidpointRounding.AwayFromZero) * sign)
        : null;

    private static string? Cut(string? text, int longest) => string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { } trimmed && trimmed.Length > longest ? trimmed[..longest] : text.Trim();
}
