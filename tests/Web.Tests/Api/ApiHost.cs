using System.Text;
using System.Text.Json;
using Iness.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Web.Tests.Api;

/// <summary>The portal as it starts, with a limit no test reaches unless it asks for one.</summary>
public class ApiHost : WebApplicationFactory<Program>
{
    protected virtual int PermitsPerMinute => 100_000;

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseScratchData().UseSetting("Api:PermitsPerMinute", $"{PermitsPerMinute}").UseSetting("CompanyRegister:Enabled", "false").UseSetting("Jobs:Enabled", "false");

    public Task<HttpResponseMessage> PostAsync(string body) => PostAsync(Encoding.UTF8.GetBytes(body));

    public async Task<HttpResponseMessage> PostAsync(byte[] body, string? type = "application/json")
    {
        using var content = new ByteArrayContent(body);
        if (type is not null) content.Headers.ContentType = new(type);
        return await CreateClient().PostAsync(new Uri("/api/v1/assessments", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Checks that a failure is told as a problem in French, and returns it.</summary>
    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, int status, string title)
    {
        ArgumentNullException.ThrowIfNull(response);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal(title, problem.GetProperty("title").GetString());
        return problem;
    }
}

/// <summary>The portal with a limit that is soon reached.</summary>
public sealed class BusyHost : ApiHost
{
    protected override int PermitsPerMinute => 3;
}

/// <summary>The portal when its clock breaks: something nobody foresaw.</summary>
public sealed class BrokenHost : ApiHost
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new BrokenClock()));
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("secret");
    }
}
