using System.Net;
using System.Text.Json;
using Iness.Casework.Lifecycle;
using Iness.Casework.Partners;
using Iness.TestKit;
using Iness.Web.Tests.Applicant;
using Iness.Web.Tests.Officer;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Api;

/// <summary>The read API, as a program meets it.</summary>
public sealed class ApplicationsTests(CountedHost portal) : IClassFixture<CountedHost>
{
    private const string List = "/api/v1/applications";

    private static int organisations;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_PageByPage_GivesEachOnceInTheSameNumberOfQueries()
    {
        var token = await OfficerTokenAsync();
        await FilesAsync(2);
        var few = await CountAsync(token, $"{List}?limit=200");
        await FilesAsync(20);
        var many = await CountAsync(token, $"{List}?limit=200");
        Assert.True(few.Count == many.Count && many.Count == 2, $"{few.Count} commands, then {many.Count}:\n{string.Join("\n\n", many)}");

        List<string> read = [];
        string? next = null;
        do
        {
            using var answer = await portal.AskAsync(token, $"{List}?limit=7{(next is null ? "" : $"&after={next}")}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await JsonAsync(answer);
            Assert.InRange(page.GetProperty("applications").GetArrayLength(), 1, 7);
            read.AddRange(page.GetProperty("applications").EnumerateArray().Select(one => one.GetProperty("number").GetString()!));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);

        Assert.Equal(await portal.WithDatabaseAsync(db => db.Applications.CountAsync(file => file.FiledAt != null, Stop)), read.Count);
        Assert.Equal(read.Count, read.Distinct().Count());
    }

    [Fact]
    public async Task Answer_KnownAlready_IsNotSentAgain()
    {
        var token = await OfficerTokenAsync();
        var number = await FilesAsync(1);
        foreach (var address in new[] { $"{List}/{number}", $"{List}/{number.ToLowerInvariant()}", List })
        {
            using var first = await portal.AskAsync(token, address);
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            Assert.True(first.Headers.CacheControl!.Private);
            using var again = await portal.AskAsync(token, address, first.Headers.ETag!.ToString());
            Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync(Stop)).Length));
            using var other = await portal.AskAsync(token, address, "\"autre\"");
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=201", "limit")]
    [InlineData("?after=ailleurs", "after")]
    [InlineData("?status=draft", "status")]
    [InlineData("?status=filed&status=lost", "status")]
    [InlineData("?filedFrom=2026-02-30", "filedFrom")]
    [InlineData("?filedFrom=2026-03-02&filedUntil=2026-03-01", "filedUntil")]
    [InlineData("?changedSince=hier", "changedSince")]
    [InlineData("?verdict=maybe", "verdict")]
    [InlineData("?decided=oui", "decided")]
    [InlineData("?department=59&department=62", "department")]
    [InlineData("?statut=filed", "statut")]
    public async Task List_ParameterThatCannotBe_IsNamed(string query, string parameter)
    {
        using var answer = await portal.AskAsync(await OfficerTokenAsync(), List + query);
        var problem = await ApiHost.ProblemAsync(answer, 400, "Demande erronée");
        Assert.Equal(parameter, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("iness_", true)]
    [InlineData("iness_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", true)]
    public async Task Token_MissingOrUnknown_IsRefusedAsAProblem(string? token, bool isInvalid)
    {
        using var answer = await portal.AskAsync(token, List);
        await ApiHost.ProblemAsync(answer, 401, "Jeton d’accès attendu");
        var challenge = Assert.Single(answer.Headers.WwwAuthenticate);
        Assert.Equal("Bearer", challenge.Scheme);
        Assert.Equal(isInvalid, challenge.Parameter!.Contains("invalid_token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Token_WithoutTheAccessOrTheRight_IsForbidden()
    {
        var officer = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Amina Lefèvre", Role.Officer));
        using var scope = await portal.AskAsync(await portal.TokenAsync(officer, TokenScope.Amounts), List);
        Assert.Contains("applications:read", (await ApiHost.ProblemAsync(scope, 403, "Accès refusé")).GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var filter = await portal.AskAsync(await portal.TokenAsync(officer, TokenScope.Applications), $"{List}?decided=true");
        await ApiHost.ProblemAsync(filter, 403, "Accès refusé");
        var signatory = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Sacha Dubois", Role.Signatory));
        using var right = await portal.AskAsync(await portal.TokenAsync(signatory), List);
        await ApiHost.ProblemAsync(right, 403, "Accès refusé");
        Assert.Equal("Bearer", Assert.Single(right.Headers.WwwAuthenticate).Scheme);
        using var nowhere = await portal.AskAsync(await OfficerTokenAsync(), $"{List}/INESS-1999-000001");
        await ApiHost.ProblemAsync(nowhere, 404, "Adresse inconnue");
    }

    [Fact]
    public async Task Schemas_RealAnswers_HoldWithinThem()
    {
        var token = await OfficerTokenAsync();
        var number = await FilesAsync(1);
        using var http = portal.CreateClient();
        var document = JsonDocument.Parse(await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Stop)).RootElement;
        var schemas = document.GetProperty("components").GetProperty("schemas");
        using var one = await portal.AskAsync(token, $"{List}/{number}");
        HoldsWithin(await JsonAsync(one), schemas.GetProperty("ApplicationWithHistory"));
        using var page = await portal.AskAsync(token, List);
        foreach (var row in (await JsonAsync(page)).GetProperty("applications").EnumerateArray()) HoldsWithin(row, schemas.GetProperty("Application"));

        // The examples say what the schemas say, and a reader knows that a token is needed.
        var operations = document.GetProperty("paths").GetProperty($"{List}/{{number}}").GetProperty("get");
        HoldsWithin(operations.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("example"), schemas.GetProperty("ApplicationWithHistory"));
        Assert.True(operations.GetProperty("security")[0].TryGetProperty("accessToken", out _));
    }

    private static void HoldsWithin(JsonElement value, JsonElement schema)
    {
        foreach (var required in schema.GetProperty("required").EnumerateArray()) Assert.True(value.TryGetProperty(required.GetString()!, out _), $"{required} is missing");
        foreach (var member in value.EnumerateObject())
        {
            Assert.True(schema.GetProperty("properties").TryGetProperty(member.Name, out var known), $"{member.Name} is not in the schema");
            if (member.Value.ValueKind == JsonValueKind.Object) HoldsWithin(member.Value, known);
            if (member.Value.ValueKind != JsonValueKind.String || !known.TryGetProperty("enum", out var codes)) continue;
            Assert.Contains(member.Value.GetString(), codes.EnumerateArray().Select(code => code.GetString()));
        }
    }

    private async Task<string> OfficerTokenAsync() => await portal.TokenAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Amina Lefèvre", Role.Officer)));

    /// <summary>So many files; the number of the last.</summary>
    private async Task<string> FilesAsync(int count)
    {
        var people = await portal.WithDatabaseAsync(db => db.DecisionPeopleAsync(portal.Clock, $"9300{Interlocked.Increment(ref organisations):00000}"));
        var number = "";
        for (var i = 0; i < count; i++) number = (await portal.UnderReviewAsync(people)).Number!;
        return number;
    }

    private async Task<IReadOnlyList<string>> CountAsync(string token, string address)
    {
        // The first use in a minute is noted.
        using (await portal.AskAsync(token, address)) portal.Commands.Take();
        using var answer = await portal.AskAsync(token, address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return portal.Commands.Take();
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;
}
