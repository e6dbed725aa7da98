using Iness.TestKit;

namespace Iness.Regulation.Tests.Costs;

[Covers("COS-10")]
public sealed class Cos10Tests
{
    private static readonly CostLine Shop = Sample.Line("shop", 400_000);

    [Covers("COS-10", AtThreshold = true)]
    [Theory]
    [InlineData(79_999, 79_999)]
    [InlineData(80_000, 80_000)]
    [InlineData(80_001, 80_000)]
    public void Hardware_AroundTheAllowance_IsCapped(long claimed, long retained)
    {
        var request = Sample.Association.WithCosts(Shop, Sample.Hardware("h", claimed, HardwareKind.Computer));

        request.ExpectLine("h", retained, retained == claimed ? [] : ["COS-10"]);
    }

    [Fact]
    public void Hardware_Capped_SaysSo() => Sample.Association.WithCosts(Shop, Sample.Hardware("h", 110_000, HardwareKind.Computer))
        .ExpectReason("h", "Matériel de 1 100 € : 800 € retenus, dans la limite de 800 € par type de matériel.");

    [Theory]
    [InlineData(50_000, 40_000, 30_000, 50_000, 40_000, 0)]
    [InlineData(30_000, 40_000, 50_000, 0, 40_000, 50_000)]
    [InlineData(40_000, 30_000, 50_000, 40_000, 0, 50_000)]
    [InlineData(40_000, 40_000, 40_000, 40_000, 40_000, 0)]
    [InlineData(30_000, 40_000, 30_000, 30_000, 40_000, 0)]
    [InlineData(40_000, 30_000, 30_000, 40_000, 30_000, 0)]
    [InlineData(90_000, 200_000, 100_000, 80_000, 80_000, 0)]
    public void Hardware_ThreeKinds_KeepsTheTwoLargestCappedSums(long computer, long tablet, long smartphone, long keptComputer, long keptTablet, long keptSmartphone)
    {
        var costs = Sample.Association.WithCosts(Shop,
            Sample.Hardware("s", smartphone, HardwareKind.Smartphone), Sample.Hardware("t", tablet, HardwareKind.Tablet), Sample.Hardware("c", computer, HardwareKind.Computer)).Assess().Costs;

        Assert.Equal([keptSmartphone, keptTablet, keptComputer], costs.Lines.Skip(1).Select(line => line.Retained.Cents));
    }

    [Fact]
    public void Hardware_ThreeKinds_KeepsAsManyAsTheParameterSays()
    {
        var assessment = Sample.Association
            .WithCosts([Shop, .. Enum.GetValues<HardwareKind>().Select(kind => Sample.Hardware($"{kind}", 40_000, kind))]).Assess();

        Assert.Equal(assessment.Parameters.HardwareKinds, assessment.Costs.Lines.Skip(1).Count(line => line.Retained > Money.Zero));
    }

    [Fact]
    public void Hardware_ThirdKind_SaysSo() => Sample.Association
        .WithCosts(Shop, Sample.Hardware("c", 50_000, HardwareKind.Computer), Sample.Hardware("t", 40_000, HardwareKind.Tablet), Sample.Hardware("s", 30_000, HardwareKind.Smartphone))
        .ExpectReason("s", "Matériel de 300 € non retenu : 2 types de matériel sur 3 au plus, dans la limite de 800 € par type.");

    [Fact]
    public void Hardware_SeveralLinesOfOneKind_ShareTheAllowanceInOrder()
    {
        var request = Sample.Association.WithCosts(
            Sample.Hardware("a", 50_000, HardwareKind.Tablet), Sample.Hardware("b", 50_000, HardwareKind.Tablet), Shop, Sample.Hardware("c", 10_000, HardwareKind.Tablet));

        request.ExpectLine("a", 50_000);
        request.ExpectLine("b", 30_000, "COS-10");
        request.ExpectLine("c", 0, "COS-10");
    }

    [Fact]
    public void Hardware_OneKindExcludedForAnotherReason_LeavesRoomForTheThird() => Sample.Association
        .WithCosts(Shop, Sample.Hardware("c", 50_000, HardwareKind.Computer) with { Financing = Financing.Lease },
            Sample.Hardware("t", 40_000, HardwareKind.Tablet), Sample.Hardware("s", 30_000, HardwareKind.Smartphone))
        .ExpectLine("s", 30_000);
}

[Covers("XCO-3")]
public sealed class Xco3Tests
{
    [Fact]
    public void Hardware_Alone_RetainsNothing()
    {
        var request = Sample.Association.WithCosts(Sample.Hardware("a", 50_000, HardwareKind.Tablet), Sample.Hardware("b", 350_000, HardwareKind.Computer));

        request.ExpectLine("a", 0, "XCO-3");
        request.ExpectLine("b", 0, "XCO-3");
        request.ExpectReason("a", "Matériel sans autre dépense retenue : il doit accompagner un projet numérique plus large.");
    }

    [Fact]
    public void Hardware_BesideALineThatRetainsNothing_RetainsNothing() => Sample.Association
        .WithCosts(Sample.Line("x", 400_000, CostCategory.Cybersecurity), Sample.Hardware("a", 50_000, HardwareKind.Tablet)).ExpectLine("a", 0, "XCO-3");

    [Covers("XCO-3", AtThreshold = true)]
    [Fact]
    public void Hardware_BesideOneCentRetained_IsRetained() => Sample.Association
        .WithCosts(Sample.Line("x", 1), Sample.Hardware("a", 50_000, HardwareKind.Tablet)).ExpectLine("a", 50_000);

    [Fact]
    public void Hardware_BesideTwoLinesRetained_IsRetained() => Sample.Association
        .WithCosts(Sample.Line("x", 100_000), Sample.Line("y", 100_000), Sample.Hardware("a", 50_000, HardwareKind.Tablet)).ExpectLine("a", 50_000);

    [Fact]
    public void Hardware_AlreadyExcluded_KeepsItsOwnReasonOnly() => Sample.Association
        .WithCosts(Sample.Hardware("a", 50_000, HardwareKind.Tablet) with { Financing = Financing.Lease }).ExpectLine("a", 0, "XCO-4");

    [Fact]
    public void Hardware_LongSubscriptionAlone_GivesBothReasons() => Sample.Association
        .WithCosts(Sample.Hardware("a", 50_000, HardwareKind.Tablet) with { Nature = CostNature.Subscription, Months = 24 }).ExpectLine("a", 0, "COS-2", "XCO-3");
}
