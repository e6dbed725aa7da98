using System.Collections.Concurrent;
using System.Net;
using Iness.Casework.Lifecycle;
using Iness.Casework.Partners;
using Iness.Casework.Partners.Webhooks;
using Iness.Casework.Tests.Decisions;
using Iness.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Partners;

/// <summary>A message that a receiver got.</summary>
internal sealed record Received(string Path, string Signature, string Body);

/// <summary>Files, webhooks, and a real receiver on this machine.</summary>
internal sealed class WebhookDesk : IAsyncDisposable
{
    private readonly WebApplication receiver;
    private readonly WebhookSecrets secrets = new(new EphemeralDataProtectionProvider());

    private WebhookDesk(DecisionDesk files, WebApplication receiver) => (Files, this.receiver) = (files, receiver);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The files.</summary>
    public DecisionDesk Files { get; }

    /// <summary>The settings: this machine is allowed until a test says otherwise.</summary>
    public WebhookOptions Options { get; } = new() { AllowPrivateAddresses = true };

    /// <summary>What the receiver answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    /// <summary>What it got, in order.</summary>
    public ConcurrentQueue<Received> Inbox { get; } = [];

    /// <summary>Its address.</summary>
    public string Url => $"{receiver.Urls.Single()}/iness";

    /// <summary>How names are resolved.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; set; } = (name, cancellationToken) => Dns.GetHostAddressesAsync(name, cancellationToken);

    public static async Task<WebhookDesk> OpenAsync(Engine engine)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = builder.Build();
        var desk = new WebhookDesk(await DecisionDesk.OpenAsync(engine), receiver);
        receiver.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            desk.Inbox.Enqueue(new(context.Request.Path, context.Request.Headers[WebhookMessage.SignatureHeader].ToString(), body));
            await desk.Answer(context);
        });
        await receiver.StartAsync(Stop);
        return desk;
    }

    /// <summary>Adds a webhook to the receiver, told of these events.</summary>
    public async Task<NewWebhook> AddAsync(params string[] events)
    {
        await using var db = Files.Database.Open();
        var administrator = await db.AccountAsync(Files.Database.Clock, "Alix Martin", Role.Administrator);
        return (await new AddWebhook(db, secrets, new OptionsWrapper<WebhookOptions>(Options), Files.Database.Clock).ExecuteAsync("Partenaire", Url, events, administrator.AsActor(), Stop)).Value;
    }

    public async Task<string> DeliverAsync()
    {
        using var handler = WebhookHandler.Create(Options, Resolve);
        await using var db = Files.Database.Open();
        return await new DeliverWebhooks(db, new(new Clients(handler, Options), secrets, Files.Database.Clock), Files.Database.Clock).RunAsync(Stop);
    }

    public async Task<List<WebhookDelivery>> LogAsync()
    {
        await using var db = Files.Database.Open();
        return await db.WebhookDeliveries.AsNoTracking().OrderBy(delivery => delivery.CreatedAt).ThenBy(delivery => delivery.Id).ToListAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await receiver.DisposeAsync();
        await Files.DisposeAsync();
    }

    private sealed class Clients(HttpMessageHandler handler, WebhookOptions options) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(handler, disposeHandler: false) { Timeout = options.Timeout };
    }
}
