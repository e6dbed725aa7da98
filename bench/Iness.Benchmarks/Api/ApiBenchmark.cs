using System.Diagnostics;
using System.Net.Http.Headers;
using Iness.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Benchmarks.Api;

/// <summary>
/// POST /api/v1/assessments against an endpoint of the same server that echoes the same body, in turn, over loopback with the
/// connections kept open. Client and server share the machine, for both alike.
/// </summary>
internal static class ApiBenchmark
{
    private const int Connections = 16;
    private const int Rounds = 4;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public static async Task RunAsync()
    {
        await using var factory = new Server();
        factory.UseKestrel(0);
        factory.StartServer();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = factory.ClientOptions.BaseAddress };
        var body = await File.ReadAllBytesAsync(RepositoryRoot.PathOf("bench", "Iness.Benchmarks", "Api", "request.json"));

        await MeasureAsync(client, "/echo", body);
        await MeasureAsync(client, "/api/v1/assessments", body);
        Console.WriteLine($"## POST /api/v1/assessments, {Connections} connections on loopback, {body.Length} bytes");
        Console.WriteLine("| round | echo (requests/s) | assessments (requests/s) | ratio |");
        Console.WriteLine("|---|---|---|---|");
        for (var round = 1; round <= Rounds; round++)
        {
            var echo = await MeasureAsync(client, "/echo", body);
            var assess = await MeasureAsync(client, "/api/v1/assessments", body);
            Console.WriteLine($"| {round} | {echo:N0} | {assess:N0} | {assess / echo:N2} |");
        }
    }

    private static async Task<double> MeasureAsync(HttpClient client, string path, byte[] body)
    {
        var watch = Stopwatch.StartNew();
        var answered = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            while (watch.Elapsed < Round)
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
                response.EnsureSuccessStatusCode();
                await response.Content.CopyToAsync(Stream.Null);
                count++;
            }

            return count;
        })));
        return answered.Sum() / watch.Elapsed.TotalSeconds;
    }

    /// <summary>The portal itself, with one endpoint more, and no limit on one address.</summary>
    private sealed class Server : WebApplicationFactory<Iness.Web.Pages.Simulator.IndexModel>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseContentRoot(RepositoryRoot.PathOf("src", "Iness.Web"))
            .UseScratchData()
            .UseSetting("Api:PermitsPerMinute", "1000000000")
            .UseSetting("CompanyRegister:Enabled", "false")
            .ConfigureServices(services => services.AddSingleton<IStartupFilter>(new Echo()));
    }

    /// <summary>An endpoint behind the same middleware as the API: headers, routing, other origins; no work of its own.</summary>
    private sealed class Echo : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/echo", echo => echo.UseSecurityHeaders().UseRouting().UseCors().UseRateLimiter().UseEndpoints(endpoints => endpoints.MapPost("/", async context =>
            {
                context.Response.ContentType = "application/json; charset=utf-8";
                context.Response.ContentLength = context.Request.ContentLength;
                await context.Request.Body.CopyToAsync(context.Response.Body);
            })));
            next(app);
        };
    }
}
