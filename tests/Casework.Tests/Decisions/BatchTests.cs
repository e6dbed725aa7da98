using Iness.Casework.Decisions;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Decisions;

/// <summary>A batch goes on where it stopped, decides nothing twice, and names what it could not decide.</summary>
public sealed class BatchTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_StoppedHalfway_GoesOnWithWhatIsLeft(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var batch = await desk.OrderedAsync(await desk.CheckedAsync(), await desk.CheckedAsync(), await desk.CheckedAsync(), await desk.CheckedAsync());

        await Assert.ThrowsAsync<OperationCanceledException>(() => desk.RunAsync(new BreakingClock(desk.Database.Clock, after: 2, new OperationCanceledException())));
        Assert.Equal((2, false), await StateAsync(desk, batch));
        Assert.Equal("Décidés : 2. Non décidés : 0.", await desk.RunAsync());

        Assert.Equal((4, true), await StateAsync(desk, batch));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_AFileFails_IsNamedAndTheOthersAreDecided(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var batch = await desk.OrderedAsync(await desk.CheckedAsync(), await desk.CheckedAsync(), await desk.CheckedAsync());

        Assert.Equal("Décidés : 2. Non décidés : 1.", await desk.RunAsync(new BreakingClock(desk.Database.Clock, after: 1, new InvalidOperationException("Panne"))));

        Assert.Equal((2, true), await StateAsync(desk, batch));
        await using var db = desk.Database.Open();
        var failed = await db.Proposals.AsNoTracking().SingleAsync(proposal => proposal.Failure != null, Stop);
        Assert.StartsWith("Erreur technique", failed.Failure, StringComparison.Ordinal);
        Assert.True((await new DecideBatch(db, desk.Database.Clock).ExecuteAsync(batch, 4, desk.People.Signatory.AsActor(), Stop)).IsDone);
        Assert.Equal("Décidés : 1. Non décidés : 0.", await desk.RunAsync());
        Assert.Equal((3, true), await StateAsync(desk, batch));
    }

    [Fact]
    public async Task Run_AThousandFiles_IsNotLong()
    {
        const int files = 1_000;
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite, euros: files * 3_000L);
        List<Guid> proposals = [];
        for (var i = 0; i < files; i++) proposals.Add(await desk.CheckedAsync());
        await desk.OrderedAsync([.. proposals]);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal("Décidés : 1000. Non décidés : 0.", await desk.RunAsync());

        TestContext.Current.TestOutputHelper?.WriteLine($"{files} files decided in {watch.ElapsedMilliseconds} ms");
        // A thousand files must end within one lease of timed work: far from this, even on a busy machine.
        Assert.True(watch.Elapsed < TimeSpan.FromMilliseconds(300 * files), $"{watch.Elapsed}");
    }

    private static async Task<(int Decided, bool HasEnded)> StateAsync(DecisionDesk desk, Guid batch)
    {
        await using var db = desk.Database.Open();
        return (await db.Decisions.CountAsync(Stop), (await db.DecisionBatches.SingleAsync(found => found.Id == batch, Stop)).EndedAt is not null);
    }

    /// <summary>A clock that breaks once, after so many readings.</summary>
    private sealed class BreakingClock(TimeProvider clock, int after, Exception with) : TimeProvider
    {
        private int read;

        public override DateTimeOffset GetUtcNow() => read++ == after ? throw with : clock.GetUtcNow();
    }
}
