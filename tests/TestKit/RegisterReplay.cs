using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Iness.TestKit;

/// <summary>How the register behaves.</summary>
public enum RegisterMood
{
    /// <summary>It answers.</summary>
    Answering,

    /// <summary>429, to be tried again at once.</summary>
    Busy,

    /// <summary>429, to be tried again in a minute.</summary>
    BusyForLong,

    /// <summary>500.</summary>
    Failing,

    /// <summary>It never answers.</summary>
    Hanging,

    /// <summary>200, and something that is not JSON.</summary>
    Garbled,

    /// <summary>200, and more than anyone asked for.</summary>
    Flooding,
}

/// <summary>A register on loopback that replays answers from files: by SIREN, by SIRET, or by a word of the name.</summary>
public sealed class RegisterReplay : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<(string Siren, string Name, string Unit)> units = [];
    private readonly ConcurrentQueue<RegisterMood> next = new();
    private int requests;

    private RegisterReplay(WebApplication app) => this.app = app;

    /// <summary>Folder of the fictional undertakings that every machine has.</summary>
    public static string Fictional => RepositoryRoot.PathOf("tests", "TestKit", "Companies");

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>How it behaves once the moods of <see cref="Then"/> are used up.</summary>
    public RegisterMood Mood { get; set; }

    /// <summary>Requests received.</summary>
    public int Requests => requests;

    /// <summary>Starts on a free port.</summary>
    public static async Task<RegisterReplay> StartAsync(string? folder = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var replay = new RegisterReplay(builder.Build());
        foreach (var file in Directory.EnumerateFiles(folder ?? Fictional, "*.json").Order(StringComparer.Ordinal)) replay.Load(file);

        replay.app.MapGet("/search", replay.AnswerAsync);
        await replay.app.StartAsync();
        replay.Address = new(replay.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");
        return replay;
    }

    /// <summary>The mood of each of the next requests.</summary>
    public void Then(params RegisterMood[] moods)
    {
        foreach (var mood in moods) next.Enqueue(mood);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
    }

    private void Load(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var unit in document.RootElement.GetProperty("results").EnumerateArray())
            units.Add((unit.GetProperty("siren").GetString()!, unit.GetProperty("nom_complet").GetString() ?? "", unit.GetRawText()));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref requests);
        var mood = next.TryDequeue(out var queued) ? queued : Mood;
        switch (mood)
        {
            case RegisterMood.Busy or RegisterMood.BusyForLong:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = mood == RegisterMood.Busy ? "0" : "60";
                break;
            case RegisterMood.Failing:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case RegisterMood.Hanging:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case RegisterMood.Garbled:
                await context.Response.WriteAsync("<html>maintenance</html>");
                break;
            case RegisterMood.Flooding:
                await context.Response.WriteAsync("{\"results\":[" + new string(' ', 3 * 1024 * 1024) + "]}");
                break;
            default:
                await AnswerWellAsync(context);
                break;
        }
    }

    private async Task AnswerWellAsync(HttpContext context)
    {
        var query = context.Request.Query["q"].ToString();
        var found = query.All(char.IsAsciiDigit)
            ? units.Where(unit => query.StartsWith(unit.Siren, StringComparison.Ordinal))
            : units.Where(unit => unit.Name.Contains(query, StringComparison.OrdinalIgnoreCase));
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($"{{\"results\":[{string.Join(',', found.Select(unit => unit.Unit))}],\"total_results\":1}}", Encoding.UTF8);
    }
}
