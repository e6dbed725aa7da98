using Iness.Casework.Decisions;
using Iness.Casework.Jobs;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Decisions;

/// <summary>A file whose last day is near is told to the signatories too, once it is with them and no sooner.</summary>
public sealed class WatchSignatoryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Watch_AProposal_TellsTheSignatoriesOnceItIsWithThem(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var proposal = (await desk.ProposeAsync(await desk.FileAsync())).Value;
        // À répondre le 24 janvier 2027.
        desk.Database.Clock.Set(new(2027, 1, 20, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal([desk.People.Lead.Email!], await ToldAsync(desk));

        Assert.True((await desk.CheckAsync(proposal)).IsDone);
        await using var db = desk.Database.Open();
        var batch = (await new PrepareBatch(db, desk.Database.Clock).ExecuteAsync("Lot de janvier", [proposal], desk.People.Lead.AsActor(), Stop)).Value;
        Assert.Equal([desk.People.Lead.Email!], await ToldAsync(desk));

        Assert.True((await new SendBatch(db, desk.Database.Clock, DecisionDesk.Portal).ExecuteAsync(batch, 1, desk.People.Lead.AsActor(), Stop)).IsDone);
        Assert.Equal(new[] { desk.People.Lead.Email!, desk.People.Signatory.Email! }.Order(), await ToldAsync(desk));
    }

    private static async Task<List<string>> ToldAsync(DecisionDesk desk)
    {
        await using var db = desk.Database.Open();
        await new WatchDeadlines(db, DecisionDesk.Portal, desk.Database.Clock).RunAsync(Stop);
        return await db.Outbox.Where(mail => mail.Subject.Contains("pour répondre")).OrderBy(mail => mail.To).Select(mail => mail.To).ToListAsync(Stop);
    }
}
