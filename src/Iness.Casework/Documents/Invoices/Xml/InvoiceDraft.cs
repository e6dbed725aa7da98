namespace Iness.Casework.Documents.Invoices.Xml;

/// <summary>An invoice as its file is read. Of what is stated twice, the first counts.</summary>
internal sealed class InvoiceDraft(InvoiceSyntax syntax)
{
    private const int MostLines = 50_000;
    private readonly List<LineDraft> lines = [];

    public string? Number { get; set; }

    public string? TypeCode { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public string? Currency { get; set; }

    public PartyDraft Seller { get; } = new();

    public PartyDraft Buyer { get; } = new();

    public AmountDraft Net { get; } = new();

    public AmountDraft Tax { get; } = new();

    public AmountDraft Grand { get; } = new();

    public AmountDraft Prepaid { get; } = new();

    public AmountDraft Due { get; } = new();

    public string? OrderNumber { get; set; }

    public DateOnly? OrderedOn { get; set; }

    public PeriodDraft Period { get; } = new();

    /// <summary>Whether the document is a credit note by its very root.</summary>
    public bool IsCreditNote { get; set; }

    /// <summary>The line that is being read.</summary>
    public LineDraft Line => lines.Count > 0 ? lines[^1] : throw UnreadableInvoiceException.Damaged;

    public void OpenLine()
    {
        if (lines.Count == MostLines) throw UnreadableInvoiceException.TooComplex;
        lines.Add(new());
    }

    /// <summary>What is stated; refused when that is nothing an invoice can be known by.</summary>
    public ElectronicInvoice ToInvoice()
    {
        if (Number is null && IssuedOn is null && !Grand.IsStated && !Due.IsStated && !Net.IsStated)
            throw new UnreadableInvoiceException("a la forme d'une facture électronique, mais n'en contient ni le numéro, ni la date, ni un montant.");
        return new()
        {
            Syntax = syntax,
            Number = Number,
            TypeCode = TypeCode,
            IssuedOn = IssuedOn,
            Currency = Currency,
            Seller = Seller.ToParty(),
            Buyer = Buyer.ToParty(),
            NetTotal = Net.In(Currency),
            TaxTotal = Tax.In(Currency),
            GrandTotal = Grand.In(Currency),
            Prepaid = Prepaid.In(Currency),
            Due = Due.In(Currency),
            Lines = [.. lines.Select(line => line.ToLine())],
            Order = new(OrderNumber, OrderedOn),
            Period = Period.ToPeriod(),
            IsCreditNote = IsCreditNote || ElectronicInvoice.IsCreditNoteCode(TypeCode),
        };
    }
}
