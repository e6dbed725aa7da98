using System.Text.Json;
using System.Text.RegularExpressions;
using Iness.TestKit;

namespace Iness.Web.Tests.Api;

public sealed partial class OpenApiTests(ApiHost host) : IClassFixture<ApiHost>
{
    /// <summary>Where each object of a request stands: its pointer within the schema, and a request whose object holds one unknown member.</summary>
    public static TheoryData<string, string> Objects => new()
    {
        { "", """{"createdOn":"2026-03-02","zzz":0}""" },
        { "undertaking", """{"createdOn":"2026-03-02","undertaking":{"zzz":0}}""" },
        { "undertaking difficulty", """{"createdOn":"2026-03-02","undertaking":{"difficulty":{"zzz":0}}}""" },
        { "project", """{"createdOn":"2026-03-02","project":{"zzz":0}}""" },
        { "project costs items", """{"createdOn":"2026-03-02","project":{"costs":[{"id":"a","category":"crm","nature":"service","amount":1,"zzz":0}]}}""" },
        { "history", """{"createdOn":"2026-03-02","history":{"zzz":0}}""" },
        { "history deMinimisAids items", """{"createdOn":"2026-03-02","history":{"deMinimisAids":[{"grantedOn":"2025-01-01","amount":1,"zzz":0}]}}""" },
        { "history otherPublicAid items", """{"createdOn":"2026-03-02","history":{"otherPublicAid":[{"amount":1,"zzz":0}]}}""" },
    };

    [Fact]
    public async Task Document_Served_IsTheOneKept() => Snapshot.Matches(await DocumentAsync() + "\n", "docs", "openapi.json");

    [Theory]
    [MemberData(nameof(Objects))]
    public async Task RequestSchema_EachObject_NamesWhatTheReaderAccepts(string path, string request)
    {
        using var response = await host.PostAsync(request);
        var problem = await ApiHost.ProblemAsync(response, 400, "Demande erronée");
        var message = Assert.Single(problem.GetProperty("errors").EnumerateObject()).Value[0].GetString()!;
        var accepted = AcceptedNames().Match(message).Groups[1].Value.Split(", ");

        var schema = await SchemaAsync("AssessmentRequest");
        foreach (var step in path.Split(' ', StringSplitOptions.RemoveEmptyEntries)) schema = step == "items" ? schema.GetProperty(step) : schema.GetProperty("properties").GetProperty(step);
        Assert.Equal(accepted, schema.GetProperty("properties").EnumerateObject().Select(member => member.Name));
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public async Task AnswerSchema_RealAnswers_HoldWithinIt()
    {
        var schema = await SchemaAsync("Assessment");
        foreach (var one in AssessmentCase.In(RepositoryRoot.PathOf("tests", "Fixtures", "assessments.ndjson")))
        {
            using var response = await host.PostAsync(one.Request);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            HoldsWithin(answer.RootElement, schema, "");
        }
    }

    [Fact]
    public async Task RequestExample_Posted_IsAnswered()
    {
        using var document = JsonDocument.Parse(await DocumentAsync());
        var example = document.RootElement.GetProperty("paths").GetProperty("/api/v1/assessments").GetProperty("post")
            .GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example");
        using var response = await host.PostAsync(example.GetRawText());
        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task Page_Browsed_ComesFromHereAlone()
    {
        using var response = await host.CreateClient().GetAsync(new Uri("/documentation-api", UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        var sources = ScriptSources().Matches(html).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(sources);
        foreach (var source in sources)
        {
            var address = new Uri(response.RequestMessage!.RequestUri!, source);
            Assert.Equal(response.RequestMessage.RequestUri!.Host, address.Host);
            using var script = await host.CreateClient().GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(200, (int)script.StatusCode);
        }

        Assert.DoesNotContain("https:", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static void HoldsWithin(JsonElement value, JsonElement schema, string pointer)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) HoldsWithin(item, schema.GetProperty("items"), pointer + "/*");
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var required in schema.GetProperty("required").EnumerateArray()) Assert.True(value.TryGetProperty(required.GetString()!, out _), $"{pointer}/{required} is missing");
            foreach (var member in value.EnumerateObject())
            {
                Assert.True(schema.GetProperty("properties").TryGetProperty(member.Name, out var known), $"{pointer}/{member.Name} is not in the schema");
                HoldsWithin(member.Value, known, $"{pointer}/{member.Name}");
            }
        }
        else
        {
            Assert.Equal(value.ValueKind == JsonValueKind.Number ? "number" : "string", schema.GetProperty("type").GetString());
            if (schema.TryGetProperty("enum", out var codes)) Assert.Contains(value.GetString(), codes.EnumerateArray().Select(code => code.GetString()));
        }
    }

    private Task<string> DocumentAsync() =>
        host.CreateClient().GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<JsonElement> SchemaAsync(string name) =>
        JsonDocument.Parse(await DocumentAsync()).RootElement.GetProperty("components").GetProperty("schemas").GetProperty(name);

    [GeneratedRegex(@"propriétés acceptées : (.*)\.$")]
    private static partial Regex AcceptedNames();

    [GeneratedRegex("""(?:src|from|import)\s*[=(]?\s*["']([^"']+\.js[^"']*)["']""")]
    private static partial Regex ScriptSources();
}
