using System.Text;
using System.Text.Json;
using Iness.TestKit;

namespace Iness.Web.Tests.Api;

public sealed class AssessmentsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const int LargestBody = 1 << 20;
    private const string Small = """{"createdOn":"2026-03-02"}""";

    [Fact]
    public async Task Post_OwnCases_AnswersAsExpected()
    {
        foreach (var one in AssessmentCase.In(RepositoryRoot.PathOf("tests", "Fixtures", "assessments.ndjson")))
        {
            using var response = await host.PostAsync(one.Request);
            Assert.Equal(200, (int)response.StatusCode);
            Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(one.Expected, AssessmentCase.OutlineOfAnswer(answer.RootElement));
        }
    }

    [Fact]
    public async Task Post_SeveralErrors_ReportsEachUnderItsPointer()
    {
        using var response = await host.PostAsync("""
            {"undertaking":{"siren":"123","turnover":-1},"extra":1,
             "project":{"costs":[{"id":"a","category":"crm","nature":"service","amount":12.345},{"id":"a","category":"crm","nature":"service","amount":1}]}}
            """);
        var problem = await ApiHost.ProblemAsync(response, 400, "Demande erronée");
        Assert.Equal(
            ["/createdOn", "/extra", "/project/costs/0/amount", "/project/costs/1/id", "/undertaking/siren", "/undertaking/turnover"],
            problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
        Assert.All(problem.GetProperty("errors").EnumerateObject(), error => Assert.NotEqual("", Assert.Single(error.Value.EnumerateArray()).GetString()));
    }

    public static TheoryData<byte[]> Malformed => new(
        [],
        [.. "{"u8],
        [.. "{\"createdOn\":\"2026-03-02\"} trailing"u8],
        [.. "{\"createdOn\":\"2026-03-02\",}"u8],
        [.. "{\"createdOn\":\"2026-03-02\",\"x\":\""u8, 0xE9, .. "\"}"u8],
        Encoding.Unicode.GetBytes(Small),
        Encoding.UTF8.GetBytes("{\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}"));

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Post_NotJson_IsOneErrorOfTheWhole(byte[] body)
    {
        using var response = await host.PostAsync(body);
        var problem = await ApiHost.ProblemAsync(response, 400, "Demande erronée");
        Assert.Equal("", Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Post_AnotherType_IsRefused(string? type)
    {
        using var response = await host.PostAsync(Encoding.UTF8.GetBytes(Small), type);
        await ApiHost.ProblemAsync(response, 415, "Type de contenu non accepté");
    }

    [Fact]
    public async Task Post_AtTheLargestSize_IsReadAndOneByteMoreRefused()
    {
        using var largest = await host.PostAsync(Small.PadRight(LargestBody));
        Assert.Equal(200, (int)largest.StatusCode);
        using var larger = await host.PostAsync(Small.PadRight(LargestBody + 1));
        await ApiHost.ProblemAsync(larger, 413, "Demande trop volumineuse");
    }

    [Fact]
    public async Task Post_TooLargeWithoutSayingItsLength_IsRefusedAllTheSame()
    {
        using var content = new StreamContent(new Endless());
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/assessments") { Content = content };
        request.Headers.TransferEncodingChunked = true;
        using var response = await host.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        await ApiHost.ProblemAsync(response, 413, "Demande trop volumineuse");
    }

    /// <summary>A body of spaces, of twice the largest size, whose length nobody knows.</summary>
    private sealed class Endless : Stream
    {
        private int left = 2 * LargestBody;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(count, left);
            buffer.AsSpan(offset, read).Fill((byte)' ');
            left -= read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
