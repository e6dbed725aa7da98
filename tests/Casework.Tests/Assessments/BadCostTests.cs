namespace Iness.Casework.Tests.Assessments;

public sealed class BadCostTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-5")]
    public void Amount_NotAboveZero_IsRefused(string amount) => Check(Contract.Cost(amount: amount), "amount", "supérieur à 0");

    [Theory]
    [InlineData("12.345")]
    [InlineData("0.001")]
    [InlineData("12345e-3")]
    [InlineData("12.3400000000000000000000000000000000000001")]
    [InlineData("1e-400")]
    public void Amount_MoreThanTwoDecimals_IsRefused(string amount) => Check(Contract.Cost(amount: amount), "amount", "deux décimales");

    [Theory]
    [InlineData("10000000.01")]
    [InlineData("1e8")]
    [InlineData("1e99999999999999999999")]
    [InlineData("123456789012345678901234567890")]
    public void Amount_TooLarge_IsRefused(string amount) => Check(Contract.Cost(amount: amount), "amount", "10 000 000 € au plus");

    [Theory]
    [InlineData("12.340", 1234)]
    [InlineData("12.34000000000000000000000000000000000000000", 1234)]
    [InlineData("1e3", 100_000)]
    [InlineData("1.5E+2", 15_000)]
    [InlineData("123400e-4", 1234)]
    [InlineData("0.01", 1)]
    [InlineData("10000000", 1_000_000_000)]
    [InlineData("10000000.00", 1_000_000_000)]
    [InlineData("4200.5", 420_050)]
    public void Amount_ByItsValue_IsRead(string amount, long cents) =>
        Assert.Equal(cents, Assert.Single(Contract.Read(Contract.Cost(amount: amount)).Costs!).Amount.Cents);

    [Theory]
    [InlineData(",\"months\":0")]
    [InlineData(",\"months\":121")]
    [InlineData(",\"months\":12.5")]
    [InlineData(",\"months\":-1")]
    [InlineData(",\"months\":1e30")]
    public void Months_OutsideTheirRange_AreRefused(string months)
    {
        Check(Contract.Cost(nature: "\"subscription\"", more: months), "months", "de 1 à 120");
        // Another nature does not use them, and they are checked all the same.
        Check(Contract.Cost(nature: "\"service\"", more: months), "months", "de 1 à 120");
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("120", 120)]
    [InlineData("12.0", 12)]
    [InlineData("1.2e1", 12)]
    public void Months_WholeByTheirValue_AreRead(string months, int expected) =>
        Assert.Equal(expected, Assert.Single(Contract.Read(Contract.Cost(nature: "\"subscription\"", more: ",\"months\":" + months)).Costs!).Months);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    [InlineData("7")]
    public void Id_Unusable_IsRefused(string id) => Check(Contract.Cost(id: id), "id", "");

    [Fact]
    public void Member_MissingOrUnknown_IsTold()
    {
        Check(Contract.Cost(category: "null"), "category", "obligatoire");
        Check(Contract.Cost(nature: "null"), "nature", "obligatoire");
        Check(Contract.Cost(amount: "null"), "amount", "obligatoire");
        Check(Contract.Cost(amount: "\"4200\""), "amount", "montant est attendu");
        Check(Contract.Cost(amount: "\"NaN\""), "amount", "montant est attendu");
        Check(Contract.Cost(nature: "\"subscription\""), "months", "obligatoire pour un abonnement");
        Check(Contract.Cost(nature: "\"subscription\"", more: ",\"months\":null"), "months", "obligatoire pour un abonnement");
        Check(Contract.Cost(category: "\"hardware\""), "hardware", "obligatoire pour un matériel");
        Check(Contract.Cost(category: "\"laptop\""), "category", "onlineShop, crm, erp");
        Check(Contract.Cost(nature: "\"rental\""), "nature", "acquisition, service, subscription");
        Check(Contract.Cost(more: ",\"hardware\":\"phone\""), "hardware", "computer, tablet, smartphone");
        Check(Contract.Cost(more: ",\"invoicedTo\":\"me\""), "invoicedTo", "beneficiary, other");
        Check(Contract.Cost(more: ",\"financing\":\"loan\""), "financing", "purchase, lease, rental");
        Check(Contract.Cost(more: ",\"orderedOn\":\"\""), "orderedOn", "date impossible");
        Check(Contract.Cost(more: ",\"vat\":20"), "vat", "propriété inconnue");
    }

    [Fact]
    public void Text_TooLong_IsRefused()
    {
        Check(Contract.Cost(id: $"\"{new string('x', 101)}\""), "id", "100 caractères");
        Check(Contract.Cost(more: $",\"label\":\"{new string('é', 501)}\""), "label", "500 caractères");
        Assert.Equal(500, Assert.Single(Contract.Read(Contract.Cost(more: $",\"label\":\"{new string('é', 500)}\"")).Costs!).Label!.Length);
        Assert.Equal(500, Assert.Single(Contract.Read(Contract.Cost(more: $",\"label\":\"{string.Concat(Enumerable.Repeat("\\u00e9", 500))}\"")).Costs!).Label!.Length);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public void Id_GivenTwice_IsToldAtTheSecond(int lines)
    {
        var costs = Enumerable.Range(0, lines).Select(i => $$"""{"id":"{{(i == lines - 1 ? 0 : i)}}","category":"crm","nature":"service","amount":1}""");
        var error = Contract.Error($$$"""{"createdOn":"2026-03-02","project":{"costs":[{{{string.Join(',', costs)}}}]}}""");
        Assert.Equal($"/project/costs/{lines - 1}/id", error.Pointer);
    }

    private static void Check(string json, string member, string message)
    {
        var error = Contract.Error(json);
        Assert.Equal("/project/costs/0/" + member, error.Pointer);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
