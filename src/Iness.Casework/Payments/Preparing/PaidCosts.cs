using System.Globalization;
using Iness.Regulation;

namespace Iness.Casework.Payments.Preparing;

/// <summary>
/// The facts of the decision with the paid invoices in the place of its costs: what PAY-1 is computed on. Each line retained is a cost of
/// the kind it was granted as; a credit note takes from the lines it most likely refunds, and never adds anything.
/// </summary>
public static class PaidCosts
{
    /// <summary>The paid facts.</summary>
    /// <param name="decided">The facts of the decision.</param>
    /// <param name="invoices">The invoices; those taken out count nowhere.</param>
    /// <param name="otherAid">Other public aid received for the same costs since.</param>
    public static AssessmentRequest Of(AssessmentRequest decided, IEnumerable<ClaimedInvoice> invoices, IReadOnlyCollection<PublicAid> otherAid)
    {
        ArgumentNullException.ThrowIfNull(decided);
        ArgumentNullException.ThrowIfNull(invoices);
        ArgumentNullException.ThrowIfNull(otherAid);
        var granted = (decided.Costs ?? []).DistinctBy(cost => cost.Id).ToDictionary(cost => cost.Id, StringComparer.Ordinal);
        var lines = invoices.Where(invoice => invoice.RemovedAt is null)
            .SelectMany((invoice, place) => invoice.Lines.OrderBy(line => line.Position).Select(line => PaidLine.Of(invoice, line, place)))
            .ToList();
        foreach (var credit in lines.Where(line => line.Left < Money.Zero)) Refund(credit, lines);
        return decided with
        {
            Costs = [.. lines.Where(line => line.Left > Money.Zero).Select(line => line.ToCost(granted))],
            History = otherAid.Count == 0 ? decided.History : decided.History with { OtherPublicAid = [.. decided.History.OtherPublicAid ?? [], .. otherAid] },
        };
    }

    /// <summary>What an officer retains of a line; the whole of it before it was looked at.</summary>
    public static Money RetainedOf(ClaimedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Retained ?? line.Amount;
    }

    // Of the same cost and supplier first, then of the same cost; the rest takes from anything: no credit is ever lost.
    private static void Refund(PaidLine credit, List<PaidLine> lines)
    {
        foreach (var line in lines.Where(line => line.Left > Money.Zero).OrderByDescending(line => line.Likeness(credit)).ToList())
        {
            var taken = Money.Min(line.Left, Money.Zero - credit.Left);
            line.Left -= taken;
            credit.Left += taken;
            if (credit.Left == Money.Zero) return;
        }
    }

    private sealed class PaidLine
    {
        private readonly ClaimedInvoice invoice;
        private readonly ClaimedLine line;
        private readonly string id;

        private PaidLine(ClaimedInvoice invoice, ClaimedLine line, string id) => (this.invoice, this.line, this.id, Left) = (invoice, line, id, RetainedOf(line));

        public Money Left { get; set; }

        public static PaidLine Of(ClaimedInvoice invoice, ClaimedLine line, int place) =>
            new(invoice, line, string.Create(CultureInfo.InvariantCulture, $"f{place + 1}l{line.Position}"));

        public int Likeness(PaidLine credit) =>
            (credit.line.CostId is { } cost && cost == line.CostId ? 4 : 0)
            + (credit.invoice.SupplierId is { } supplier && supplier == invoice.SupplierId ? 2 : 0)
            + (credit.line.Months == line.Months ? 1 : 0);

        public CostLine ToCost(Dictionary<string, CostLine> granted)
        {
            // What fits no granted cost is retained by no provision (COS).
            var kind = line.CostId is { } cost && granted.TryGetValue(cost, out var found) ? found : null;
            var isSubscription = line.Months is not null || kind?.Nature == CostNature.Subscription;
            return new()
            {
                Id = id,
                Label = line.Label,
                Category = kind?.Category ?? CostCategory.Other,
                Nature = isSubscription ? CostNature.Subscription : kind?.Nature ?? CostNature.Acquisition,
                Hardware = kind?.Hardware,
                Financing = kind?.Financing ?? Financing.Purchase,
                InvoicedTo = kind?.InvoicedTo ?? InvoicedTo.Beneficiary,
                Amount = Left,
                Months = isSubscription ? line.Months ?? kind?.Months : null,
                OrderedOn = invoice.OrderedOn ?? kind?.OrderedOn,
            };
        }
    }
}
