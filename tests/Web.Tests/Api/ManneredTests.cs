using System.Globalization;
using System.Text.Json;

namespace Iness.Web.Tests.Api;

/// <summary>How the API behaves around its answers: failures, limits, other sites, its own pages.</summary>
public sealed class ManneredTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Small = """{"createdOn":"2026-03-02"}""";

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404, "Adresse inconnue")]
    [InlineData("GET", "/api", 404, "Adresse inconnue")]
    [InlineData("GET", "/api/v1/assessments", 405, "Méthode non acceptée à cette adresse")]
    [InlineData("DELETE", "/api/v1/assessments", 405, "Méthode non acceptée à cette adresse")]
    [InlineData("GET", "/api/v1/regulation?on=demain", 400, "Demande erronée")]
    [InlineData("GET", "/api/v1/regulation?on=2021-10-04", 400, "Demande erronée")]
    public async Task Request_Failing_IsAProblemInFrench(string method, string path, int status, string title)
    {
        using var request = new HttpRequestMessage(new(method), path);
        using var response = await host.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        await ApiHost.ProblemAsync(response, status, title);
        if (status == 405) Assert.Contains("POST", response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Request_MeetingABug_TellsNothingOfIt()
    {
        await using var broken = new BrokenHost();
        using var response = await broken.CreateClient().GetAsync(new Uri("/api/v1/regulation", UriKind.Relative), TestContext.Current.CancellationToken);
        var problem = await ApiHost.ProblemAsync(response, 500, "Erreur du serveur");
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TooOften_IsToldWhenToComeBack()
    {
        await using var busy = new BusyHost();
        for (var i = 0; i < 3; i++)
        {
            using var allowed = await busy.PostAsync(Small);
            Assert.Equal(200, (int)allowed.StatusCode);
        }

        using var refused = await busy.PostAsync(Small);
        await ApiHost.ProblemAsync(refused, 429, "Trop de demandes");
        Assert.InRange(int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture), 1, 60);
    }

    [Fact]
    public async Task Preflight_FromAnySite_IsAllowedWithoutCredentials()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/assessments");
        request.Headers.Add("Origin", "https://example.org");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var response = await host.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(204, (int)response.StatusCode);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("POST", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
        Assert.Contains("content-type", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData(Small, 200)]
    [InlineData("{}", 400)]
    public async Task Post_FromAnotherSite_CanBeReadThere(string body, int status)
    {
        using var content = new StringContent(body, null, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/assessments") { Content = content };
        request.Headers.Add("Origin", "https://example.org");
        using var response = await host.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Theory]
    [InlineData("2023-12-31", "2021-10-05")]
    [InlineData("2024-01-01", "2024-01-01")]
    public async Task Regulation_OnADay_GivesItsVersion(string day, string version)
    {
        var text = await host.CreateClient().GetStringAsync(new Uri("/api/v1/regulation?on=" + day, UriKind.Relative), TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(text);
        Assert.Equal(version, document.RootElement.GetProperty("regulation").GetString());
        Assert.Contains(document.RootElement.GetProperty("provisions").EnumerateArray(), one => one.GetProperty("id").GetString() == "ELI-2");
    }
}
