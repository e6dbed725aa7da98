using Iness.Casework.Applications;
using Iness.Casework.Decisions;
using Iness.Casework.Jobs;
using Iness.Casework.Letters;
using Iness.Casework.Mail;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Decisions;

/// <summary>The desk where decisions are proposed, checked and taken, on one database.</summary>
internal sealed class DecisionDesk(TestDatabase database, DecisionPeople people) : IAsyncDisposable
{
    public static readonly PortalAddress Portal = new(() => "https://iness.exemple.fr");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public TestDatabase Database => database;

    public DecisionPeople People => people;

    public static async Task<DecisionDesk> OpenAsync(Engine engine, long euros = 50_000)
    {
        var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        return new(database, await db.DecisionPeopleAsync(database.Clock, "900100017", euros));
    }

    public async Task<Application> FileAsync(Func<DateOnly, AssessmentRequest>? request = null, Organisation? organisation = null)
    {
        await using var db = database.Open();
        return await db.UnderReviewAsync(database.Clock, people, request, organisation);
    }

    public async Task<Outcome<Guid>> ProposeAsync(Application application, DecisionKind kind = DecisionKind.Grant, string? note = null)
    {
        await using var db = database.Open();
        return await new ProposeDecision(db, database.Clock).ExecuteAsync(application.Id, application.Version, kind, note, people.Officer.AsActor(), Stop);
    }

    public async Task<Outcome> CheckAsync(Guid proposal, string? sendsBackFor = null)
    {
        await using var db = database.Open();
        var version = (await db.Proposals.AsNoTracking().SingleAsync(found => found.Id == proposal, Stop)).Version;
        return await new CheckProposal(db, database.Clock).ExecuteAsync(proposal, version, sendsBackFor, people.Lead.AsActor(), Stop);
    }

    /// <summary>A proposal that waits for its decision.</summary>
    public async Task<Guid> CheckedAsync(DecisionKind kind = DecisionKind.Grant, Func<DateOnly, AssessmentRequest>? request = null, string? note = null, Organisation? organisation = null)
    {
        var proposal = (await ProposeAsync(await FileAsync(request, organisation), kind, note)).Value;
        Assert.True((await CheckAsync(proposal)).IsDone);
        return proposal;
    }

    public async Task<Outcome<Guid>> DecideAsync(Guid proposal)
    {
        await using var db = database.Open();
        return await Deciding(db).ExecuteAsync(proposal, null, people.Signatory.AsActor(), Stop);
    }

    /// <summary>A batch of these proposals, ordered by the signatory.</summary>
    public async Task<Guid> OrderedAsync(params Guid[] proposals)
    {
        await using var db = database.Open();
        var batch = (await new PrepareBatch(db, database.Clock).ExecuteAsync("Commission du 24 novembre", proposals, people.Lead.AsActor(), Stop)).Value;
        Assert.True((await new SendBatch(db, database.Clock, Portal).ExecuteAsync(batch, 1, people.Lead.AsActor(), Stop)).IsDone);
        Assert.True((await new DecideBatch(db, database.Clock).ExecuteAsync(batch, 2, people.Signatory.AsActor(), Stop)).IsDone);
        return batch;
    }

    public async Task<string> RunAsync(TimeProvider? clock = null)
    {
        await using var db = database.Open();
        return await new DecideBatches(db, Deciding(db, clock), database.Clock).RunAsync(Stop);
    }

    public async Task<string> NotifyAsync()
    {
        await using var db = database.Open();
        return await new NotifyDecisions(db, new(db, database.Clock, Portal)).RunAsync(Stop);
    }

    public DecideFile Deciding(InessDbContext db, TimeProvider? clock = null) => new(db, clock ?? database.Clock, Options.Create(new ServiceInCharge()));

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
