using System.Text;
using Iness.Casework.Assessments;
using Iness.TestKit;

namespace Iness.Casework.Tests.Assessments;

public sealed class MalformedJsonTests
{
    private const string Valid = """{"createdOn":"2026-03-02"}""";

    [Theory]
    [InlineData("", "vide")]
    [InlineData(" \r\n", "vide")]
    [InlineData("{", "ligne 1, octet 2")]
    [InlineData("{\"createdOn\":\"2026-03-02\"", "JSON illisible")]
    [InlineData("{\"createdOn\":\"2026-03-02\"}}", "JSON illisible")]
    [InlineData("{\"createdOn\":\"2026-03-02\"} {}", "JSON illisible")]
    [InlineData("{\"createdOn\":\"2026-03-02\",}", "JSON illisible")]
    [InlineData("{\"createdOn\":\"2026-03-02\" /* today */}", "JSON illisible")]
    [InlineData("{createdOn:\"2026-03-02\"}", "JSON illisible")]
    [InlineData("{'createdOn':'2026-03-02'}", "JSON illisible")]
    [InlineData("{\"createdOn\":NaN}", "JSON illisible")]
    [InlineData("{\"createdOn\":01}", "JSON illisible")]
    [InlineData("bonjour", "JSON illisible")]
    [InlineData("{\"createdOn\":\"2026\\ud800\"}", "ne désigne aucun caractère")]
    [InlineData("{\"created\\udc00\":1}", "ne désigne aucun caractère")]
    [InlineData("{\"createdOn\":1,\n  oops", "ligne 2, octet 3")]
    public void Read_NotJson_GivesOneError(string text, string message)
    {
        var error = Contract.Error(text);
        Assert.Equal("", error.Pointer);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(100_000)]
    public void Read_NestedTooDeep_SaysSo(int depth)
    {
        var error = Contract.Error($$"""{"createdOn":"2026-03-02","x":{{new string('[', depth)}}{{new string(']', depth)}}}""");
        Assert.Equal("", error.Pointer);
        Assert.Contains("imbrication trop profonde", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnotherEncoding_SaysSo()
    {
        Assert.Equal("", Assert.Single(Contract.Errors(Encoding.Unicode.GetBytes(Valid))).Pointer);
        Assert.Contains("UTF-8 est attendu", Assert.Single(Contract.Errors([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Valid)])).Message, StringComparison.Ordinal);
        // Latin-1 within a text that nothing would otherwise read.
        Assert.Equal("", Assert.Single(Contract.Errors([.. "{\"createdOn\":\"2026-03-02\",\"x\":\""u8, 0xE9, .. "\"}"u8])).Pointer);
    }

    [Fact]
    public void Read_ByteOrderMark_IsPassedOver() =>
        Assert.NotNull(AssessmentRequestReader.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Valid)], []));

    /// <summary>Whatever bytes come, there is an answer or there are errors; never an exception.</summary>
    [Fact]
    public void Read_MutatedBytes_NeverThrows()
    {
        var valid = Encoding.UTF8.GetBytes(AssessmentCase.In(RepositoryRoot.PathOf("tests", "Fixtures", "assessments.ndjson")).Last(one => one.Request.Length > 500).Request);
        var random = new Random(20_260_302);
        for (var round = 0; round < 20_000; round++)
        {
            var mutated = valid.AsSpan().ToArray();
            for (var i = random.Next(1, 4); i > 0; i--) mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            var length = random.Next(4) == 0 ? random.Next(mutated.Length) : mutated.Length;
            var errors = new List<InputError>();
            Assert.Equal(AssessmentRequestReader.Read(mutated.AsSpan(0, length), errors) is null, errors.Count > 0);
        }
    }
}
