using Iness.Casework.Registers.Communes;
using Iness.Regulation;

namespace Iness.Casework.Payments.Checks;

/// <summary>What tells two invoices apart, over all files: who issued it and its number, whatever their spaces, signs and case.</summary>
public static class InvoiceIdentity
{
    private const int SirenLength = 9;
    private const int SiretLength = 14;
    private const int VatLength = 13;

    /// <summary>Supplier and number in one text; null while either is not known.</summary>
    public static string? Of(ClaimedInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var number = NumberKey(invoice.Number);
        return SupplierKey(invoice) is { } supplier && number.Length > 0 ? $"{supplier}|{number}" : null;
    }

    /// <summary>Who issued it: its SIREN wherever one can be read, else its identifier, else its name; null while none is known.</summary>
    public static string? SupplierKey(ClaimedInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        if (SirenOf(invoice.SupplierId) is { } siren) return siren.Digits;
        if (Compact(invoice.SupplierId) is { Length: > 0 } id) return id;
        var name = PlainName.Of(invoice.SupplierName ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return name.Length > 0 ? name : null;
    }

    /// <summary>A number as two invoices are compared by it.</summary>
    public static string NumberKey(string? number) => Compact(number);

    /// <summary>The SIREN in an identifier: alone, at the start of a SIRET, or at the end of a French VAT number; null when there is none.</summary>
    public static Siren? SirenOf(string? identifier)
    {
        var compact = Compact(identifier);
        if (compact.Length == VatLength && compact.StartsWith("FR", StringComparison.Ordinal)) compact = compact[^SirenLength..];
        return compact.Length is SirenLength or SiretLength && Siren.TryParse(compact.AsSpan(0, SirenLength), out var siren) ? siren : null;
    }

    internal static string Compact(string? text) => text is null ? "" : string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
