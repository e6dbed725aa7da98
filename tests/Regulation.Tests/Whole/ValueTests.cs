using System.Globalization;

namespace Iness.Regulation.Tests.Whole;

public sealed class ValueTests
{
    [Theory]
    [InlineData(0, "0 €")]
    [InlineData(1, "0,01 €")]
    [InlineData(-1, "-0,01 €")]
    [InlineData(123_450, "1 234,50 €")]
    [InlineData(45_000_000, "450 000 €")]
    [InlineData(100_000_000, "1 000 000 €")]
    [InlineData(-123_405, "-1 234,05 €")]
    [InlineData(99_999, "999,99 €")]
    [InlineData(long.MaxValue, "92 233 720 368 547 758,07 €")]
    [InlineData(long.MinValue, "-92 233 720 368 547 758,08 €")]
    public void Amount_AnyCents_IsWrittenTheFrenchWay(long cents, string text)
    {
        Assert.Equal(text, new Money(cents).ToString());
        Assert.Equal(text, $"{new Money(cents)}");
        Assert.Equal(text, ((IFormattable)new Money(cents)).ToString("C", CultureInfo.GetCultureInfo("")));
        Assert.Equal(text, string.Create(null, $"{new Money(cents)}"));
    }

    [Theory]
    [InlineData("7.5", "7,5")]
    [InlineData("1234.25", "1 234,25")]
    [InlineData("20", "20")]
    [InlineData("-3.5", "-3,5")]
    [InlineData("20.00", "20")]
    public void Number_AnyDecimal_IsWrittenTheFrenchWay(string value, string text) => Assert.Equal(text, French.Number(decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Fact]
    public void Date_EachMonth_IsWrittenInFull() => Assert.Equal(
        ["1er janvier 2024", "2 février 2024", "3 mars 2024", "4 avril 2024", "5 mai 2024", "6 juin 2024", "7 juillet 2024", "8 août 2024", "9 septembre 2024", "10 octobre 2024", "11 novembre 2024", "31 décembre 2024"],
        Enumerable.Range(1, 12).Select(month => French.Date(new(2024, month, month == 12 ? 31 : month))));

    [Theory]
    [InlineData(0, "0 ligne")]
    [InlineData(1, "1 ligne")]
    [InlineData(2, "2 lignes")]
    public void Plural_FromTwoOn(int count, string text) => Assert.Equal(text, French.Plural(count, "ligne", "lignes"));

    [Fact]
    public void Money_Arithmetic_IsCheckedAndRoundsDown()
    {
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MinValue) - new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue).Fraction(2, 1));
        Assert.Throws<OverflowException>(() => Money.Euros(long.MaxValue / 10));
        Assert.Equal(new Money(-1), new Money(-1).Fraction(1, 2));
        Assert.Equal(new Money(-2), new Money(-4).Fraction(1, 2));
        Assert.Equal(new Money(0), new Money(1).Fraction(1, 2));
        Assert.Equal(12.34m, new Money(1_234).ToEuros());
    }

    [Fact]
    public void Money_Comparisons_FollowTheCents()
    {
        Money one = new(1), two = new(2);

        Assert.True(one < two && two > one && one <= two && two >= one && one <= new Money(1) && one >= new Money(1));
        Assert.False(two < one || one > two || two <= one || one >= two || one < new Money(1) || one > new Money(1));
        Assert.Equal((one, two), (Money.Min(two, one), Money.Max(one, two)));
        Assert.Equal((one, two), (Money.Min(one, two), Money.Max(two, one)));
        Assert.True(one.CompareTo(two) < 0);
    }

    [Theory]
    [InlineData("338365059", true)]
    [InlineData("338365058", false)]
    [InlineData("552032534", true)]
    [InlineData("443061841", true)]
    [InlineData("443061840", false)]
    [InlineData("33836505", false)]
    [InlineData("3383650590", false)]
    [InlineData("33836505a", false)]
    [InlineData("", false)]
    public void Siren_ByItsKey_IsReadOrNot(string text, bool valid)
    {
        Assert.Equal(valid, Siren.TryParse(text, out var siren));
        if (valid) Assert.Equal((text, text), (siren.Digits, siren.ToString()));
    }

    [Theory]
    [InlineData("0000", true)]
    [InlineData("9220", true)]
    [InlineData("922", false)]
    [InlineData("92200", false)]
    [InlineData("92a0", false)]
    public void LegalCategory_FourDigits_IsReadOrNot(string text, bool valid)
    {
        Assert.Equal(valid, LegalCategory.TryParse(text, out var category));
        if (valid) Assert.Equal(text, category.ToString());
        else Assert.Contains(text, Assert.Throws<FormatException>(() => LegalCategory.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("88.99B", true)]
    [InlineData("8899B", false)]
    [InlineData("88.99b", false)]
    [InlineData("88-99B", false)]
    [InlineData("8a.99B", false)]
    [InlineData("a8.99B", false)]
    [InlineData("88.a9B", false)]
    [InlineData("88.9aB", false)]
    [InlineData("88.999", false)]
    [InlineData("88.99BB", false)]
    public void ActivityCode_ItsForm_IsReadOrNot(string text, bool valid)
    {
        Assert.Equal(valid, ActivityCode.TryParse(text, out var activity));
        if (valid) Assert.Equal(text, activity.ToString());
        else Assert.Contains(text, Assert.Throws<FormatException>(() => ActivityCode.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("59350", true)]
    [InlineData("2A004", true)]
    [InlineData("2B033", true)]
    [InlineData("2C004", false)]
    [InlineData("A2004", false)]
    [InlineData("5935", false)]
    [InlineData("593500", false)]
    [InlineData("5935a", false)]
    [InlineData("59 50", false)]
    public void CommuneCode_ItsForm_IsReadOrNot(string text, bool valid)
    {
        Assert.Equal(valid, CommuneCode.TryParse(text, out var commune));
        if (valid) Assert.Equal((text, text[..2]), (commune.ToString(), commune.Department.ToString()));
        else Assert.Contains(text, Assert.Throws<FormatException>(() => CommuneCode.Parse(text)).Message, StringComparison.Ordinal);
    }
}
