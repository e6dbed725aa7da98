using Iness.Casework.Audit;
using Iness.Casework.Jobs;
using Iness.Casework.Tests.Messages;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Jobs;

/// <summary>Reminders and alerts go out by themselves, each once, whatever the number of runs.</summary>
public sealed class RemindMissingItemsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Remind_NotAnswered_AWeekBeforeAndTheDayAfterOnceEach(Engine engine)
    {
        await using var office = await ReviewOffice.OpenAsync(engine);
        Assert.True((await office.AskAsync(new(2026, 12, 28), (await office.ReadAsync()).Version, null, new Casework.Messages.DemandedItem("Statutes", null, "Vos statuts"))).IsDone);

        Assert.Empty(await RemindedAsync(office, "2026-12-20"));
        Assert.Equal(["Rappel : dossier INESS-2026-000001, des éléments sont attendus le 28 décembre 2026 au plus tard"], await RemindedAsync(office, "2026-12-21"));
        Assert.Single(await RemindedAsync(office, "2026-12-26"));
        Assert.Equal("Dernier rappel : dossier INESS-2026-000001, des éléments sont attendus le 28 décembre 2026 au plus tard", (await RemindedAsync(office, "2026-12-27"))[^1]);
        Assert.Equal(2, (await RemindedAsync(office, "2026-12-28")).Count);
        Assert.Equal("Dossier INESS-2026-000001 : la date du 28 décembre 2026 est passée", (await RemindedAsync(office, "2026-12-29"))[^1]);
        Assert.Equal(3, (await RemindedAsync(office, "2026-12-30")).Count);
    }

    [Fact]
    public async Task Remind_DatePassed_TellsTheOfficerInChargeOnce()
    {
        await using var office = await ReviewOffice.OpenAsync(Engine.Sqlite);
        await AssignAsync(office);
        Assert.True((await office.AskAsync(new(2026, 12, 28), (await office.ReadAsync()).Version, null, new Casework.Messages.DemandedItem("Statutes", null, "Vos statuts"))).IsDone);

        await RemindedAsync(office, "2026-12-29");
        await RemindedAsync(office, "2026-12-30");

        Assert.Equal(1, await office.DoAsync(db => db.Outbox.CountAsync(mail => mail.To == office.Officer.Email, Stop)));
    }

    [Theory]
    [InlineData("2026-12-04", "2026-12-03")] // dix jours donnés, et le passage d'une semaine avant manqué
    [InlineData("2026-11-30", "2026-11-29")] // six jours donnés : la veille seulement
    public async Task Remind_TimeLimitOfAFewDays_IsRemindedTheDayBefore(string due, string before)
    {
        await using var office = await ReviewOffice.OpenAsync(Engine.Sqlite);
        Assert.True((await office.AskAsync(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), (await office.ReadAsync()).Version, null, new Casework.Messages.DemandedItem("Statutes", null, "Vos statuts"))).IsDone);

        Assert.Empty(await RemindedAsync(office, "2026-11-26"));
        Assert.StartsWith("Dernier rappel", Assert.Single(await RemindedAsync(office, before)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remind_Answered_SendsNothing()
    {
        await using var office = await ReviewOffice.OpenAsync(Engine.Sqlite);
        Assert.True((await office.AskAsync(new(2026, 12, 28), (await office.ReadAsync()).Version, null, new Casework.Messages.DemandedItem("Statutes", null, "Vos statuts"))).IsDone);
        Assert.True((await office.AnswerAsync()).IsDone);

        Assert.Empty(await RemindedAsync(office, "2026-12-22"));
        Assert.Empty(await RemindedAsync(office, "2026-12-29"));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Watch_FileInCharge_IsToldAtTenDaysAtThreeAndOncePassed(Engine engine)
    {
        await using var office = await ReviewOffice.OpenAsync(engine);
        await AssignAsync(office);

        // À répondre le 24 janvier 2027.
        Assert.Empty(await WatchedAsync(office, "2027-01-13"));
        Assert.Contains("10 jours ou moins", Assert.Single(await WatchedAsync(office, "2027-01-14")), StringComparison.Ordinal);
        Assert.Single(await WatchedAsync(office, "2027-01-20"));
        Assert.Contains("3 jours ou moins", (await WatchedAsync(office, "2027-01-21"))[^1], StringComparison.Ordinal);
        Assert.Equal(2, (await WatchedAsync(office, "2027-01-24")).Count);
        Assert.Contains("est passé depuis le 24 janvier 2027", (await WatchedAsync(office, "2027-01-25"))[^1], StringComparison.Ordinal);
        Assert.Equal(3, (await WatchedAsync(office, "2027-02-25")).Count);
    }

    [Fact]
    public async Task Watch_FileOfNobody_TellsThoseWhoAssignOnceEach()
    {
        await using var office = await ReviewOffice.OpenAsync(Engine.Sqlite);
        var lead = await office.DoAsync(db => db.AccountAsync(office.Clock, "Inès Delattre", Casework.Lifecycle.Role.LeadOfficer));

        Assert.Empty(await WatchedAsync(office, "2027-01-14"));
        Assert.Single(await RunAsync(office, "2027-01-14", db => new WatchDeadlines(db, ReviewOffice.Portal, office.Clock), lead.Email!));

        // Confié depuis : c'est l'instructeur qui est prévenu.
        await AssignAsync(office);
        Assert.Single(await WatchedAsync(office, "2027-01-22"));
        Assert.Single(await RunAsync(office, "2027-01-22", db => new WatchDeadlines(db, ReviewOffice.Portal, office.Clock), lead.Email!));
    }

    [Fact]
    public async Task Watch_WhileTheApplicantIsAwaited_SaysNothing()
    {
        await using var office = await ReviewOffice.OpenAsync(Engine.Sqlite);
        await AssignAsync(office);
        office.Clock.Set(new(2027, 1, 20, 9, 0, 0, TimeSpan.Zero));
        Assert.True((await office.AskAsync(new(2027, 1, 25), (await office.ReadAsync()).Version, null, new Casework.Messages.DemandedItem("Statutes", null, "Vos statuts"))).IsDone);

        Assert.Empty(await WatchedAsync(office, "2027-01-22"));
        // Le délai a repris le 26, pour quatre jours.
        Assert.Single(await WatchedAsync(office, "2027-01-26"));
    }

    private static Task<bool> AssignAsync(ReviewOffice office) => office.DoAsync(async db =>
    {
        (await db.Applications.SingleAsync(found => found.Id == office.Application, Stop)).AssignedToId = office.Officer.Id;
        await db.CommitAsync(new(Actor.System, "TestPrepared", Act.Application(office.Application)), Stop);
        return true;
    });

    private static Task<List<string>> RemindedAsync(ReviewOffice office, string day) => RunAsync(office, day, db => new RemindMissingItems(db, ReviewOffice.Portal, office.Clock), office.Author.Email!);

    private static Task<List<string>> WatchedAsync(ReviewOffice office, string day) => RunAsync(office, day, db => new WatchDeadlines(db, ReviewOffice.Portal, office.Clock), office.Officer.Email!);

    private static async Task<List<string>> RunAsync(ReviewOffice office, string day, Func<Casework.Persistence.InessDbContext, ITimedWork> work, string to)
    {
        office.Clock.Set(DateTimeOffset.Parse($"{day}T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        // Deux passages : le second n'a rien à dire.
        for (var run = 0; run < 2; run++) await office.DoAsync(db => work(db).RunAsync(Stop));
        return await office.DoAsync(db => db.Outbox.Where(mail => mail.To == to && (mail.Subject.StartsWith("Rappel") || mail.Subject.StartsWith("Dernier") || mail.Subject.StartsWith("Dossier"))).OrderBy(mail => mail.CreatedAt).Select(mail => mail.Subject).ToListAsync(Stop));
    }
}
