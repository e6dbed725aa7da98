using Iness.Regulation;

namespace Iness.Casework.Documents.Invoices;

/// <summary>An identifier as an invoice states it.</summary>
/// <param name="Scheme">What numbers it, a code of ISO 6523 such as 0002 (SIREN) or 0009 (SIRET).</param>
/// <param name="Value">The identifier.</param>
public readonly record struct InvoiceIdentifier(string? Scheme, string Value);

/// <summary>The seller or the buyer of an invoice.</summary>
/// <param name="Name">Registered name.</param>
/// <param name="LegalId">Legal registration identifier, in France a SIREN or a SIRET, as it is written.</param>
/// <param name="VatId">VAT identifier.</param>
/// <param name="OtherIds">Other identifiers, electronic address included.</param>
public sealed record InvoiceParty(string? Name, string? LegalId, string? VatId, IReadOnlyList<InvoiceIdentifier> OtherIds)
{
    private const string SirenScheme = "0002";
    private const string SiretScheme = "0009";

    /// <summary>The SIREN, wherever the invoice states one: legal identifier, other identifier, then French VAT identifier.</summary>
    public Siren? Siren => SirenOf(LegalId)
        ?? OtherIds.Where(id => id.Scheme is SirenScheme or SiretScheme).Select(id => SirenOf(id.Value)).FirstOrDefault(siren => siren is not null)
        ?? SirenOfVat(VatId);

    private static Siren? SirenOf(string? text)
    {
        var digits = Compact(text);
        // A SIRET often stands where a SIREN is specified.
        return digits.Length is 9 or 14 && Regulation.Siren.TryParse(digits.AsSpan(0, 9), out var siren) ? siren : null;
    }

    private static Siren? SirenOfVat(string? text)
    {
        var vat = Compact(text);
        return vat.Length == 13 && vat.StartsWith("FR", StringComparison.OrdinalIgnoreCase) ? SirenOf(vat[4..]) : null;
    }

    private static string Compact(string? text) => text is null ? "" : string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-')));
}
