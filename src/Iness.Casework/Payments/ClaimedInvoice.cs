using Iness.Casework.Persistence;
using Iness.Regulation;

namespace Iness.Casework.Payments;

/// <summary>Where what an invoice says comes from.</summary>
public enum InvoiceSource
{
    /// <summary>Lue dans une facture électronique.</summary>
    Electronic,

    /// <summary>Saisie à côté de son image.</summary>
    Typed,
}

/// <summary>How an invoice is proved to be paid.</summary>
public enum PaymentProofKind
{
    /// <summary>Mention du fournisseur : date, moyen, référence, signature.</summary>
    SupplierMention,

    /// <summary>Relevé bancaire montrant le débit.</summary>
    BankStatement,

    /// <summary>Liste certifiée par un expert-comptable ou un commissaire aux comptes.</summary>
    AccountantList,
}

/// <summary>How an invoice was paid.</summary>
public enum PaymentMeans
{
    /// <summary>Virement.</summary>
    Transfer,

    /// <summary>Carte bancaire.</summary>
    Card,

    /// <summary>Prélèvement.</summary>
    DirectDebit,

    /// <summary>Chèque.</summary>
    Cheque,

    /// <summary>Espèces.</summary>
    Cash,
}

/// <summary>An invoice or a credit note of a claim. Its amounts are signed: those of a credit note are negative.</summary>
public sealed class ClaimedInvoice : IVersioned
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The claim.</summary>
    public required Guid ClaimId { get; init; }

    /// <summary>The file.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>Where what follows comes from.</summary>
    public required InvoiceSource Source { get; set; }

    /// <summary>Whether it is a credit note (381, or 380 with a negative total).</summary>
    public bool IsCreditNote { get; set; }

    /// <summary>Supplier's name; null until typed.</summary>
    public string? SupplierName { get; set; }

    /// <summary>Supplier's SIREN, SIRET or other identifier, as stated.</summary>
    public string? SupplierId { get; set; }

    /// <summary>Number of the invoice.</summary>
    public string? Number { get; set; }

    /// <summary>Supplier and number reduced to what tells two invoices apart, over all files; null until both are known.</summary>
    public string? Identity { get; set; }

    /// <summary>Day it was issued.</summary>
    public DateOnly? IssuedOn { get; set; }

    /// <summary>Day it was ordered, when stated or typed (COS-11).</summary>
    public DateOnly? OrderedOn { get; set; }

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; set; }

    /// <summary>Who it is made out to, as stated.</summary>
    public string? BuyerName { get; set; }

    /// <summary>Buyer's SIREN or SIRET, as stated.</summary>
    public string? BuyerId { get; set; }

    /// <summary>Total excluding VAT.</summary>
    public Money? NetTotal { get; set; }

    /// <summary>VAT.</summary>
    public Money? TaxTotal { get; set; }

    /// <summary>Total including VAT.</summary>
    public Money? GrandTotal { get; set; }

    /// <summary>How it is proved to be paid; null until told.</summary>
    public PaymentProofKind? Proof { get; set; }

    /// <summary>Day it was paid.</summary>
    public DateOnly? PaidOn { get; set; }

    /// <summary>How it was paid.</summary>
    public PaymentMeans? Means { get; set; }

    /// <summary>Reference of the payment.</summary>
    public string? PaymentReference { get; set; }

    /// <summary>The document that proves it, when it is not the invoice itself.</summary>
    public Guid? ProofDocumentId { get; set; }

    /// <summary>When it was added, UTC.</summary>
    public required DateTime AddedAt { get; init; }

    /// <summary>When it was taken out, UTC: kept, counted nowhere.</summary>
    public DateTime? RemovedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Its lines.</summary>
    public List<ClaimedLine> Lines { get; } = [];

    /// <summary>Longest name kept.</summary>
    public const int LongestName = 200;

    /// <summary>Longest number, identifier or reference kept.</summary>
    public const int LongestNumber = 100;
}

/// <summary>A line of a claimed invoice, matched to a granted cost.</summary>
public sealed class ClaimedLine
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The invoice.</summary>
    public required Guid InvoiceId { get; init; }

    /// <summary>Its rank on the invoice, from 1.</summary>
    public required int Position { get; set; }

    /// <summary>What it says.</summary>
    public required string Label { get; set; }

    /// <summary>Amount excluding VAT, negative on a credit note.</summary>
    public required Money Amount { get; set; }

    /// <summary>The granted cost it is matched to (identifier of the filed cost line); null for none.</summary>
    public string? CostId { get; set; }

    /// <summary>Whether a person chose that cost, or the system proposed it.</summary>
    public bool IsMatchedByHand { get; set; }

    /// <summary>Months of a subscription, when it is one.</summary>
    public int? Months { get; set; }

    /// <summary>What the officer retains; null until looked at.</summary>
    public Money? Retained { get; set; }

    /// <summary>The provision or short reason of a deduction.</summary>
    public string? DeductionReason { get; set; }

    /// <summary>Free words of a deduction, shown to the beneficiary.</summary>
    public string? DeductionNote { get; set; }

    /// <summary>Longest label or note kept.</summary>
    public const int LongestLabel = 500;

    /// <summary>Undoes what an officer retained: the line has changed since, and is to be looked at again.</summary>
    internal void Unsee() => (Retained, DeductionReason, DeductionNote) = (null, null, null);
}
