using Iness.Casework.Jobs;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Iness.Casework.Tests.Jobs;

public sealed class RunTimedWorkTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_TwoNodesAtOnce_OneRunsIt(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var otherHasTried = new TaskCompletionSource();
        var work = new Work(async () =>
        {
            await otherHasTried.Task;
            return "fait";
        });

        var (first, second) = (RunAsync(database, work), RunAsync(database, work));
        // The one that does not have it comes back at once; the one that has it waits for that.
        var loser = await Task.WhenAny(first, second);
        Assert.False(await loser);
        otherHasTried.SetResult();

        Assert.True(await (loser == first ? second : first));
        Assert.Equal(1, work.Runs);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_Failure_IsRecordedAndTheNextRunGoes(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var fails = true;
        var work = new Work(() => fails ? throw new InvalidOperationException("le disque est plein") : Task.FromResult("fait"));

        Assert.True(await RunAsync(database, work));
        var failed = await LeaseAsync(database);
        Assert.True(failed.HasFailed);
        Assert.Contains("le disque est plein", failed.Report, StringComparison.Ordinal);
        Assert.Null(failed.Holder);

        fails = false;
        database.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(await RunAsync(database, work));
        var done = await LeaseAsync(database);
        Assert.Equal((false, "fait", database.Clock.Instant()), (done.HasFailed, done.Report, done.EndedAt));
    }

    [Fact]
    public async Task Execute_NodeThatDied_GivesItBack()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var work = new Work(() => Task.FromResult("fait"));
        await using (var db = database.Open())
        {
            db.Add(new JobLease { Name = work.Name, Holder = "mort", HeldUntil = database.Clock.Instant() + RunTimedWork.Lease });
            await db.SaveChangesAsync(Stop);
        }

        Assert.False(await RunAsync(database, work));
        database.Clock.Advance(RunTimedWork.Lease + TimeSpan.FromSeconds(1));
        Assert.True(await RunAsync(database, work));
    }

    private static async Task<bool> RunAsync(TestDatabase database, ITimedWork work)
    {
        await using var db = database.Open();
        return await new RunTimedWork(db, database.Clock, NullLogger<RunTimedWork>.Instance).ExecuteAsync(work, Stop);
    }

    private static async Task<JobLease> LeaseAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Jobs.AsNoTracking().SingleAsync(Stop);
    }

    private sealed class Work(Func<Task<string>> does) : ITimedWork
    {
        private int runs;

        public int Runs => runs;

        public string Name => "test";

        public TimeSpan Every => TimeSpan.FromSeconds(5);

        public Task<string> RunAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref runs);
            return does();
        }
    }
}
