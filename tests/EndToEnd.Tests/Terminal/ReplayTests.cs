using Iness.Casework.Decisions;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.EndToEnd.Tests.Terminal;

/// <summary>A decision replayed by somebody who has the database and not the portal.</summary>
public sealed class ReplayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Replay_ADecision_SaysIdenticalThenWhatDiffers(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        string[] source = engine == Engine.Sqlite ? ["--sqlite", database.Connection] : ["--postgres", database.Connection];
        var number = await DecidedAsync(database);

        var same = await Iness.RunAsync("", ["replay", number.ToLowerInvariant(), .. source]);
        Assert.Equal((0, "", $"{number} : identique (accord, 2 400 €, réglementation en version 2024-01-01)."), (same.ExitCode, same.Error, Assert.Single(same.OutputLines)));

        await using var db = database.Open();
        await db.Decisions.ExecuteUpdateAsync(set => set.SetProperty(row => row.Letter, row => row.Letter + " "), Stop);
        var other = await Iness.RunAsync("", ["replay", number, .. source]);
        Assert.Equal(1, other.ExitCode);
        Assert.Equal([$"{number} : 1 différence.", "- Le courrier conservé n'a pas l'empreinte notée à la décision."], other.OutputLines);

        var none = await Iness.RunAsync("", ["replay", "INESS-2026-999999", .. source]);
        Assert.Equal((2, "INESS-2026-999999 : aucune décision sur ce dossier."), (none.ExitCode, Assert.Single(none.ErrorLines)));
    }

    private static async Task<string> DecidedAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var people = await db.DecisionPeopleAsync(database.Clock, "900100017");
        var file = await db.UnderReviewAsync(database.Clock, people);
        var proposal = (await new ProposeDecision(db, database.Clock).ExecuteAsync(file.Id, file.Version, DecisionKind.Grant, null, people.Officer.AsActor(), Stop)).Value;
        Assert.True((await new CheckProposal(db, database.Clock).ExecuteAsync(proposal, 1, null, people.Lead.AsActor(), Stop)).IsDone);
        Assert.True((await new DecideFile(db, database.Clock, Options.Create(new ServiceInCharge())).ExecuteAsync(proposal, null, new(people.Signatory.Id, Role.Signatory), Stop)).IsDone);
        return file.Number!;
    }
}
