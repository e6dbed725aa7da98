using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Messages;

/// <summary>What was asked and is awaited no more: the clock runs from that day, and the organisation knows why.</summary>
public sealed class WithdrawMissingItemsTests
{
    private static readonly DemandedItem Statutes = new("Statutes", null, "Vos statuts signés");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Déposée le 24 novembre 2026 (dernier jour le 24 janvier 2027), demande le même jour, à satisfaire le 28 décembre.
    [Theory]
    [InlineData(Engine.Sqlite, 10, "2027-02-03")] // dix jours suspendus
    [InlineData(Engine.Postgres, 10, "2027-02-03")]
    [InlineData(Engine.Sqlite, 0, "2027-01-24")] // le jour même : rien
    [InlineData(Engine.Sqlite, 34, "2027-02-27")] // le dernier jour donné
    [InlineData(Engine.Sqlite, 50, "2027-02-27")] // plus tard : le délai avait déjà repris
    public async Task Execute_SoManyDaysLater_ResumesTheClockThatDay(Engine engine, int days, string respondBy)
    {
        await using var office = await OpenAsync(engine);
        office.Clock.Advance(TimeSpan.FromDays(days));

        Assert.True((await WithdrawAsync(office, (await office.ReadAsync()).Version)).IsDone);

        var application = await office.ReadAsync();
        Assert.Equal((FileStatus.UnderReview, DateOnly.Parse(respondBy, System.Globalization.CultureInfo.InvariantCulture)), (application.Status, application.RespondBy));
        await office.DoAsync(async db =>
        {
            var requests = await db.MissingItemsRequests.ToListAsync(Stop);
            Assert.NotNull(Assert.Single(requests).AnsweredAt);
            Assert.Equal(ClockState.Running, (await db.DeadlineAsync(application, requests, office.Clock.Today(), Stop)).Clock!.State);
            var mail = await db.Outbox.SingleAsync(found => found.Subject.Contains("n'attend plus"), Stop);
            Assert.Equal(office.Author.Email, mail.To);
            Assert.Contains("La pièce n'est pas indispensable.", mail.Body, StringComparison.Ordinal);
            Assert.Equal("La pièce n'est pas indispensable.", Assert.Single(await db.SentRequestsAsync(office.Application, application.Number!, Stop)).WithdrawnWhy);
            return true;
        });
    }

    [Fact]
    public async Task Execute_AfterTheAnswer_OfAnOldVersion_OrByTheApplicant_ChangesNothing()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var version = (await office.ReadAsync()).Version;
        Assert.Equal(Refusal.Conflict, (await WithdrawAsync(office, version - 1)).Refusal);
        Assert.Equal(Refusal.Conflict, (await WithdrawAsync(office, version, by: office.Author.AsActor())).Refusal);
        Assert.Equal(Refusal.Invalid, (await WithdrawAsync(office, version, " ")).Refusal);
        Assert.Null(await office.DoAsync(db => db.MissingItemsRequests.Select(found => found.AnsweredAt).SingleAsync(Stop)));

        Assert.True((await office.AnswerAsync()).IsDone);
        Assert.Equal(Refusal.Conflict, (await WithdrawAsync(office, (await office.ReadAsync()).Version)).Refusal);
        Assert.Equal(0, await office.DoAsync(db => db.Outbox.CountAsync(found => found.Subject.Contains("n'attend plus"), Stop)));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_AnAnswerWithTwoValues_KeepsTheOneThatStandsAndQuotesTheOther(Engine engine)
    {
        await using var office = await OpenAsync(engine);
        await office.DoAsync(async db =>
        {
            var (now, by) = (office.Clock.Instant(), office.Author.Id);
            db.Add(new Answer { ApplicationId = office.Application, Key = Answer.TitleKey, Value = "Vendre en ligne", Revision = 2, SavedAt = now, SavedBy = by, OtherValue = "Une boutique", OtherAt = now, OtherBy = by });
            await db.CommitAsync(new(office.Author.AsActor(), "TestPrepared", "test/1"), Stop);
            return true;
        });

        Assert.True((await WithdrawAsync(office, (await office.ReadAsync()).Version)).IsDone);

        await office.DoAsync(async db =>
        {
            var answer = await db.Answers.SingleAsync(found => found.ApplicationId == office.Application && found.Key == Answer.TitleKey, Stop);
            Assert.Equal(("Vendre en ligne", null, null), (answer.Value, answer.OtherValue, answer.OtherBy));
            var message = await db.Messages.SingleAsync(Stop);
            Assert.True(message.IsFromService);
            Assert.Contains("« Une boutique » n'est pas retenu.", message.Body, StringComparison.Ordinal);
            Assert.Contains("un message de votre espace dit laquelle reste", (await db.Outbox.SingleAsync(found => found.Subject.Contains("n'attend plus"), Stop)).Body, StringComparison.Ordinal);
            return true;
        });
    }

    [Fact]
    public async Task Execute_ThenAskedAgain_AddsTheNewDaysAlone()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        office.Clock.Advance(TimeSpan.FromDays(10));
        Assert.True((await WithdrawAsync(office, (await office.ReadAsync()).Version)).IsDone);
        office.Clock.Advance(TimeSpan.FromDays(5));
        Assert.True((await office.AskAsync(new(2026, 12, 28), (await office.ReadAsync()).Version, null, Statutes)).IsDone);

        // Dix jours, puis du 9 au 28 décembre.
        Assert.Equal(new DateOnly(2027, 1, 24).AddDays(10 + 19), (await office.ReadAsync()).RespondBy);
        Assert.Equal(
            ["elements-manquants-INESS-2026-000001-2.pdf", "elements-manquants-INESS-2026-000001-1.pdf"],
            (await office.DoAsync(db => db.SentRequestsAsync(office.Application, "INESS-2026-000001", Stop))).Select(sent => sent.Letter!.FileName));
    }

    private static async Task<ReviewOffice> OpenAsync(Engine engine)
    {
        var office = await ReviewOffice.OpenAsync(engine);
        Assert.True((await office.AskAsync(new(2026, 12, 28), (await office.ReadAsync()).Version, null, Statutes)).IsDone);
        return office;
    }

    private static Task<Outcome> WithdrawAsync(ReviewOffice office, int version, string reason = "La pièce n'est pas indispensable.", Actor? by = null) =>
        office.DoAsync(db => new WithdrawMissingItems(db, ReviewOffice.Portal, office.Clock).ExecuteAsync(office.Application, by ?? office.Officer.AsActor(), version, reason, ["Titre : « Vendre en ligne » reste, « Une boutique » n'est pas retenu."], Stop));
}
