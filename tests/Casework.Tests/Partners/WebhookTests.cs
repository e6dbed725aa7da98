using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Partners.Webhooks;
using Iness.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Partners;

/// <summary>What happens to files reaches those who asked, once it is true, signed, and whatever their server goes through.</summary>
public sealed class WebhookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Step_OfAFile_IsDeliveredOnceAndSigned(Engine engine)
    {
        await using var desk = await WebhookDesk.OpenAsync(engine);
        var webhook = await desk.AddAsync("application.filed", "payment.paid");
        var file = await desk.Files.FileAsync();

        Assert.Equal("Livrés : 1. Abandonnés : 0. À réessayer : 0.", await desk.DeliverAsync());
        Assert.Equal("Livrés : 0. Abandonnés : 0. À réessayer : 0.", await desk.DeliverAsync());

        var received = Assert.Single(desk.Inbox);
        var body = JsonDocument.Parse(received.Body).RootElement;
        var delivery = Assert.Single(await desk.LogAsync());
        Assert.Equal(["id", "event", "number", "status", "at"], body.EnumerateObject().Select(member => member.Name));
        Assert.Equal((delivery.Id.ToString(), "application.filed", file.Number, "filed"), (Text(body, "id"), Text(body, "event"), Text(body, "number"), Text(body, "status")));
        Assert.Equal((200, 1, null), (delivery.LastStatus, delivery.Attempts, delivery.LastError));
        Assert.NotNull(delivery.StatusChangeId);
        // Checked as docs/api.md says.
        var parts = received.Signature.Split(',').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        Assert.Equal(desk.Files.Database.Clock.GetUtcNow().ToUnixTimeSeconds(), long.Parse(parts["t"], CultureInfo.InvariantCulture));
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(webhook.Secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{received.Body}"))), parts["v1"]);
        await using var db = desk.Files.Database.Open();
        Assert.DoesNotContain(webhook.Secret, (await db.Webhooks.AsNoTracking().SingleAsync(Stop)).ProtectedSecret, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Step_TakenBack_IsNotTold(Engine engine)
    {
        await using var desk = await WebhookDesk.OpenAsync(engine);
        await desk.AddAsync("application.items_requested", "application.withdrawn");
        var file = await desk.Files.FileAsync();
        var clock = desk.Files.Database.Clock;
        await using (var db = desk.Files.Database.Open())
        {
            await using var transaction = await db.BeginAsync(Stop);
            var application = await db.Applications.SingleAsync(found => found.Id == file.Id, Stop);
            application.Move(FileAction.RequestMissingItems, desk.Files.People.Officer.AsActor(), clock.Instant());
            await db.CommitAsync(new(Actor.System, "TestPrepared", Act.Application(file.Id)), Stop);
            Assert.Equal(1, await db.WebhookDeliveries.CountAsync(Stop));
            await transaction.RollbackAsync(Stop);
        }

        Assert.Empty(await desk.LogAsync());
        // A save that fails leaves nothing behind that the next one would send.
        await using var late = desk.Files.Database.Open();
        var seen = await late.Applications.SingleAsync(found => found.Id == file.Id, Stop);
        await using (var db = desk.Files.Database.Open())
        {
            (await db.Applications.SingleAsync(found => found.Id == file.Id, Stop)).Title = "Autre titre";
            await db.CommitAsync(new(Actor.System, "TestPrepared", Act.Application(file.Id)), Stop);
        }

        seen.Move(FileAction.Withdraw, desk.Files.People.Applicant.AsActor(), clock.Instant());
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => late.CommitAsync(new(Actor.System, "TestPrepared", Act.Application(file.Id)), Stop));
        Assert.Empty(late.ChangeTracker.Entries<Casework.Partners.WebhookDelivery>());
        Assert.Empty(await desk.LogAsync());
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Receiver_Down_IsTriedAgainLaterAndAtLastGivenUp(Engine engine)
    {
        await using var desk = await WebhookDesk.OpenAsync(engine);
        await desk.AddAsync("application.filed");
        await desk.Files.FileAsync();
        var start = desk.Files.Database.Clock.GetUtcNow();
        desk.Answer = Answering(503);

        Assert.Equal("Livrés : 0. Abandonnés : 0. À réessayer : 1.", await desk.DeliverAsync());
        Assert.Equal("Livrés : 0. Abandonnés : 0. À réessayer : 0.", await desk.DeliverAsync());
        var tries = 1;
        while ((await desk.LogAsync()).Single().DueAt is { } due)
        {
            desk.Files.Database.Clock.Set(due);
            await desk.DeliverAsync();
            tries++;
        }

        var given = (await desk.LogAsync()).Single();
        Assert.Equal((DeliverWebhooks.Retries.Attempts, tries, 503, "Réponse 503."), (tries, given.Attempts, given.LastStatus, given.LastError));
        Assert.NotNull(given.AbandonedAt);
        Assert.InRange((desk.Files.Database.Clock.GetUtcNow() - start).TotalHours, 20, 28);
        Assert.Equal(tries, desk.Inbox.Count);
        Assert.Single(desk.Inbox.Select(received => received.Body).Distinct());
    }

    [Fact]
    public async Task Receiver_Mended_GetsItAndAReplayIsTheSame()
    {
        await using var desk = await WebhookDesk.OpenAsync(Engine.Sqlite);
        var webhook = await desk.AddAsync("application.filed");
        await desk.Files.FileAsync();
        desk.Answer = Answering(500);
        await desk.DeliverAsync();
        desk.Answer = _ => Task.CompletedTask;
        desk.Files.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Livrés : 1. Abandonnés : 0. À réessayer : 0.", await desk.DeliverAsync());
        var sent = (await desk.LogAsync()).Single();

        await using (var db = desk.Files.Database.Open())
        {
            var send = new SendToWebhook(db, desk.Files.Database.Clock);
            Assert.True((await send.AgainAsync(webhook.Id, sent.Id, desk.Files.People.Lead.AsActor(), Stop)).IsDone);
            Assert.True((await send.TestAsync(webhook.Id, desk.Files.People.Lead.AsActor(), Stop)).IsDone);
            Assert.Equal(Refusal.NotFound, (await send.AgainAsync(webhook.Id, Guid.NewGuid(), desk.Files.People.Lead.AsActor(), Stop)).Refusal);
        }

        Assert.Equal("Livrés : 2. Abandonnés : 0. À réessayer : 0.", await desk.DeliverAsync());
        Assert.Equal(3, desk.Inbox.Count(received => received.Body == sent.Payload));
        Assert.Single(desk.Inbox, received => received.Body.Contains("\"event\":\"ping\"", StringComparison.Ordinal));
        Assert.Equal(sent.Id, (await desk.LogAsync()).Single(delivery => delivery.ReplayOfId is not null).ReplayOfId);
    }

    [Fact]
    public async Task Webhook_Stopped_IsToldNothingMore()
    {
        await using var desk = await WebhookDesk.OpenAsync(Engine.Sqlite);
        var webhook = await desk.AddAsync("application.filed");
        await desk.Files.FileAsync();
        await using (var db = desk.Files.Database.Open()) Assert.True((await new StopWebhook(db, desk.Files.Database.Clock).ExecuteAsync(webhook.Id, desk.Files.People.Lead.AsActor(), Stop)).IsDone);
        await desk.Files.FileAsync();

        await desk.DeliverAsync();

        Assert.Empty(desk.Inbox);
        var given = Assert.Single(await desk.LogAsync());
        Assert.NotNull(given.AbandonedAt);
    }

    [Fact]
    public async Task Run_TwoNodes_DeliverOnce()
    {
        await using var desk = await WebhookDesk.OpenAsync(Engine.Sqlite);
        await desk.AddAsync("application.filed");
        for (var i = 0; i < 5; i++) await desk.Files.FileAsync();

        await Task.WhenAll(desk.DeliverAsync(), desk.DeliverAsync());

        Assert.Equal(5, desk.Inbox.Select(received => received.Body).Distinct().Count());
        Assert.Equal(5, desk.Inbox.Count);
    }

    [Fact]
    public async Task Redirection_AndSilence_AreFailures()
    {
        await using var desk = await WebhookDesk.OpenAsync(Engine.Sqlite);
        await desk.AddAsync("application.filed");
        await desk.Files.FileAsync();
        desk.Answer = context =>
        {
            context.Response.Redirect("/ailleurs");
            return Task.CompletedTask;
        };
        await desk.DeliverAsync();
        Assert.Equal("Réponse 302 : une redirection n'est pas suivie.", (await desk.LogAsync()).Single().LastError);
        Assert.Equal("/iness", Assert.Single(desk.Inbox).Path);

        desk.Options.Timeout = TimeSpan.FromMilliseconds(300);
        desk.Answer = context => Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted);
        desk.Files.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.DeliverAsync();
        Assert.Equal("Pas de réponse à temps.", (await desk.LogAsync()).Single().LastError);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("fd00::1")]
    public async Task Name_ThatLeadsInside_IsNotSpokenTo(string inside)
    {
        await using var desk = await WebhookDesk.OpenAsync(Engine.Sqlite);
        await desk.AddAsync("application.filed");
        await desk.Files.FileAsync();
        // The address was right when it was added; its name leads elsewhere now, with an honest address beside.
        desk.Options.AllowPrivateAddresses = false;
        desk.Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Parse("93.184.215.14"), IPAddress.Parse(inside) });
        await using (var db = desk.Files.Database.Open())
            await db.Webhooks.ExecuteUpdateAsync(set => set.SetProperty(webhook => webhook.Url, desk.Url.Replace("127.0.0.1", "partenaire.exemple", StringComparison.Ordinal)), Stop);

        Assert.Equal("Livrés : 0. Abandonnés : 0. À réessayer : 1.", await desk.DeliverAsync());

        Assert.Empty(desk.Inbox);
        Assert.Contains("réseau privé", (await desk.LogAsync()).Single().LastError, StringComparison.Ordinal);
    }

    private static Func<HttpContext, Task> Answering(int status) => context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync("Une réponse que personne ne lit", context.RequestAborted);
    };

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}
