using Iness.Regulation;

namespace Iness.Casework.Payments.Claims;

/// <summary>What was typed of an invoice. Amounts as they are printed.</summary>
public sealed record TypedInvoice
{
    /// <summary>Whether it is a credit note.</summary>
    public required bool IsCreditNote { get; init; }

    /// <summary>Supplier's name.</summary>
    public required string SupplierName { get; init; }

    /// <summary>Supplier's SIREN, SIRET or other identifier.</summary>
    public string? SupplierId { get; init; }

    /// <summary>Number.</summary>
    public required string Number { get; init; }

    /// <summary>Day it was issued.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Day it was ordered.</summary>
    public DateOnly? OrderedOn { get; init; }

    /// <summary>Currency, three letters.</summary>
    public required string Currency { get; init; }

    /// <summary>Who it is made out to.</summary>
    public string? BuyerName { get; init; }

    /// <summary>Buyer's SIREN or SIRET.</summary>
    public string? BuyerId { get; init; }

    /// <summary>Total excluding VAT.</summary>
    public required Money NetTotal { get; init; }

    /// <summary>VAT.</summary>
    public Money? TaxTotal { get; init; }

    /// <summary>Total including VAT.</summary>
    public Money? GrandTotal { get; init; }

    /// <summary>Its lines.</summary>
    public required IReadOnlyList<TypedLine> Lines { get; init; }

    /// <summary>What is wrong with it; null for nothing.</summary>
    internal string? WhyNot(DateOnly today)
    {
        if (SupplierName.Length is 0 or > ClaimedInvoice.LongestName || Number.Length is 0 or > ClaimedInvoice.LongestNumber) return "Écrivez le fournisseur et le numéro de la facture.";
        if (Currency.Length != 3) return "Écrivez la monnaie en trois lettres, par exemple EUR.";
        if (IssuedOn > today) return $"La facture ne peut pas être datée après aujourd'hui, le {French.Date(today)}.";
        if (Lines.Count is 0 or > InvoiceReading.MostLines) return $"Une facture a d'une à {InvoiceReading.MostLines} lignes.";
        if (Lines.Any(line => line.Label.Length is 0 or > ClaimedLine.LongestLabel || line.Months is < 1 or > 120)) return "Écrivez ce que chaque ligne achète, et de 1 à 120 mois pour un abonnement.";
        return Lines.Select(line => line.Amount).Append(NetTotal).Any(amount => Math.Abs(amount.Cents) > InvoiceReading.Most.Cents) ? $"Un montant est de {InvoiceReading.Most} au plus." : null;
    }
}

/// <summary>A line typed.</summary>
/// <param name="Id">The line it corrects; null for a new one.</param>
/// <param name="Label">What it buys.</param>
/// <param name="Amount">Amount excluding VAT.</param>
/// <param name="Months">Months of a subscription.</param>
public sealed record TypedLine(Guid? Id, string Label, Money Amount, int? Months);
