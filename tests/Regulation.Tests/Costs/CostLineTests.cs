using System.Globalization;
using Iness.TestKit;

namespace Iness.Regulation.Tests.Costs;

[Covers("COS")]
public sealed class CosTests
{
    [Fact]
    public void Other_FitsNoCategory_RetainsNothing()
    {
        var request = Sample.Association.WithCosts(Sample.Line("a", 400_000), Sample.Line("b", 100_000, CostCategory.Other));

        request.ExpectLine("b", 0, "COS");
        request.ExpectReason("b", "Cette dépense n'entre dans aucune des catégories éligibles.");
    }

    [Fact]
    public void Totals_SeveralLines_AddUp()
    {
        var costs = Sample.Association.WithCosts(Sample.Line("a", 400_000), Sample.Line("b", 100_000, CostCategory.Other)).Assess().Costs;

        Assert.Equal((new Money(500_000), new Money(400_000), new Money(400_000)), (costs.Claimed, costs.Eligible, costs.Base));
        Assert.True(costs.AreKnown);
        Assert.Equal(["a", "b"], costs.Lines.Select(line => line.Line.Id));
        Assert.Equal("b", costs.Lines[1].Line.Id);
    }

    [Fact]
    public void NoList_IsNotAnEmptyOne()
    {
        var costs = (Sample.Association with { Costs = null }).Assess().Costs;

        Assert.False(costs.AreKnown);
        Assert.Empty(costs.Lines);
        Assert.True(Sample.Association.WithCosts().Assess().Costs.AreKnown);
    }

    [Fact]
    public void Reasons_SeveralApply_AllGivenInOrder() => Sample.Association.WithCosts(Sample.Line("a", 400_000), Sample.Line("b", 100_000, CostCategory.Cybersecurity) with
    {
        InvoicedTo = InvoicedTo.Other,
        Financing = Financing.Rental,
        OrderedOn = Sample.Created.AddDays(-1),
        Nature = CostNature.Subscription,
        Months = 24,
    }).ExpectLine("b", 0, "XCO-5", "COS-1", "XCO-4", "COS-11");
}

[Covers("COS-1")]
public sealed class Cos1Tests
{
    [Fact]
    public void Invoice_ToSomebodyElse_RetainsNothing()
    {
        var request = Sample.Association.WithCosts(Sample.Line("a", 400_000) with { InvoicedTo = InvoicedTo.Other });

        request.ExpectLine("a", 0, "COS-1");
        request.ExpectReason("a", "Facture au nom d'un tiers : elle doit être au nom du bénéficiaire.");
    }

    [Fact]
    public void Invoice_ToBeneficiary_RetainsAll() => Sample.Association.WithCosts(Sample.Line("a", 400_000)).ExpectLine("a", 400_000);
}

[Covers("COS-2")]
public sealed class Cos2Tests
{
    [Covers("COS-2", AtThreshold = true)]
    [Theory]
    [InlineData(11, 240_000)]
    [InlineData(12, 240_000)]
    [InlineData(13, 221_538)]
    [InlineData(24, 120_000)]
    [InlineData(120, 24_000)]
    public void Subscription_AroundTwelveMonths_IsRetainedInProportionRoundedDown(int months, long retained)
    {
        var request = Subscription(240_000, months);

        if (retained == 240_000) request.ExpectLine("s", retained);
        else request.ExpectLine("s", retained, "COS-2");
    }

    [Fact]
    public void Subscription_TooLong_SaysSo() =>
        Subscription(240_000, 13).ExpectReason("s", "Abonnement de 13 mois : 12 mois au plus sont retenus, soit 2 215,38 € sur 2 400 €.");

    [Fact]
    public void Subscription_OfOneCent_RoundsDownToNothing() => Subscription(1, 13).ExpectLine("s", 0, "COS-2");

    [Fact]
    public void Months_OnSomethingElse_AreIgnored() => Sample.Association.WithCosts(Sample.Line("a", 240_000) with { Months = 24 }).ExpectLine("a", 240_000);

    [Fact]
    public void Subscription_OfHardware_IsLimitedThenCapped() => Sample.Association
        .WithCosts(Sample.Line("a", 400_000), Sample.Hardware("h", 240_000, HardwareKind.Tablet) with { Nature = CostNature.Subscription, Months = 24 })
        .ExpectLine("h", 80_000, "COS-2", "COS-10");

    private static AssessmentRequest Subscription(long cents, int months) =>
        Sample.Association.WithCosts(Sample.Line("a", 400_000), Sample.Line("s", cents) with { Nature = CostNature.Subscription, Months = months });
}

[Covers("XCO-4")]
public sealed class Xco4Tests
{
    [Theory]
    [InlineData(Financing.Lease, "Crédit-bail : il n'est pas éligible, seul l'achat l'est.")]
    [InlineData(Financing.Rental, "Location financière : elle n'est pas éligible, seul l'achat l'est.")]
    public void Financing_NotAPurchase_RetainsNothing(Financing financing, string explanation)
    {
        var request = Sample.Association.WithCosts(Sample.Line("a", 400_000) with { Financing = financing });

        request.ExpectLine("a", 0, "XCO-4");
        request.ExpectReason("a", explanation);
    }
}

[Covers("COS-11")]
public sealed class Cos11Tests
{
    [Covers("COS-11", AtThreshold = true)]
    [Theory]
    [InlineData("2026-03-01", 0)]
    [InlineData("2026-03-02", 400_000)]
    [InlineData("2026-03-03", 400_000)]
    [InlineData(null, 400_000)]
    public void Order_AroundTheCreationDate_MustNotComeBefore(string? orderedOn, long retained)
    {
        var day = orderedOn is null ? (DateOnly?)null : DateOnly.Parse(orderedOn, CultureInfo.InvariantCulture);
        var request = Sample.Association.WithCosts(Sample.Line("a", 400_000) with { OrderedOn = day });

        if (retained == 0) request.ExpectReason("a", "Commande du 1er mars 2026 : elle ne doit pas précéder la création de la demande, le 2 mars 2026.");
        request.ExpectLine("a", retained, retained == 0 ? ["COS-11"] : []);
    }
}
