using Iness.Casework.Registers.Companies;

namespace Iness.Casework.Tests.Registers;

public sealed class CompanyNumberTests
{
    [Theory]
    [InlineData("338365059", "338365059")]
    [InlineData(" 338 365 059 ", "338365059")]
    [InlineData("338.365.059", "338365059")]
    [InlineData("338-365-059", "338365059")]
    [InlineData("338\u00a0365\u202f059", "338365059")]
    [InlineData("\u200b338365059\ufeff", "338365059")]
    [InlineData("338 365 059 00017", "33836505900017")]
    public void Read_NumberAsPeopleTypeIt_GivesItsDigits(string typed, string digits)
    {
        Assert.Equal(CompanyNumber.Reading.Number, CompanyNumber.Read(typed, out var number));
        Assert.Equal(digits, number!.Digits);
        Assert.Equal("338365059", number.Siren);
        Assert.Equal(digits.Length == 14, number.IsSiret);
    }

    [Theory]
    [InlineData(null, CompanyNumber.Reading.Empty)]
    [InlineData("", CompanyNumber.Reading.Empty)]
    [InlineData(" \u00a0\t", CompanyNumber.Reading.Empty)]
    [InlineData("3 Suisses", CompanyNumber.Reading.Name)]
    [InlineData(".", CompanyNumber.Reading.Name)]
    [InlineData("٣٣٨٣٦٥٠٥٩", CompanyNumber.Reading.Name)]
    [InlineData("33836505", CompanyNumber.Reading.WrongLength)]
    [InlineData("3383650590", CompanyNumber.Reading.WrongLength)]
    [InlineData("3383650590001", CompanyNumber.Reading.WrongLength)]
    [InlineData("338365059000170", CompanyNumber.Reading.WrongLength)]
    [InlineData("338365058", CompanyNumber.Reading.WrongKey)]
    [InlineData("383365059", CompanyNumber.Reading.WrongKey)]
    [InlineData("33836505900018", CompanyNumber.Reading.WrongKey)]
    public void Read_AnythingElse_SaysWhy(string? typed, CompanyNumber.Reading reading)
    {
        Assert.Equal(reading, CompanyNumber.Read(typed, out var number));
        Assert.Null(number);
    }

    [Theory]
    [InlineData("35600000000048")] // the head office: by the usual key
    [InlineData("35600000009075")] // an office: its digits add up to a multiple of five
    public void Read_EstablishmentOfLaPoste_IsANumber(string typed) =>
        Assert.Equal(CompanyNumber.Reading.Number, CompanyNumber.Read(typed, out _));

    [Theory]
    [InlineData("35600000009076")]
    [InlineData("33836505900003")] // adds up to a multiple of five, but is not La Poste
    public void Read_WrongKeyWithTheSumOfLaPoste_IsNotANumber(string typed) =>
        Assert.Equal(CompanyNumber.Reading.WrongKey, CompanyNumber.Read(typed, out _));
}
