namespace Iness.Casework.Documents.Invoices;

/// <summary>The language an invoice is written in.</summary>
public enum InvoiceSyntax
{
    /// <summary>UN/CEFACT Cross Industry Invoice, alone or inside a Factur-X PDF.</summary>
    Cii,

    /// <summary>OASIS UBL 2: invoice or credit note.</summary>
    Ubl,
}

/// <summary>What an electronic invoice states. Nothing is computed: what it does not state is null.</summary>
public sealed record ElectronicInvoice
{
    /// <summary>Kinds of document that take money back, in UNTDID 1001 as EN 16931 uses it.</summary>
    private static readonly string[] CreditNotes = ["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"];

    /// <summary>The language it is written in.</summary>
    public required InvoiceSyntax Syntax { get; init; }

    /// <summary>Number given by the seller.</summary>
    public string? Number { get; init; }

    /// <summary>Kind of document, a code of UNTDID 1001: 380 invoice, 381 credit note, 384 corrected invoice.</summary>
    public string? TypeCode { get; init; }

    /// <summary>Day it was issued.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Currency of the amounts, three letters.</summary>
    public string? Currency { get; init; }

    /// <summary>Who sells.</summary>
    public required InvoiceParty Seller { get; init; }

    /// <summary>Who buys.</summary>
    public required InvoiceParty Buyer { get; init; }

    /// <summary>Total excluding VAT.</summary>
    public decimal? NetTotal { get; init; }

    /// <summary>Total of VAT in the currency of the invoice.</summary>
    public decimal? TaxTotal { get; init; }

    /// <summary>Total including VAT.</summary>
    public decimal? GrandTotal { get; init; }

    /// <summary>Already paid.</summary>
    public decimal? Prepaid { get; init; }

    /// <summary>Still due. Zero is a hint that it is paid, not a proof.</summary>
    public decimal? Due { get; init; }

    /// <summary>The lines in their order; none in the MINIMUM and BASIC WL profiles.</summary>
    public IReadOnlyList<InvoiceLine> Lines { get; init; } = [];

    /// <summary>The buyer's order.</summary>
    public InvoiceOrder Order { get; init; } = new(null, null);

    /// <summary>The period that is billed.</summary>
    public InvoicePeriod Period { get; init; } = new(null, null);

    /// <summary>Whether its amounts, which are positive, are to be subtracted. A negative amount speaks for itself.</summary>
    public bool IsCreditNote { get; init; }

    internal static bool IsCreditNoteCode(string? typeCode) => CreditNotes.Contains(typeCode);
}

/// <summary>The order an invoice answers.</summary>
/// <param name="Number">Its number.</param>
/// <param name="On">Its day.</param>
public readonly record struct InvoiceOrder(string? Number, DateOnly? On);

/// <summary>A billed period, both days included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct InvoicePeriod(DateOnly? From, DateOnly? To);

/// <summary>One line of an invoice.</summary>
/// <param name="Name">What is sold.</param>
/// <param name="Quantity">How many, in the unit of the line.</param>
/// <param name="NetAmount">Its amount excluding VAT.</param>
/// <param name="Period">The period that is billed.</param>
/// <param name="Role">Whether its amount counts in the total.</param>
public sealed record InvoiceLine(string? Name, decimal? Quantity, decimal? NetAmount, InvoicePeriod Period, InvoiceLineRole Role);

/// <summary>What a line is for, where lines have lines under them (EXTENDED).</summary>
public enum InvoiceLineRole
{
    /// <summary>Sells something: its amount counts.</summary>
    Detail,

    /// <summary>Heads other lines and repeats their sum: its amount does not count.</summary>
    Group,

    /// <summary>Only informs: its amount does not count.</summary>
    Information,
}
