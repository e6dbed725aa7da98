using System.Globalization;
using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Jobs;
using Iness.Casework.Lapses;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.Casework.Tests.Decisions;
using Iness.Casework.Tests.Letters;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Recoveries;

/// <summary>An aid nobody claims is reminded three times, once each, then lapses; one that was ever claimed never does.</summary>
public sealed class LapseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Remind_NotClaimed_ThreeMonthsOneMonthOneWeekBeforeOnceEach(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        await GrantedAsync(desk, new(2028, 5, 31));

        (string Day, int Reminders)[] table =
        [
            ("2028-02-28", 0), ("2028-02-29", 1), ("2028-03-01", 1), ("2028-04-29", 1), ("2028-04-30", 2), ("2028-05-01", 2), ("2028-05-23", 2), ("2028-05-24", 3), ("2028-05-31", 3), ("2028-06-01", 3),
        ];
        foreach (var (day, reminders) in table) Assert.Equal((day, reminders), (day, (await RemindedAsync(desk, day)).Count));
        Assert.Equal("Dossier INESS-2026-000001 : il reste une semaine ou moins pour demander le versement, le 31 mai 2028 au plus tard", (await RemindedAsync(desk, "2028-05-31"))[^1]);
    }

    [Fact]
    public async Task Remind_PortalStoppedForMonths_SendsTheNearestAlone()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        await GrantedAsync(desk, new(2028, 5, 31));

        Assert.Contains("une semaine ou moins", Assert.Single(await RemindedAsync(desk, "2028-05-30")), StringComparison.Ordinal);
        Assert.Single(await RemindedAsync(desk, "2028-05-31"));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Lapse_TheDayAfter_ClosesTheFileFreesTheMoneyAndTellsTheBeneficiary(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var file = await GrantedAsync(desk, new(2028, 5, 31));

        At(desk, "2028-05-31");
        Assert.Contains("jusqu'au 31 mai 2028", (await LapseAsync(desk, file)).Message, StringComparison.Ordinal);
        At(desk, "2028-06-01");
        Assert.True((await LapseAsync(desk, file)).IsDone);
        Assert.Equal(Refusal.Conflict, (await LapseAsync(desk, file)).Refusal);

        await using var db = desk.Database.Open();
        Assert.Equal(FileStatus.Closed, (await db.Applications.SingleAsync(found => found.Id == file, Stop)).Status);
        Assert.Equal(Regulation.Money.Zero, (await db.EnvelopeBalanceAsync(2026, Stop)).Granted);
        var mail = await db.Outbox.SingleAsync(found => found.Subject.StartsWith("Caducité"), Stop);
        Assert.Contains("tribunal administratif de Lille", mail.Body, StringComparison.Ordinal);
        Assert.Equal("text/html", (await db.Documents.SingleAsync(found => found.Kind == KeptLetterKinds.Lapse, Stop)).MediaType);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Lapse_AClaimSentBackForItems_NeitherRemindsNorLapses(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var (claimed, asked) = (await GrantedAsync(desk, new(2028, 5, 31)), await GrantedAsync(desk, new(2028, 5, 31)));
        await using (var db = desk.Database.Open())
        {
            var file = await db.Applications.SingleAsync(found => found.Id == claimed, Stop);
            file.Move(FileAction.ClaimPayment, desk.People.Applicant.AsActor(), desk.Database.Clock.Instant());
            file.Move(FileAction.RequestPaymentItems, desk.People.Officer.AsActor(), desk.Database.Clock.Instant());
            db.Add(new MissingItemsRequest { Id = Guid.CreateVersion7(), ApplicationId = asked, SentAt = desk.Database.Clock.Instant(), SentBy = desk.People.Officer.Id, DueOn = new(2027, 1, 4), IsOnPayment = true });
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
        }

        Assert.Empty(await RemindedAsync(desk, "2028-05-30"));
        At(desk, "2028-06-10");
        Assert.Contains("a été demandé", (await LapseAsync(desk, claimed)).Message, StringComparison.Ordinal);
        Assert.False((await LapseAsync(desk, asked)).IsDone);
    }

    private static async Task<Guid> GrantedAsync(DecisionDesk desk, DateOnly claimBy)
    {
        await using var db = desk.Database.Open();
        return (await db.ClaimableUntilAsync(desk.Database.Clock, desk.People, claimBy)).Id;
    }

    private static async Task<List<string>> RemindedAsync(DecisionDesk desk, string day)
    {
        At(desk, day);
        await using (var db = desk.Database.Open()) await new RemindClaims(db, DecisionDesk.Portal, desk.Database.Clock).RunAsync(Stop);
        await using var reading = desk.Database.Open();
        return await reading.Outbox.Where(mail => mail.To == desk.People.Applicant.Email && !mail.Subject.StartsWith("Décision")).OrderBy(mail => mail.CreatedAt).Select(mail => mail.Subject).ToListAsync(Stop);
    }

    private static async Task<Outcome> LapseAsync(DecisionDesk desk, Guid file)
    {
        await using var db = desk.Database.Open();
        var keep = new KeepLetter(new SetRenderer { Answer = new PdfRendering.Unavailable(PdfUnavailability.NotInstalled) }, new FolderDocumentStore(ScratchFolder.New(), desk.Database.Clock), desk.Database.Clock);
        return await new LapseGrant(db, keep, Options.Create(new ServiceInCharge()), DecisionDesk.Portal, desk.Database.Clock).ExecuteAsync(file, desk.People.Lead.AsActor(), Stop);
    }

    private static void At(DecisionDesk desk, string day) => desk.Database.Clock.Set(new(DateOnly.Parse(day, CultureInfo.InvariantCulture).ToDateTime(new(9, 0)), TimeSpan.Zero));
}
