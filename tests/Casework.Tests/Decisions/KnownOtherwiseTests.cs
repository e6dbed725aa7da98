using System.Net;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Casework.Registers.DeMinimis;
using Iness.Casework.Review;
using Iness.Casework.Review.Retaining;
using Iness.Regulation;
using Iness.Regulation.Review;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Decisions;

/// <summary>What the Région knows otherwise stops a decision until an officer has looked; what the officer retains is what is computed, decided, and told.</summary>
public sealed class KnownOtherwiseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Grant_RegisterLeavesLess_IsRefusedThenComputedOnTheRetainedList(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var file = await desk.FileAsync();
        await RegisterAsync(desk, Money.Euros(298_500));

        var refused = await desk.ProposeAsync(file);
        Assert.Equal(Refusal.Conflict, refused.Refusal);
        Assert.Contains("laissent 1 500 €, et les faits retenus 2 400 €", refused.Message, StringComparison.Ordinal);
        await RetainAsync(desk, file, new(null, UsesKnownAid: true, UsesOwnFiles: false, "Le registre national connaît 298 500 € d'aides."));
        var decision = await DecideAsync(desk, file);

        Assert.Equal(Money.Euros(1_500), decision.Amount);
        Assert.Contains("Motif : Le registre national connaît 298 500 € d’aides.", Plain(decision.Letter), StringComparison.Ordinal);
        await using var db = desk.Database.Open();
        Assert.Equal(decision.Letter, await new RewriteLetter(db).ExecuteAsync(decision.Id, Stop));
        Assert.Equal(Money.Euros(1_500), (await db.Listings.SingleAsync(listing => listing.ApplicationId == file.Id, Stop)).Aid);
        Assert.Equal(Money.Euros(2_400), (await FileUnderReview.LoadAsync(db, file.Id, Stop))!.AsFiled.Aid.Amount);
    }

    [Fact]
    public async Task Grant_RegisterLeavesLessAndLeg1IsRuled_IsTheOfficersToSay()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var file = await desk.FileAsync();
        await RegisterAsync(desk, Money.Euros(298_500));
        await using (var db = desk.Database.Open())
        {
            Assert.True((await new RuleOnProvision(db, desk.Database.Clock).ExecuteAsync(file.Id, file.Version, new OfficerRuling("LEG-1", true, "Homonyme."), desk.People.Officer.AsActor(), Stop)).IsDone);
        }

        Assert.True((await desk.ProposeAsync(await AgainAsync(desk, file))).IsDone);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Propose_AnswersMendedSince_WaitsForAnOfficerToCountThem(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var file = await desk.FileAsync();
        await using (var db = desk.Database.Open())
        {
            (await db.Answers.SingleAsync(answer => answer.ApplicationId == file.Id && answer.Key == "titre", Stop)).Value = "Vendre en ligne et en boutique";
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
        }

        Assert.Contains("Des réponses ont changé", (await desk.ProposeAsync(file)).Message, StringComparison.Ordinal);
        var request = DecisionWorld.Eligible(file.CreatedOn);
        var mended = request with { Undertaking = request.Undertaking with { Headcount = 20 } };
        await RetainAsync(desk, file, new(mended, false, false, "Le demandeur a corrigé son effectif."));

        Assert.Contains("ELI-3", (await desk.ProposeAsync(await AgainAsync(desk, file))).Message, StringComparison.Ordinal);
        await RetainAsync(desk, await AgainAsync(desk, file), new(null, false, false, "Seul le titre a changé."));
        Assert.True((await desk.ProposeAsync(await AgainAsync(desk, file))).IsDone);
        await using var after = desk.Database.Open();
        Assert.Equal(2, await after.RetainedFacts.CountAsync(Stop));
        Assert.Single(await after.RetainedFacts.Where(facts => facts.RevokedAt == null).ToListAsync(Stop));
    }

    [Fact]
    public async Task Grant_EarlierApplicationOfOurFilesNotDeclared_IsRefused()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var first = await desk.FileAsync();
        desk.Database.Clock.Advance(TimeSpan.FromDays(40));
        var again = await desk.FileAsync(organisation: desk.People.Organisation);

        Assert.Contains(first.Number!, (await desk.ProposeAsync(again)).Message, StringComparison.Ordinal);
        await RetainAsync(desk, again, new(null, false, UsesOwnFiles: true, "La demande précédente compte."));

        Assert.Contains("FRQ-1", (await desk.ProposeAsync(await AgainAsync(desk, again))).Message, StringComparison.Ordinal);
        Assert.True((await desk.ProposeAsync(await AgainAsync(desk, again), DecisionKind.Refusal)).IsDone);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Decline_InASentBatch_TakesTheFileOutAndTellsItsOfficer(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var (kept, declined) = (await desk.CheckedAsync(), await desk.CheckedAsync());
        await using var db = desk.Database.Open();
        var batch = (await new PrepareBatch(db, desk.Database.Clock).ExecuteAsync("Commission", [kept, declined], desk.People.Lead.AsActor(), Stop)).Value;
        Assert.True((await new SendBatch(db, desk.Database.Clock, DecisionDesk.Portal).ExecuteAsync(batch, 1, desk.People.Lead.AsActor(), Stop)).IsDone);
        var version = (await db.Proposals.AsNoTracking().SingleAsync(found => found.Id == declined, Stop)).Version;
        var decline = new DeclineProposal(db, desk.Database.Clock, DecisionDesk.Portal);

        Assert.Equal(Refusal.Invalid, (await decline.ExecuteAsync(declined, version, " ", desk.People.Signatory.AsActor(), Stop)).Refusal);
        Assert.Equal(Refusal.Conflict, (await decline.ExecuteAsync(declined, version, "Non", new Actor(desk.People.Signatory.Id, Role.Finance), Stop)).Refusal);
        db.ChangeTracker.Clear();
        Assert.True((await decline.ExecuteAsync(declined, version, "Le projet est à revoir.", desk.People.Signatory.AsActor(), Stop)).IsDone);

        Assert.Equal(kept, (await db.Proposals.AsNoTracking().SingleAsync(found => found.BatchId == batch, Stop)).Id);
        Assert.Contains("Le projet est à revoir.", (await db.InternalNotes.SingleAsync(Stop)).Body, StringComparison.Ordinal);
        Assert.Contains(await db.Outbox.ToListAsync(Stop), mail => mail.To == desk.People.Officer.Email && mail.Subject.Contains("renvoyée par le signataire", StringComparison.Ordinal));
        Assert.Equal(Money.Euros(2_400), (await db.EnvelopeBalanceAsync(2026, Stop)).Proposed);
    }

    [Fact]
    public async Task Recall_ASentBatch_OnlyUntilItsDecisionIsOrdered()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var proposal = await desk.CheckedAsync();
        await using var db = desk.Database.Open();
        var prepare = new PrepareBatch(db, desk.Database.Clock);
        var send = new SendBatch(db, desk.Database.Clock, DecisionDesk.Portal);
        var batch = (await prepare.ExecuteAsync("Commission", [proposal], desk.People.Lead.AsActor(), Stop)).Value;
        Assert.True((await send.ExecuteAsync(batch, 1, desk.People.Lead.AsActor(), Stop)).IsDone);

        Assert.True((await prepare.RecallAsync(batch, 2, desk.People.Lead.AsActor(), Stop)).IsDone);
        Assert.Equal(Refusal.NotFound, (await new DecideBatch(db, desk.Database.Clock).ExecuteAsync(batch, 3, desk.People.Signatory.AsActor(), Stop)).Refusal);
        Assert.True((await send.ExecuteAsync(batch, 3, desk.People.Lead.AsActor(), Stop)).IsDone);
        Assert.True((await new DecideBatch(db, desk.Database.Clock).ExecuteAsync(batch, 4, desk.People.Signatory.AsActor(), Stop)).IsDone);
        Assert.Equal(Refusal.Conflict, (await prepare.RecallAsync(batch, 5, desk.People.Lead.AsActor(), Stop)).Refusal);
    }

    [Fact]
    public async Task Refusal_CostsNotRetained_SaysWhyLineByLine()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var file = await desk.FileAsync(on => DecisionWorld.Eligible(on) with
        {
            Costs = [new CostLine { Id = "c1", Label = "Site vitrine", Category = CostCategory.ShowcaseWebsite, Nature = CostNature.Acquisition, Amount = Money.Euros(5_000) }],
        });

        var decision = await DecideAsync(desk, file, DecisionKind.Refusal);

        Assert.Contains("Site vitrine : 5 000 € présentés, 0 € retenus.", Plain(decision.Letter), StringComparison.Ordinal);
        Assert.Contains("XCO-1", decision.Letter, StringComparison.Ordinal);
    }

    private static string Plain(string html) => WebUtility.HtmlDecode(html).Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static async Task<Application> AgainAsync(DecisionDesk desk, Application file)
    {
        await using var db = desk.Database.Open();
        return await db.Applications.AsNoTracking().SingleAsync(found => found.Id == file.Id, Stop);
    }

    private static async Task RetainAsync(DecisionDesk desk, Application file, FactsChoice choice)
    {
        await using var db = desk.Database.Open();
        var retain = new RetainFacts(db, desk.Database.Clock);
        Assert.Equal(Refusal.Invalid, (await retain.ExecuteAsync(file.Id, file.Version, choice with { Reason = " " }, desk.People.Officer.AsActor(), Stop)).Refusal);
        Assert.Equal(Refusal.Conflict, (await retain.ExecuteAsync(file.Id, file.Version + 7, choice, desk.People.Officer.AsActor(), Stop)).Refusal);
        db.ChangeTracker.Clear();
        Assert.True((await retain.ExecuteAsync(file.Id, (await AgainAsync(desk, file)).Version, choice, desk.People.Officer.AsActor(), Stop)).IsDone);
    }

    private static async Task<Decision> DecideAsync(DecisionDesk desk, Application file, DecisionKind kind = DecisionKind.Grant)
    {
        var proposal = (await desk.ProposeAsync(await AgainAsync(desk, file), kind)).Value;
        Assert.True((await desk.CheckAsync(proposal)).IsDone);
        var decided = await desk.DecideAsync(proposal);
        Assert.True(decided.IsDone, decided.Message);
        await using var db = desk.Database.Open();
        return await db.Decisions.AsNoTracking().SingleAsync(found => found.Id == decided.Value, Stop);
    }

    private static async Task RegisterAsync(DecisionDesk desk, Money amount)
    {
        await using var db = desk.Database.Open();
        var now = desk.Database.Clock.Instant();
        var import = new RegisterImport { Source = RegisterSource.File, StartedAt = now, FinishedAt = now, IsCurrent = true };
        db.Add(import);
        await db.SaveChangesAsync(Stop);
        db.Add(new RegisteredAid { ImportId = import.Id, Line = 2, Siren = desk.People.Organisation.Siren, GrantedOn = now.DayInParis().AddDays(-60), Amount = amount, Authority = "Ville" });
        await db.SaveChangesAsync(Stop);
    }
}
