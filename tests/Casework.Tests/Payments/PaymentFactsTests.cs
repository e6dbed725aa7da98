using CsCheck;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Payments.Preparing;
using Iness.Regulation;
using Iness.TestKit;

namespace Iness.Casework.Tests.Payments;

/// <summary>PAY-1 on the invoices of a claim: never above the grant, never above 40 % of what is proved, whatever is given back.</summary>
public sealed class PaymentFactsTests
{
    private const int Many = 3_000;

    private static readonly AssessmentRequest Decided = DecisionWorld.Eligible(SampleInvoice.Created) with
    {
        Costs =
        [
            new() { Id = "c1", Label = "Boutique en ligne", Category = CostCategory.OnlineShop, Nature = CostNature.Service, Amount = Money.Euros(6_000) },
            new() { Id = "c2", Label = "CRM", Category = CostCategory.Crm, Nature = CostNature.Subscription, Months = 12, Amount = Money.Euros(2_400) },
            new() { Id = "c3", Label = "Ordinateur", Category = CostCategory.Hardware, Nature = CostNature.Acquisition, Hardware = HardwareKind.Computer, Amount = Money.Euros(800) },
        ],
    };

    private static readonly IReadOnlyList<GrantedCost> Costs = SampleInvoice.Costs(Decided);

    private static readonly Gen<ClaimedInvoice> Invoices =
        from lines in Gen.Select(Gen.Int[-4_000, 9_000], Gen.Int[0, 3], Gen.Int[0, 30]).Array[1, 4]
        from supplier in Gen.Int[0, 2]
        from foot in Gen.Int[0, 500]
        from retained in Gen.Int[-1, 9_000]
        select Made(lines, supplier, foot, retained);

    [Fact]
    public void Payable_AnyClaim_StaysWithinTheGrantAndFortyPercentOfWhatIsProved() =>
        Gen.Select(Invoices.Array[0, 6], Gen.Long[0, 1_300_000], Gen.Bool, Gen.Int[0, 5_000]).Sample((invoices, granted, isRetained, other) =>
        {
            var basis = isRetained ? PaidBasis.Retained : PaidBasis.Claimed;
            var context = SampleInvoice.Context with { GrantedCosts = Costs };
            var checkedInvoices = invoices.Select(invoice => InvoiceChecks.Of(invoice, context)).ToList();
            var facts = PaymentFacts.Of(Decided, Costs, checkedInvoices, basis, other == 0 ? [] : [new PublicAid(Money.Euros(other))]);
            var assessment = facts.Assess(new(granted));

            Assert.InRange(assessment.Amount.Cents, 0, granted);
            Assert.True(assessment.Amount.Cents * 100 <= facts.Proved.Cents * 40, "The payment exceeds 40 % of what is proved.");
            var net = invoices.SelectMany(invoice => invoice.Lines).Where(line => line.CostId is not null).Sum(line => AmountOf(line, basis));
            Assert.True(facts.Proved.Cents <= Math.Max(0, net), "More is proved than was paid and given back.");
            Assert.All(facts.Request.Costs!, line => Assert.True(line.Amount > Money.Zero));
            Assert.Equal(facts.Request.Costs!.Count, facts.Request.Costs.DistinctBy(line => line.Id).Count());
        }, iter: Many);

    [Fact]
    public void Facts_ACreditNote_ComesOffTheSameCostThenOffTheRest()
    {
        var facts = Of(
            SampleInvoice.Of("FA-001", ("Boutique", 5_000, "c1"), ("Abonnement CRM", 1_200, "c2")),
            SampleInvoice.Of("AV-001", ("Avoir sur la boutique", -5_500, "c1")));

        var left = Assert.Single(facts.Costs);
        Assert.Equal(("c2", Money.Euros(700)), (left.CostId, left.Line.Amount));
    }

    [Fact]
    public void Facts_ADiscountAtTheFoot_IsNotPaid()
    {
        var invoice = SampleInvoice.Of("FA-001", ("Boutique", 5_000, "c1"), ("Hébergement, non demandé", 300, null));
        invoice.NetTotal = Money.Euros(4_800);

        Assert.Equal(Money.Euros(4_800), Of(invoice).Proved);
    }

    [Fact]
    public void Facts_ASubscriptionInvoicedInParts_RetainsTwelveMonthsInAll()
    {
        var parts = Enumerable.Range(1, 2).Select(part => SampleInvoice.Of($"FA-00{part}", ("CRM", 2_400, "c2"))).ToArray();
        foreach (var part in parts) part.Lines[0].Months = 12;

        var facts = Of(parts);
        var assessment = facts.Assess(Money.Euros(12_000));

        Assert.Equal((24, Money.Euros(2_400)), (Assert.Single(facts.Costs).Line.Months, assessment.Costs.Eligible));
        Assert.Equal(["COS-2", "COS-2"], facts.Caps(assessment).Select(check => check.Provision.Id));
    }

