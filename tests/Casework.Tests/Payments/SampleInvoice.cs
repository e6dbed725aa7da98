using Iness.Casework.Payments;
using Iness.Casework.Payments.Checks;
using Iness.Regulation;
using Iness.TestKit;

namespace Iness.Casework.Tests.Payments;

/// <summary>Invoices of a claim that fulfil everything, to be changed by one thing.</summary>
internal static class SampleInvoice
{
    public static readonly DateOnly Created = new(2026, 3, 2);
    public static readonly DateOnly Today = new(2026, 11, 24);

    public static ClaimContext Context { get; } = new()
    {
        Beneficiary = "Les Jardins d’essai",
        Siren = Siren.TryParse("900100017", out var siren) ? siren : null,
        CreatedOn = Created,
        Today = Today,
        GrantedCosts = Costs(DecisionWorld.Eligible(Created)),
    };

    public static IReadOnlyList<GrantedCost> Costs(AssessmentRequest facts) => GrantedAid.CostsOf(facts);

    public static ClaimedInvoice Of(params (string Label, long Euros, string? Cost)[] lines) => Of("FA-001", lines);

    public static ClaimedInvoice Of(string number, params (string Label, long Euros, string? Cost)[] lines)
    {
        var invoice = new ClaimedInvoice
        {
            Id = Guid.CreateVersion7(),
            ClaimId = Guid.Empty,
            DocumentId = Guid.CreateVersion7(),
            Source = InvoiceSource.Typed,
            SupplierName = "Atelier du Web",
            SupplierId = "338365059",
            Number = number,
            IssuedOn = new(2026, 5, 4),
            OrderedOn = new(2026, 3, 10),
            Currency = "EUR",
            BuyerName = "Les Jardins d’essai",
            BuyerId = "900 100 017 00012",
            Proof = PaymentProofKind.SupplierMention,
            PaidOn = new(2026, 5, 20),
            Means = PaymentMeans.Transfer,
            AddedAt = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc),
        };
        foreach (var (label, euros, cost) in lines)
            invoice.Lines.Add(new() { Id = Guid.CreateVersion7(), InvoiceId = invoice.Id, Position = invoice.Lines.Count + 1, Label = label, Amount = Money.Euros(euros), CostId = cost });
        invoice.NetTotal = new(invoice.Lines.Sum(line => line.Amount.Cents));
        invoice.TaxTotal = invoice.NetTotal.Value.Fraction(20, 100);
        invoice.GrandTotal = invoice.NetTotal.Value + invoice.TaxTotal.Value;
        invoice.IsCreditNote = invoice.NetTotal.Value < Money.Zero;
        invoice.Identity = InvoiceIdentity.Of(invoice);
        return invoice;
    }
}
