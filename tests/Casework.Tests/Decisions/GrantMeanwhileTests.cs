using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Decisions;

/// <summary>An undertaking granted an aid between a proposal and its decision is granted no second one unseen.</summary>
public sealed class GrantMeanwhileTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_TwoFilesOfOneUndertaking_DecidesOneAndNamesTheOther(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var one = desk.People.Organisation;
        await desk.OrderedAsync(await desk.CheckedAsync(organisation: one), await desk.CheckedAsync(organisation: one));

        Assert.Equal("Décidés : 1. Non décidés : 1.", await desk.RunAsync());

        await using var db = desk.Database.Open();
        var failed = await db.Proposals.AsNoTracking().SingleAsync(proposal => proposal.DecidedAt == null, Stop);
        // Proposed at the same instant: either may be the first.
        var granted = await db.Applications.Where(found => found.Status == FileStatus.Granted).Select(found => found.Number).SingleAsync(Stop);
        Assert.Equal($"Une aide a été accordée le 24 novembre 2026 à la même entreprise par le dossier {granted} : la proposition est à revoir.", failed.Failure);
        Assert.Equal(FileStatus.Proposed, (await db.Applications.SingleAsync(found => found.Id == failed.ApplicationId, Stop)).Status);

        // Proposed again, the officer knows of the grant.
        desk.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await desk.CheckAsync(failed.Id, "À revoir : une aide vient d'être accordée.")).IsDone);
        var again = (await desk.ProposeAsync(await db.Applications.AsNoTracking().SingleAsync(found => found.Id == failed.ApplicationId, Stop))).Value;
        Assert.True((await desk.CheckAsync(again)).IsDone);
        Assert.True((await desk.DecideAsync(again)).IsDone);
    }

    [Theory]
    [InlineData(Engine.Sqlite, true)]
    [InlineData(Engine.Postgres, true)]
    [InlineData(Engine.Postgres, false)]
    public async Task Decide_ALinkedUndertakingGrantedMeanwhile_IsRefusedWhicheverDeclaredTheLink(Engine engine, bool isDeclaredByTheFirst)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var (first, second) = (await desk.CheckedAsync(), await desk.CheckedAsync());
        await using var db = desk.Database.Open();
        var (declares, declared) = isDeclaredByTheFirst ? (first, second) : (second, first);
        var siren = await db.Proposals.Where(found => found.Id == declared).Join(db.Applications, found => found.ApplicationId, found => found.Id, (_, file) => file.Organisation!.Siren).SingleAsync(Stop);
        var written = $$"""{"entreprises-liees.1.siren":"{{siren[..3]}} {{siren[3..]}}"}""";
        await db.Filings.Where(filing => db.Proposals.Any(found => found.Id == declares && found.ApplicationId == filing.ApplicationId)).ExecuteUpdateAsync(set => set.SetProperty(filing => filing.Answers, written), Stop);
        await db.Answers.Where(answer => db.Proposals.Any(found => found.Id == declares && found.ApplicationId == answer.ApplicationId)).ExecuteDeleteAsync(Stop);

        Assert.True((await desk.DecideAsync(first)).IsDone);

        Assert.Contains("à une entreprise liée par le dossier INESS-2026-000001", (await desk.DecideAsync(second)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecideAtOnce_TwoFilesOfOneUndertaking_OneIsGranted()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Postgres);
        var one = desk.People.Organisation;
        var (first, second) = (await desk.CheckedAsync(organisation: one), await desk.CheckedAsync(organisation: one));

        var outcomes = await Task.WhenAll(desk.DecideAsync(first), desk.DecideAsync(second));

        Assert.Single(outcomes, outcome => outcome.IsDone);
    }
}
