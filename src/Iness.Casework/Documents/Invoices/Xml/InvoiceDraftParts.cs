namespace Iness.Casework.Documents.Invoices.Xml;

/// <summary>An amount that may be stated in several currencies.</summary>
internal sealed class AmountDraft
{
    private readonly List<(string? Currency, decimal Amount)> stated = [];

    public bool IsStated => stated.Count > 0;

    public void Add(in XmlLeaf leaf)
    {
        if (leaf.Number is { } number && stated.Count < 100) stated.Add((leaf.Currency, number));
    }

    /// <summary>The one in a currency, or without any; null when all are in others, as VAT in the currency of the accounts.</summary>
    public decimal? In(string? currency)
    {
        foreach (var one in stated)
        {
            if (currency is null || string.Equals(one.Currency, currency, StringComparison.OrdinalIgnoreCase)) return one.Amount;
        }

        foreach (var one in stated)
        {
            if (one.Currency is null) return one.Amount;
        }

        return null;
    }
}

/// <summary>A period as it is read.</summary>
internal sealed class PeriodDraft
{
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public InvoicePeriod ToPeriod() => new(From, To);
}

/// <summary>A line as it is read.</summary>
internal sealed class LineDraft
{
    public string? Name { get; set; }

    public decimal? Quantity { get; set; }

    public decimal? NetAmount { get; set; }

    public InvoiceLineRole Role { get; set; }

    public PeriodDraft Period { get; } = new();

    public InvoiceLine ToLine() => new(Name, Quantity, NetAmount, Period.ToPeriod(), Role);
}

/// <summary>A party as it is read.</summary>
internal sealed class PartyDraft
{
    private const int MostIds = 100;
    private readonly List<LegalEntity> entities = [];
    private readonly List<InvoiceIdentifier> others = [];

    public string? TradingName { get; set; }

    public string? VatId { get; set; }

    /// <summary>An identifier whose kind is told by what follows.</summary>
    public string? PendingTaxId { get; set; }

    public LegalEntity Entity => entities.Count > 0 ? entities[^1] : OpenEntity();

    public LegalEntity OpenEntity()
    {
        if (entities.Count < MostIds) entities.Add(new());
        return entities[^1];
    }

    public void AddOther(in XmlLeaf leaf)
    {
        if (leaf.Text is { } value && others.Count < MostIds) others.Add(new(leaf.Scheme, value));
    }

    /// <summary>Of several legal entities, the one known by a French number, or by any.</summary>
    public InvoiceParty ToParty()
    {
        var entity = entities.Find(one => one is { Id: not null, Scheme: "0002" or "0009" }) ?? entities.Find(one => one.Id is not null);
        var name = entity?.Name ?? entities.Find(one => one.Name is not null)?.Name ?? TradingName;
        return new(name, entity?.Id, VatId, others);
    }

    /// <summary>A registration.</summary>
    internal sealed class LegalEntity
    {
        public string? Name { get; set; }

        public string? Id { get; set; }

        public string? Scheme { get; set; }

        public void Identify(in XmlLeaf leaf)
        {
            if (Id is null) (Id, Scheme) = (leaf.Text, leaf.Scheme);
        }
    }
}
