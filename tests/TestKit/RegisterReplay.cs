using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Iness.TestKit;

/// <summary>The company register on a local port: replays kept answers by SIREN, SIRET or name, or fails as it is told to.</summary>
public sealed class RegisterReplay : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ReplayAnswers answers;
    private readonly ConcurrentQueue<RegisterMood> next = new();
    private readonly ConcurrentQueue<ReplayRequest> received = new();
    private readonly CancellationTokenSource closing = new();

    private RegisterReplay(WebApplication app, ReplayAnswers answers)
    {
        this.app = app;
        this.answers = answers;
    }

    /// <summary>Folder of the fictional undertakings that every machine has.</summary>
    public static string Fictional => RepositoryRoot.PathOf("tests", "TestKit", "Companies");

    /// <summary>Base address, to be given to the product as « CompanyRegister:BaseAddress ».</summary>
    public Uri Address => new(app.Urls.Single() + "/");

    /// <summary>How it behaves from now on, once the moods of <see cref="Then"/> are used up.</summary>
    public RegisterMood Mood { get; set; }

    /// <summary>The header « Retry-After » of a refusal or failure, as it is to be written; null for the mood's own.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>A body to answer with, whatever is asked; null to answer from the folders.</summary>
    public byte[]? Body { get; set; }

    /// <summary>Requests received.</summary>
    public int Requests => received.Count;

    /// <summary>Those requests, in order of arrival.</summary>
    public IReadOnlyList<ReplayRequest> Received => [.. received];

    /// <summary>Opens a register that knows the answers of some folders, one answer a file; without a folder, those of <see cref="Fictional"/>.</summary>
    public static async Task<RegisterReplay> StartAsync(params string[] folders)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var replay = new RegisterReplay(app, ReplayAnswers.Read(folders is [] ? [Fictional] : folders));
        app.Run(replay.AnswerAsync);
        await app.StartAsync();
        return replay;
    }

    /// <summary>The mood of each of the next requests.</summary>
    public void Then(params RegisterMood[] moods)
    {
        ArgumentNullException.ThrowIfNull(moods);
        foreach (var mood in moods) next.Enqueue(mood);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await app.DisposeAsync();
        closing.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        received.Enqueue(new(context.Request.Path + context.Request.QueryString, context.Request.Headers.UserAgent.ToString(), Stopwatch.GetTimestamp()));
        var mood = next.TryDequeue(out var failure) ? failure : Mood;
        using var left = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing.Token);
        try
        {
            await AnswerAsync(context, mood, left.Token);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private Task AnswerAsync(HttpContext context, RegisterMood mood, CancellationToken left) => mood switch
    {
        RegisterMood.Busy => RefuseAsync(context, StatusCodes.Status429TooManyRequests, "0"),
        RegisterMood.BusyForLong => RefuseAsync(context, StatusCodes.Status429TooManyRequests, "60"),
        RegisterMood.Failing => RefuseAsync(context, StatusCodes.Status500InternalServerError),
        RegisterMood.Hanging => Task.Delay(Timeout.InfiniteTimeSpan, left),
        RegisterMood.Stalling => ReplayBodies.StallAsync(context, left),
        RegisterMood.HangingUp => ReplayBodies.HangUp(context),
        RegisterMood.Garbled => ReplayBodies.WriteAsync(context, "<html>maintenance</html>"u8.ToArray()),
        RegisterMood.Flooding => ReplayBodies.FloodAsync(context, left),
        _ => FindAsync(context, mood),
    };

    private Task FindAsync(HttpContext context, RegisterMood mood)
    {
        if (Body is { } body) return ReplayBodies.WriteAsync(context, body);
        var query = context.Request.Query;
        var perPage = int.TryParse(query["per_page"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : ReplayAnswers.DefaultPage;
        var words = query["q"].ToString();
        if (context.Request.Path != "/search") return RefuseAsync(context, StatusCodes.Status404NotFound);
        if (words.Length < ReplayAnswers.ShortestQuery || perPage is < 1 or > ReplayAnswers.LargestPage)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return ReplayBodies.WriteAsync(context, "{\"erreur\": \"Veuillez indiquer des paramètres valides.\"}"u8.ToArray());
        }

        return ReplayBodies.WriteAsync(context, mood == RegisterMood.Blank ? ReplayAnswers.Nothing(perPage) : answers.Find(words, perPage, mood == RegisterMood.Withholding));
    }

    private Task RefuseAsync(HttpContext context, int status, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        if ((RetryAfter ?? retryAfter) is { } wait) context.Response.Headers.RetryAfter = wait;
        return Task.CompletedTask;
    }
}
