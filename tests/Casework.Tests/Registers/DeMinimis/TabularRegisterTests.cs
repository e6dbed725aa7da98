using System.Globalization;
using Iness.Casework.Audit;
using Iness.Casework.Registers.DeMinimis;
using Iness.Casework.Review.OtherAids;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Registers.DeMinimis;

/// <summary>The register asked online about one undertaking: in full or not at all.</summary>
public sealed class TabularRegisterTests
{
    private const string Digits = "900100017";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_MoreThanAPage_ReadsAllOfThemInOrder()
    {
        await using var pages = await RegisterPages.StartAsync();
        pages.Rows = [.. Enumerable.Range(1, 120).Select(amount => RegisterPages.Row(Digits, amount))];

        var rows = await pages.Register.FindAsync(Asked(), Stop);

        Assert.Equal(Enumerable.Range(1, 120), rows!.Select(row => int.Parse(row["montant_esb"]!, CultureInfo.InvariantCulture)));
        Assert.Null(rows![0]["date_publication"]);
        Assert.Equal(3, pages.Asked.Count);
        Assert.All(pages.Asked, query => Assert.Contains($"identifiant_beneficiaire__contains={Digits}", query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Find_NobodyKnown_IsAnEmptyAnswer()
    {
        await using var pages = await RegisterPages.StartAsync();
        Assert.Empty((await pages.Register.FindAsync(Asked(), Stop))!);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(200, "<html>maintenance</html>")]
    [InlineData(200, """{"data":[]}""")]
    [InlineData(200, """{"data":{},"meta":{"total":1}}""")]
    [InlineData(200, """{"data":[],"meta":{"total":120}}""")]
    public async Task Find_AnswerThatFailsOnThePageAfter_IsNoAnswer(int status, string body)
    {
        await using var pages = await RegisterPages.StartAsync();
        pages.Rows = [.. Enumerable.Range(1, 120).Select(amount => RegisterPages.Row(Digits, amount))];
        (pages.Instead, pages.InsteadFromPage) = ((status, body), 2);
        Assert.Null(await pages.Register.FindAsync(Asked(), Stop));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Ask_AboutAFile_KeepsTheLatestAnswerAlone(Engine engine)
    {
        await using var pages = await RegisterPages.StartAsync();
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var people = await db.DecisionPeopleAsync(database.Clock, Digits);
        var file = await db.UnderReviewAsync(database.Clock, people);
        pages.Rows = [RegisterPages.Row(Digits, 3_490), RegisterPages.Row($"{Digits}00015", 1_200.5m), RegisterPages.Row($"5{Digits}0000", 900), RegisterPages.Row(Digits, "?")];

        Assert.Equal(2, (await AskAsync(database, pages, file.Id, people)).Value);
        Assert.Equal(new long[] { 120_050, 349_000 }, await CentsAsync(database));
        pages.Rows = [RegisterPages.Row(Digits, 100)];
        Assert.Equal(1, (await AskAsync(database, pages, file.Id, people)).Value);
        Assert.Equal(new long[] { 10_000 }, await CentsAsync(database));
        pages.Instead = (503, "");
        Assert.Equal(Refusal.Conflict, (await AskAsync(database, pages, file.Id, people)).Refusal);
        Assert.Equal(new long[] { 10_000 }, await CentsAsync(database));

        var told = await db.AuditLog.AsNoTracking().Where(entry => entry.Action == "DeMinimisRegisterAsked").ToListAsync(Stop);
        Assert.Equal(2, told.Count);
        Assert.All(told, entry => Assert.Equal(Act.Application(file.Id), entry.Subject));
        var kept = await db.RegisterImports.AsNoTracking().SingleAsync(Stop);
        Assert.Equal((Digits, 1, true), (kept.Siren, kept.Rows, kept.IsCurrent));
    }

    private static Siren Asked() => Siren.TryParse(Digits, out var siren) ? siren : throw new InvalidOperationException("This SIREN is not one.");

    private static async Task<Outcome<int>> AskAsync(TestDatabase database, RegisterPages pages, Guid file, DecisionPeople people)
    {
        await using var db = database.Open();
        return await new AskDeMinimisRegister(db, pages.Register, database.Clock).ExecuteAsync(file, people.Officer.AsActor(), Stop);
    }

    private static async Task<long[]> CentsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return [.. (await RegisterReading.ReadAsync(db, [Digits], Stop)).Aids.Select(aid => aid.Amount.Cents).Order()];
    }
}
