using Iness.Casework.Documents.Storage;
using Iness.Casework.Jobs;
using Iness.Casework.Mail;
using Iness.TestKit;

namespace Iness.Casework.Tests.Partners;

/// <summary>The log of deliveries is kept for 90 days; what is still to be delivered is not erased.</summary>
public sealed class PurgeDeliveriesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Purge_OldDelivery_IsErasedOnceItIsOver(Engine engine)
    {
        await using var desk = await WebhookDesk.OpenAsync(engine);
        await desk.AddAsync("application.filed");
        await desk.Files.FileAsync();
        await desk.DeliverAsync();
        await desk.Files.FileAsync();

        await PurgeAsync(desk, days: 90);
        Assert.Equal(2, (await desk.LogAsync()).Count);
        await PurgeAsync(desk, days: 1);

        Assert.NotNull(Assert.Single(await desk.LogAsync()).DueAt);
    }

    private static async Task PurgeAsync(WebhookDesk desk, int days)
    {
        var clock = desk.Files.Database.Clock;
        clock.Advance(TimeSpan.FromDays(days));
        await using var db = desk.Files.Database.Open();
        var store = new FolderDocumentStore(ScratchFolder.New(), clock);
        await new PurgeExpired(db, new(db, new PortalAddress(() => "https://portail.exemple"), clock), new(db, store, clock), clock).RunAsync(Stop);
    }
}
