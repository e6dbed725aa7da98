using Iness.Casework.Applications;
using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Decisions;

/// <summary>A file opened again: its grant stays counted once, each decision is notified once, and no reading is lost.</summary>
public sealed class ReopenedFileTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Reopen_AGrant_KeepsItsMoneyCountedOnceUntilItIsDecidedAnew(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var file = await DecidedAsync(desk, await desk.CheckedAsync());
        await desk.NotifyAsync();
        Assert.NotNull((await FileAsync(desk, file)).ClaimBy);
        desk.Database.Clock.Advance(TimeSpan.FromDays(1));

        Assert.True((await ReopenAsync(desk, file)).IsDone);

        var reopened = await FileAsync(desk, file);
        Assert.Equal((FileStatus.UnderReview, null, null), (reopened.Status, reopened.ClaimBy, reopened.RespondBy));
        Assert.Equal((0, 2_400), await MoneyAsync(desk));
        var proposal = (await desk.ProposeAsync(reopened)).Value;
        // Proposée pour le même montant : elle n'ajoute rien à ce qui est accordé.
        Assert.Equal((0, 2_400), await MoneyAsync(desk));
        await using (var db = desk.Database.Open()) await db.Proposals.Where(found => found.Id == proposal).ExecuteUpdateAsync(set => set.SetProperty(found => found.Amount, Money.Euros(3_000)), Stop);
        Assert.Equal((600, 2_400), await MoneyAsync(desk));
        await using (var db = desk.Database.Open()) await db.Proposals.Where(found => found.Id == proposal).ExecuteUpdateAsync(set => set.SetProperty(found => found.Amount, Money.Euros(2_400)), Stop);

        Assert.True((await desk.CheckAsync(proposal)).IsDone);
        Assert.Equal(file, await DecidedAsync(desk, proposal));
        Assert.Equal((0, 2_400), await MoneyAsync(desk));
        await desk.NotifyAsync();
        Assert.Equal(FileStatus.Notified, (await FileAsync(desk, file)).Status);
        await using var read = desk.Database.Open();
        Assert.Equal(2, await read.Decisions.CountAsync(decision => decision.NotifiedAt != null, Stop));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Reopen_AGrantThatEmptiedTheEnvelope_IsGrantedAnewWithinWhatItEngages(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine, euros: 2_400);
        var file = await DecidedAsync(desk, await desk.CheckedAsync());
        await desk.NotifyAsync();
        desk.Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("L'enveloppe de 2026 n'a plus que 0 € : l'aide de 2 400 € ne peut pas être proposée.", (await desk.ProposeAsync(await desk.FileAsync())).Message);
        Assert.True((await ReopenAsync(desk, file)).IsDone);

        var proposal = await desk.ProposeAsync(await FileAsync(desk, file));

        Assert.True(proposal.IsDone, proposal.Message);
        Assert.True((await desk.CheckAsync(proposal.Value)).IsDone);
        var batch = await desk.OrderedAsync(proposal.Value);
        await using var db = desk.Database.Open();
        var effect = Assert.Single(await db.BatchEffectsAsync(batch, Stop));
        Assert.Equal((1, Money.Zero, Money.Euros(2_400)), (effect.Count, effect.Amount, effect.GrantedAfter));
        await desk.RunAsync();
        Assert.Equal((0, 2_400), await MoneyAsync(desk));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Reopen_AGrantThatLapsed_DoesNotBringItBack(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var file = await DecidedAsync(desk, await desk.CheckedAsync());
        await desk.NotifyAsync();
        desk.Database.Clock.Advance(TimeSpan.FromDays(1));
        await MoveAsync(desk, file, FileAction.Lapse, Role.LeadOfficer);
        Assert.Equal((0, 0), await MoneyAsync(desk));

        Assert.True((await ReopenAsync(desk, file)).IsDone);

        Assert.Equal((0, 0), await MoneyAsync(desk));
    }

    [Fact]
    public async Task Reopen_AGrantWhosePaymentIsClaimed_IsRefused()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var file = await DecidedAsync(desk, await desk.CheckedAsync());
        await desk.NotifyAsync();
        desk.Database.Clock.Advance(TimeSpan.FromDays(1));
        await MoveAsync(desk, file, FileAction.ClaimPayment, Role.Applicant);
        Assert.Equal(Refusal.Conflict, (await ReopenAsync(desk, file)).Refusal);
        // Renvoyée pour des pièces, l'aide est de nouveau notifiée, mais son versement reste demandé.
        await MoveAsync(desk, file, FileAction.RequestPaymentItems, Role.Officer);

        Assert.Contains("Le versement de cette aide a déjà été demandé", (await ReopenAsync(desk, file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Reopen_BeforeTheNotice_IsRefused_AndOnlyTheLatestDecisionIsNotified(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var file = await DecidedAsync(desk, await desk.CheckedAsync(DecisionKind.Closure, note: "Sans réponse."));
        Assert.Contains("pas encore notifiée", (await ReopenAsync(desk, file)).Message, StringComparison.Ordinal);
        Assert.Equal(FileStatus.Closed, (await FileAsync(desk, file)).Status);

        // Comme on a pu le rouvrir avant que ce soit refusé.
        desk.Database.Clock.Advance(TimeSpan.FromDays(1));
        await MoveAsync(desk, file, FileAction.Reopen, Role.LeadOfficer);
        await desk.NotifyAsync();
        var proposal = (await desk.ProposeAsync(await FileAsync(desk, file))).Value;
        Assert.True((await desk.CheckAsync(proposal)).IsDone);
        desk.Database.Clock.Advance(TimeSpan.FromDays(1));
        await DecidedAsync(desk, proposal);

        Assert.Equal("Notifiées : 1 sur 1.", await desk.NotifyAsync());

        await using var db = desk.Database.Open();
        Assert.Equal(FileStatus.Notified, (await FileAsync(desk, file)).Status);
        Assert.Equal(DecisionKind.Grant, (await db.Decisions.OrderByDescending(decision => decision.At).FirstAsync(decision => decision.NotifiedAt != null, Stop)).Kind);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Read_WhileTheLetterIsDrawn_IsKept(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var file = await DecidedAsync(desk, await desk.CheckedAsync());
        await desk.NotifyAsync();
        await using var db = desk.Database.Open();
        await db.Decisions.SingleAsync(Stop);
        await using (var other = desk.Database.Open()) await other.Decisions.ExecuteUpdateAsync(set => set.SetProperty(decision => decision.Version, decision => decision.Version + 1), Stop);

        var read = await new ReadDecision(db, desk.Database.Clock).ExecuteAsync(file, desk.People.Applicant.AsActor(), Stop);

        Assert.NotNull(read.Value.ReadAt);
        await using var again = desk.Database.Open();
        Assert.NotNull((await again.Decisions.SingleAsync(Stop)).ReadAt);
        Assert.Equal(1, await again.AuditLog.CountAsync(line => line.Action == "DecisionRead", Stop));
    }

    [Fact]
    public async Task Closure_Letter_GivesTheFirstDayThatTheRuleAllows()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var file = await DecidedAsync(desk, await desk.CheckedAsync(DecisionKind.Closure, note: "Sans réponse."));
        await using var db = desk.Database.Open();
        var letter = System.Net.WebUtility.HtmlDecode((await db.Decisions.SingleAsync(Stop)).Letter).Replace('\u00A0', ' ').Replace('\u202F', ' ');
        var filedOn = (await FileAsync(desk, file)).FiledAt!.Value.DayInParis();
        Assert.Equal(new DateOnly(2026, 11, 24), filedOn);
        Assert.Contains("à partir du 24 novembre 2028 (disposition FRQ-1)", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Vous pouvez déposer une nouvelle demande", letter, StringComparison.Ordinal);

        Assert.Equal(Verdict.Met, Frq1(new(2028, 11, 24), filedOn));
        Assert.Equal(Verdict.NotMet, Frq1(new(2028, 11, 23), filedOn));
    }

    private static Verdict Frq1(DateOnly createdOn, DateOnly filedOn)
    {
        var request = DecisionWorld.Eligible(createdOn);
        return EligibilityAssessment.Assess(request with { History = request.History with { PreviousApplications = [filedOn] } }).Findings.Single(finding => finding.Provision.Id == "FRQ-1").Verdict;
    }

    private static async Task<Guid> DecidedAsync(DecisionDesk desk, Guid proposal)
    {
        var decided = await desk.DecideAsync(proposal);
        Assert.True(decided.IsDone, decided.Message);
        await using var db = desk.Database.Open();
        return await db.Decisions.Where(found => found.Id == decided.Value).Select(found => found.ApplicationId).SingleAsync(Stop);
    }

    private static async Task<Outcome> ReopenAsync(DecisionDesk desk, Guid file)
    {
        await using var db = desk.Database.Open();
        return await new RegisterAppeal(db, desk.Database.Clock, DecisionDesk.Portal).ReopenAsync(file, "Le montant est contesté.", desk.People.Lead.AsActor(), Stop);
    }

    private static async Task MoveAsync(DecisionDesk desk, Guid file, FileAction action, Role by)
    {
        await using var db = desk.Database.Open();
        Assert.True((await db.Applications.SingleAsync(found => found.Id == file, Stop)).Move(action, new(null, by), desk.Database.Clock.Instant()).IsDone);
        await db.CommitAsync(new(new(null, by), "TestPrepared", "test/1"), Stop);
    }

    private static async Task<Application> FileAsync(DecisionDesk desk, Guid file)
    {
        await using var db = desk.Database.Open();
        return await db.Applications.AsNoTracking().SingleAsync(found => found.Id == file, Stop);
    }

    private static async Task<(decimal Proposed, decimal Granted)> MoneyAsync(DecisionDesk desk)
    {
        await using var db = desk.Database.Open();
        var balance = await db.EnvelopeBalanceAsync(2026, Stop);
        return (balance.Proposed.ToEuros(), balance.Granted.ToEuros());
    }
}