    [Fact]
    public void Facts_ASubscriptionThatAnOfficerCut_IsNotCutAgain()
    {
        var invoice = SampleInvoice.Of("FA-001", ("CRM", 4_800, "c2"));
        var line = invoice.Lines[0];
        (line.Months, line.Retained, line.DeductionReason) = (24, Money.Euros(2_400), nameof(DeductionReason.SubscriptionTooLong));
        var context = SampleInvoice.Context with { GrantedCosts = Costs };

        Money Eligible(PaidBasis basis) => PaymentFacts.Of(Decided, Costs, [InvoiceChecks.Of(invoice, context)], basis, []).Assess(Money.Euros(12_000)).Costs.Eligible;

        Assert.Equal((Money.Euros(2_400), Money.Euros(2_400)), (Eligible(PaidBasis.Claimed), Eligible(PaidBasis.Retained)));
        // A cent does not make it a cut: the rule applies.
        foreach (var cents in new[] { 479_999, 470_000, 240_001 })
        {
            line.Retained = new(cents);
            Assert.Equal(new Money(240_000), Eligible(PaidBasis.Retained));
        }

        // Nor does it free the other lines of the subscription.
        line.Retained = Money.Euros(2_400);
        invoice.Lines.Add(new() { Id = Guid.NewGuid(), InvoiceId = invoice.Id, Position = 2, Label = "CRM, option", Amount = Money.Euros(1_200), CostId = "c2", Months = 24, Retained = Money.Euros(1_200) });
        invoice.NetTotal = Money.Euros(6_000);
        Assert.Equal(Money.Euros(3_000), Eligible(PaidBasis.Retained));
        invoice.Lines.RemoveAt(1);
        invoice.NetTotal = Money.Euros(4_800);
        line.Retained = Money.Euros(2_400);
        // Deducted for another reason, the rule still applies to what is left.
        line.DeductionReason = nameof(DeductionReason.Refunded);
        Assert.Equal(Money.Euros(1_200), Eligible(PaidBasis.Retained));
    }

    [Fact]
    public void Facts_TwiceTheSameInvoice_CountsOnce()
    {
        var (first, second) = (SampleInvoice.Of(("Boutique", 5_000, "c1")), SampleInvoice.Of(("Boutique", 5_000, "c1")));
        var twins = new[] { (first, second, false), (second, first, true) }
            .Select(pair => new InvoiceTwin(pair.Item1.Id, pair.Item2.Id, TwinKind.SameNumber, "INESS-2026-000001") { IsInSameClaim = true, CameFirst = pair.Item3 }).ToList();
        var context = SampleInvoice.Context with { GrantedCosts = Costs, Twins = twins };

        Assert.Equal(Money.Euros(5_000), PaymentFacts.Of(Decided, Costs, [.. new[] { first, second }.Select(invoice => InvoiceChecks.Of(invoice, context))], PaidBasis.Claimed, []).Proved);
    }

    private static PaymentFacts Of(params ClaimedInvoice[] invoices) => PaymentFacts.Of(
        Decided, Costs, [.. invoices.Select(invoice => InvoiceChecks.Of(invoice, SampleInvoice.Context with { GrantedCosts = Costs }))], PaidBasis.Claimed, []);

    private static long AmountOf(ClaimedLine line, PaidBasis basis) => basis == PaidBasis.Claimed || line.Amount < Money.Zero
        ? line.Amount.Cents
        : Math.Min(line.Amount.Cents, (line.Retained ?? Money.Zero).Cents);

    private static ClaimedInvoice Made((int Euros, int Cost, int Months)[] lines, int supplier, int foot, int retained)
    {
        var invoice = SampleInvoice.Of($"FA-{foot}", [.. lines.Select(line => ("Ligne", (long)line.Euros, line.Cost == 0 ? null : $"c{line.Cost}"))]);
        invoice.SupplierId = $"S{supplier}";
        invoice.NetTotal = invoice.NetTotal!.Value - Money.Euros(foot > 250 ? foot : 0);
        foreach (var (line, made) in invoice.Lines.Zip(lines))
        {
            line.Months = made.Months == 0 ? null : made.Months;
            if (retained >= 0 && line.Amount > Money.Zero) line.Retained = Money.Euros(Math.Min(retained, made.Euros));
        }

        return invoice;
    }
}
