using Iness.Casework.Registers.Companies;

namespace Iness.Casework.Tests.Registers;

public sealed class StaffBandTests
{
    [Theory]
    [InlineData("NN", 0, 0)]
    [InlineData("00", 0, 0)]
    [InlineData("01", 1, 2)]
    [InlineData("02", 3, 5)]
    [InlineData("03", 6, 9)]
    [InlineData("11", 10, 19)]
    [InlineData("12", 20, 49)]
    [InlineData("42", 1000, 1999)]
    [InlineData("53", 10000, null)]
    public void Of_KnownCode_GivesItsBounds(string code, int least, int? most)
    {
        var band = StaffBand.Of(code, 2023)!;

        Assert.Equal((least, most), (band.Least, band.Most));
    }

    [Fact]
    public void Of_EveryCode_FollowsThePreviousBandWithoutAGap()
    {
        string[] codes = ["00", "01", "02", "03", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "53"];
        var bands = codes.Select(code => StaffBand.Of(code, null)!).ToList();

        for (var i = 1; i < bands.Count; i++) Assert.Equal(bands[i - 1].Most + 1, bands[i].Least);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("99")]
    public void Of_UnknownCode_IsNoBand(string? code) => Assert.Null(StaffBand.Of(code, 2023));
}
