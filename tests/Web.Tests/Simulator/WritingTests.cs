using Iness.Web.Components;
using Iness.Web.Infrastructure;

namespace Iness.Web.Tests.Simulator;

public sealed class WritingTests
{
    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("1 234,50 €", "1234.50")]
    [InlineData("1\u00A0234,50", "1234.50")]
    [InlineData("1\u202F234,50€", "1234.50")]
    [InlineData("1234.5", "1234.5")]
    [InlineData("1234,5", "1234.5")]
    [InlineData("12,34", "12.34")]
    [InlineData("0,5", "0.5")]
    [InlineData(" 450 000 euros ", "450000")]
    [InlineData("-1 500", "-1500")]
    [InlineData("−1 500,25", "-1500.25")]
    [InlineData("1 234 567,89", "1234567.89")]
    [InlineData("6.500,00", "6500")]
    [InlineData("1.234.567,8 €", "1234567.8")]
    public void TryParse_TypedTheFrenchWay_IsRead(string typed, string expected)
    {
        Assert.True(FrenchNumber.TryParse(typed, 2, out var value));
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("12,345")]
    [InlineData("1.234")]
    [InlineData("1.23,50")]
    [InlineData("1,234.50")]
    [InlineData("1 23")]
    [InlineData("1 2345")]
    [InlineData("12 34,50")]
    [InlineData("1,")]
    [InlineData(",5")]
    [InlineData("5 €€")]
    [InlineData("5 $")]
    [InlineData("1e3")]
    [InlineData("+5")]
    [InlineData("--5")]
    [InlineData("٣٤")]
    [InlineData("1234567890123456")]
    public void TryParse_AmbiguousOrWrong_IsRefused(string? typed) => Assert.False(FrenchNumber.TryParse(typed, 2, out _));

    [Theory]
    [InlineData("3", "mars", "2026", 3, 3)]
    [InlineData("1er", "Février", "2026", 1, 2)]
    [InlineData("12", "aout", "2026", 12, 8)]
    [InlineData("12", "déc.", "2026", 12, 12)]
    [InlineData("07", "06", "2026", 7, 6)]
    public void Read_DayAsItIsSaid_IsRead(string day, string month, string year, int expectedDay, int expectedMonth) =>
        Assert.Equal(new DateOnly(2026, expectedMonth, expectedDay), FrenchDay.Read(day, month, year));

    [Theory]
    [InlineData("30", "février")]
    [InlineData("3", "ju")]
    [InlineData("3", "jui")]
    [InlineData("3", "march")]
    [InlineData("er", "mars")]
    [InlineData("3", "13")]
    [InlineData("3", "")]
    public void Read_NoSuchDayOrNotClearWhich_IsRefused(string day, string month) => Assert.Null(FrenchDay.Read(day, month, "2026"));

    [Theory]
    [InlineData("12,345", "12 345")]
    [InlineData("1.234", "1 234")]
    [InlineData("mille", "1 234,50")]
    public void AmountAdvice_AlwaysGivesAnExample(string typed, string example) =>
        Assert.Contains(example, FrenchNumber.AmountAdvice(typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("Quel est l'effectif ?", "Quel est l’effectif~?")]
    [InlineData("450 000 € et 40 %", "450~000~€ et 40~%")]
    [InlineData("« ESS » : non ; oui !", "«~ESS~»~: non~; oui~!")]
    [InlineData("le 2 mars 2026", "le 2 mars 2026")]
    public void French_Sentence_DoesNotBreakWhereItMustNot(string sentence, string expected) =>
        Assert.Equal(expected, Typography.French(sentence).Replace('\u00A0', '~'));
}
