using Iness.Regulation;

namespace Iness.Casework.Payments.Checks;

/// <summary>What one line of an invoice is worth, before and after the credit notes.</summary>
internal sealed class PaidLine(InvoiceChecks of, ClaimedLine line, GrantedCost? cost, string supplier, long cents)
{
    public InvoiceChecks Of => of;

    public ClaimedLine Line => line;

    public GrantedCost? Cost => cost;

    public string Supplier => supplier;

    /// <summary>What is left of it, in cents; never below zero once the credit notes are taken off.</summary>
    public long Left { get; set; } = cents;
}

/// <summary>
/// Takes what was given back off what was paid. A credit comes off the lines of the same granted cost and supplier first, then of the
/// same supplier, then of the same cost, then of the rest; in the order of the invoices; no line goes below zero. A credit that is
/// matched to no cost comes off what the same supplier's lines claim nothing for, then off what they claim. So what is left never exceeds
/// the sum of what was paid and given back.
/// </summary>
internal static class PaidLines
{
    /// <summary>The lines that are left, in the order of the invoices.</summary>
    public static List<PaidLine> Of(IReadOnlyList<InvoiceChecks> invoices, IReadOnlyList<GrantedCost> costs, PaidBasis basis)
    {
        var lines = new List<PaidLine>();
        var credits = new List<(GrantedCost? Cost, string Supplier, long Cents)>();
        foreach (var invoice in invoices.Where(found => basis == PaidBasis.Retained || found.Counts)
            .OrderBy(found => found.Invoice.IssuedOn).ThenBy(found => found.Invoice.Number, StringComparer.Ordinal).ThenBy(found => found.Invoice.Id))
        {
            var supplier = InvoiceIdentity.SupplierKey(invoice.Invoice) ?? invoice.Invoice.Id.ToString();
            var own = invoice.Invoice.Lines.OrderBy(line => line.Position).Select(line =>
            {
                var cost = costs.FirstOrDefault(found => found.Line.Id == line.CostId);
                return new PaidLine(invoice, line, cost, supplier, AmountOf(line, cost, basis).Cents);
            }).ToList();
            lines.AddRange(own.Where(line => line.Left > 0));
            credits.AddRange(own.Where(line => line.Left < 0).Select(line => (line.Cost, supplier, -line.Left)));
            // More in the lines than in the total: a discount at the foot, or VAT. The total holds.
            if (invoice.Invoice.NetTotal is { } net && own.Sum(line => line.Left) - net.Cents is var excess && excess > AmountChecks.Tolerance(invoice.Invoice).Cents)
                credits.Add((null, supplier, excess));
        }

        foreach (var credit in credits) Take(lines, credit.Cost, credit.Supplier, credit.Cents);
        return [.. lines.Where(line => line is { Cost: not null, Left: > 0 })];
    }

    /// <summary>What an officer retains of a line is never more than it says; not looked at, nothing is retained, and what was given back still is.</summary>
    private static Money AmountOf(ClaimedLine line, GrantedCost? cost, PaidBasis basis)
    {
        if (basis == PaidBasis.Claimed || cost is null) return line.Amount;
        if (line.Amount < Money.Zero) return line.Retained is { } credited ? Money.Max(line.Amount, Money.Min(credited, Money.Zero)) : line.Amount;
        return Money.Max(Money.Zero, Money.Min(line.Retained ?? Money.Zero, line.Amount));
    }

    private static void Take(List<PaidLine> lines, GrantedCost? cost, string supplier, long cents)
    {
        Func<PaidLine, bool>[] order = cost is null
            ? [line => line.Cost is null && line.Supplier == supplier, line => line.Supplier == supplier]
            :
            [
                line => line.Cost == cost && line.Supplier == supplier,
                line => line.Cost is not null && line.Supplier == supplier,
                line => line.Cost == cost,
                line => line.Cost is not null,
            ];
        foreach (var line in order.SelectMany(lines.Where))
        {
            var taken = Math.Min(line.Left, cents);
            line.Left -= taken;
            cents -= taken;
            if (cents == 0) return;
        }
    }
}
