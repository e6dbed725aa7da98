using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Decisions;

/// <summary>A decision keeps what it rests on, replays the same, and is notified once.</summary>
public sealed class DecisionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Decide_AGrant_KeepsAllAndReplaysTheSame(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var id = (await desk.DecideAsync(await desk.CheckedAsync())).Value;

        await using var db = desk.Database.Open();
        var decision = await db.Decisions.SingleAsync(found => found.Id == id, Stop);
        var file = await db.Applications.SingleAsync(found => found.Id == decision.ApplicationId, Stop);
        Assert.Equal((Money.Euros(2_400), "2024-01-01", FileStatus.Granted, null), (decision.Amount, decision.Regulation, file.Status, file.RespondBy));
        Assert.Equal(Money.Euros(2_400), (await db.EnvelopeBalanceAsync(2026, Stop)).Granted);
        Assert.Empty(ReplayDecision.Differences((await KeptAsync(desk, file.Number!))!));
        Assert.Null(await KeptAsync(desk, "INESS-2026-999999"));
        Assert.Equal(decision.Letter, await new RewriteLetter(db).ExecuteAsync(id, Stop));

        // Somebody writes in the database by hand.
        await db.Decisions.ExecuteUpdateAsync(set => set.SetProperty(row => row.Facts, row => row.Facts.Replace("6000.00", "7000.00").Replace("6000", "7000")).SetProperty(row => row.Letter, row => row.Letter + " "), Stop);
        var differences = ReplayDecision.Differences((await KeptAsync(desk, file.Number!))!);
        Assert.Contains("Montant : 2 400 € à la décision, 2 800 € recalculé.", differences);
        Assert.Contains("Le courrier conservé n'a pas l'empreinte notée à la décision.", differences);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Notify_ARefusal_OnceWithItsMailAndKeepsTheFirstReading(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var id = (await desk.DecideAsync(await desk.CheckedAsync(DecisionKind.Refusal, DecisionWorld.TooLarge))).Value;
        await desk.NotifyAsync();
        await desk.NotifyAsync();

        await using var db = desk.Database.Open();
        var decision = await db.Decisions.AsNoTracking().SingleAsync(found => found.Id == id, Stop);
        Assert.Equal(new DateOnly(2026, 12, 9), NotifyDecision.DeemedOn(decision));
        Assert.Equal(FileStatus.Closed, (await db.Applications.SingleAsync(Stop)).Status);
        Assert.Contains($"https://iness.exemple.fr/demandes/{decision.ApplicationId}/decision", (await db.Outbox.SingleAsync(Stop)).Body, StringComparison.Ordinal);
        desk.Database.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(Refusal.NotFound, (await ReadAsync(desk, decision.ApplicationId, desk.People.Lead.Id)).Refusal);
        await ReadAsync(desk, decision.ApplicationId, desk.People.Applicant.Id);
        desk.Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new DateOnly(2026, 11, 27), NotifyDecision.DeemedOn((await ReadAsync(desk, decision.ApplicationId, desk.People.Applicant.Id)).Value));

    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task DecideTwiceAtOnce_TheSameFile_OneDecision(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var proposal = await desk.CheckedAsync();

        var outcomes = await Task.WhenAll(desk.DecideAsync(proposal), desk.DecideAsync(proposal));

        Assert.Equal("Ce dossier est déjà décidé.", outcomes.Single(outcome => !outcome.IsDone).Message);
    }

    private static Task<KeptDecision?> KeptAsync(DecisionDesk desk, string number) => desk.Database.Engine == Engine.Sqlite
        ? DecisionDatabase.ReadSqliteAsync(desk.Database.Connection, number, Stop)
        : DecisionDatabase.ReadPostgresAsync(desk.Database.Connection, number, Stop);

    private static async Task<Outcome<Decision>> ReadAsync(DecisionDesk desk, Guid application, Guid account)
    {
        await using var db = desk.Database.Open();
        return await new ReadDecision(db, desk.Database.Clock).ExecuteAsync(application, new(account, Role.Applicant), Stop);
    }
}
