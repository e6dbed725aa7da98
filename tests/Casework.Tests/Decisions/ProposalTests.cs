using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Decisions;

/// <summary>What may be proposed, for how much, and who checks it.</summary>
public sealed class ProposalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Propose_TwoAtOnceForTheLastEuros_OneWins(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine, euros: 4_000);
        var (one, other) = (await desk.FileAsync(), await desk.FileAsync());

        var outcomes = await Task.WhenAll(desk.ProposeAsync(one), desk.ProposeAsync(other));

        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.Equal("L'enveloppe de 2026 n'a plus que 1 600 € : l'aide de 2 400 € ne peut pas être proposée.", outcomes.Single(outcome => !outcome.IsDone).Message);
        await using var db = desk.Database.Open();
        var balance = await db.EnvelopeBalanceAsync(2026, Stop);
        Assert.Equal((Money.Euros(4_000), Money.Euros(2_400), Money.Zero, Money.Euros(1_600)), (balance.Voted, balance.Proposed, balance.Granted, balance.Left));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task SendBack_AProposal_FreesItsMoneyAndOpensTheFile(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var file = await desk.FileAsync();
        var proposal = (await desk.ProposeAsync(file)).Value;

        Assert.Equal(Refusal.Invalid, (await desk.CheckAsync(proposal, "")).Refusal);
        Assert.True((await desk.CheckAsync(proposal, "La pièce c1 manque.")).IsDone);

        await using var db = desk.Database.Open();
        Assert.Equal(FileStatus.UnderReview, (await db.Applications.SingleAsync(found => found.Id == file.Id, Stop)).Status);
        Assert.Equal(Money.Zero, (await db.EnvelopeBalanceAsync(2026, Stop)).Proposed);
        Assert.Contains("La pièce c1 manque.", (await db.InternalNotes.SingleAsync(Stop)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(await db.StatusChanges.Where(change => change.ApplicationId == file.Id).ToListAsync(Stop), change => change.Note is not null);
    }

    [Fact]
    public async Task Withdraw_AProposal_OnlyByWhoMadeIt()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var proposal = (await desk.ProposeAsync(await desk.FileAsync())).Value;
        await using var db = desk.Database.Open();
        var withdraw = new WithdrawProposal(db, desk.Database.Clock);

        Assert.Equal(Refusal.NotAllowed, (await withdraw.ExecuteAsync(proposal, 1, new(desk.People.Lead.Id, Role.Officer), Stop)).Refusal);
        Assert.True((await withdraw.ExecuteAsync(proposal, 1, desk.People.Officer.AsActor(), Stop)).IsDone);

        Assert.Equal(FileStatus.UnderReview, (await db.Applications.SingleAsync(Stop)).Status);
        Assert.Equal(Money.Zero, (await db.EnvelopeBalanceAsync(2026, Stop)).Proposed);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Withdraw_FromABatch_IsToldToWhoeverSendsItAsItWas(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var (one, other) = (await desk.CheckedAsync(), await desk.CheckedAsync());
        await using var db = desk.Database.Open();
        var batch = (await new PrepareBatch(db, desk.Database.Clock).ExecuteAsync("Commission", [one, other], desk.People.Lead.AsActor(), Stop)).Value;
        var version = await db.Proposals.Where(proposal => proposal.Id == one).Select(proposal => proposal.Version).SingleAsync(Stop);

        Assert.True((await new WithdrawProposal(db, desk.Database.Clock).ExecuteAsync(one, version, desk.People.Officer.AsActor(), Stop)).IsDone);

        db.ChangeTracker.Clear();
        Assert.Equal(Refusal.Conflict, (await new SendBatch(db, desk.Database.Clock, DecisionDesk.Portal).ExecuteAsync(batch, 1, desk.People.Lead.AsActor(), Stop)).Refusal);
        Assert.True((await new SendBatch(db, desk.Database.Clock, DecisionDesk.Portal).ExecuteAsync(batch, 2, desk.People.Lead.AsActor(), Stop)).IsDone);
    }

    [Fact]
    public async Task Decide_ByWhoOnceProposed_IsRefused()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var file = await desk.FileAsync();
        await using var db = desk.Database.Open();
        var signatory = desk.People.Signatory.Id;
        var first = (await new ProposeDecision(db, desk.Database.Clock).ExecuteAsync(file.Id, file.Version, DecisionKind.Grant, null, new(signatory, Role.Officer), Stop)).Value;
        Assert.True((await desk.CheckAsync(first, "À refaire par l'instructrice.")).IsDone);
        var second = (await desk.ProposeAsync(await db.Applications.AsNoTracking().SingleAsync(Stop))).Value;
        Assert.True((await desk.CheckAsync(second)).IsDone);

        Assert.Equal(Refusal.NotAllowed, (await desk.DecideAsync(second)).Refusal);
    }

    [Fact]
    public async Task Propose_AFindingOpen_IsBlockedUntilItIsRuled()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var file = await desk.FileAsync(on => DecisionWorld.Eligible(on) with { Undertaking = DecisionWorld.Eligible(on).Undertaking with { TaxUpToDate = null } });
        var refused = await desk.ProposeAsync(file);
        Assert.Contains("restent ouvertes : ELI-4", refused.Message, StringComparison.Ordinal);
        await using (var db = desk.Database.Open())
        {
            db.Add(new Casework.Review.ProvisionRuling { Id = Guid.CreateVersion7(), ApplicationId = file.Id, Provision = "ELI-4", IsMet = true, Reason = "Attestation reçue.", By = desk.People.Officer.Id, At = desk.Database.Clock.Instant() });
            await db.CommitAsync(new(desk.People.Officer.AsActor(), "TestPrepared", "test/1"), Stop);
        }

        Assert.True((await desk.ProposeAsync(file)).IsDone);
    }

    [Fact]
    public async Task Propose_WhileItemsAreAwaited_OnlyAClosureOnceTheTimeIsOver()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var file = await desk.FileAsync();
        var now = desk.Database.Clock.Instant();
        await using (var db = desk.Database.Open())
        {
            file = await db.Applications.SingleAsync(Stop);
            file.Move(FileAction.RequestMissingItems, desk.People.Officer.AsActor(), now);
            db.Add(new Casework.Messages.MissingItemsRequest { Id = Guid.CreateVersion7(), ApplicationId = file.Id, SentAt = now, SentBy = desk.People.Officer.Id, DueOn = new(2026, 12, 9), Note = null });
            await db.CommitAsync(new(desk.People.Officer.AsActor(), "TestPrepared", "test/1"), Stop);
        }

        Assert.Contains("seul un classement", (await desk.ProposeAsync(file)).Message, StringComparison.Ordinal);
        Assert.Contains("jusqu'au 9 décembre 2026", (await desk.ProposeAsync(file, DecisionKind.Closure, "Sans réponse.")).Message, StringComparison.Ordinal);
        desk.Database.Clock.Advance(TimeSpan.FromDays(16));
        Assert.True((await desk.ProposeAsync(file, DecisionKind.Closure, "Sans réponse.")).IsDone);
    }

    [Fact]
    public async Task Propose_WithoutItsReason_IsRefused()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var (good, large) = (await desk.FileAsync(), await desk.FileAsync(DecisionWorld.TooLarge));

        Assert.Contains("un refus n'aurait pas de motif", (await desk.ProposeAsync(good, DecisionKind.Refusal)).Message, StringComparison.Ordinal);
        Assert.Contains("le demandeur le lira", (await desk.ProposeAsync(good, DecisionKind.Closure)).Message, StringComparison.Ordinal);
        Assert.Contains("ELI-3 n'est pas rempli", (await desk.ProposeAsync(large)).Message, StringComparison.Ordinal);
        large.Version--;
        Assert.Equal(Refusal.Conflict, (await desk.ProposeAsync(large, DecisionKind.Refusal)).Refusal);
    }

    [Fact]
    public async Task CheckAndDecide_ByWhoActedOnTheFile_AreRefused()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var proposal = (await desk.ProposeAsync(await desk.FileAsync())).Value;
        await using var db = desk.Database.Open();

        // The same person under another role: rights alone would let them.
        var self = await new CheckProposal(db, desk.Database.Clock).ExecuteAsync(proposal, 1, null, new(desk.People.Officer.Id, Role.LeadOfficer), Stop);
        Assert.Equal(Refusal.NotAllowed, self.Refusal);
        Assert.True((await desk.CheckAsync(proposal)).IsDone);
        foreach (var account in await db.Users.Where(found => found.Id == desk.People.Officer.Id || found.Id == desk.People.Lead.Id).ToListAsync(Stop)) account.Capacity = "Directeur";
        await db.CommitAsync(new(desk.People.Officer.AsActor(), "TestPrepared", "test/1"), Stop);
        foreach (var account in new[] { desk.People.Officer.Id, desk.People.Lead.Id })
        {
            await using var other = desk.Database.Open();
            Assert.Equal(Refusal.NotAllowed, (await desk.Deciding(other).ExecuteAsync(proposal, null, new(account, Role.Signatory), Stop)).Refusal);
        }

        Assert.True((await desk.DecideAsync(proposal)).IsDone);
    }
}
