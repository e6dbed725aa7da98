using Iness.Casework.Deadlines;
using Iness.Casework.Decisions;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Jobs;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.Casework.Tests.Letters;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Decisions;

/// <summary>An appeal counts from the day it came, is watched until it is answered, and starts the clock of the file opened again.</summary>
public sealed class AppealTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Refusée et notifiée le 24 novembre 2026 ; le recours arrive le 26, et est enregistré le 4 décembre.
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Register_CountsFromTheDayItCame_AndIsWatchedWhileTheFileStaysClosed(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var file = await RefusedAsync(desk);
        desk.Database.Clock.Advance(TimeSpan.FromDays(10));

        Assert.Equal(Refusal.Invalid, (await AppealAsync(desk, file, new(2026, 11, 23))).Refusal);
        Assert.Equal(Refusal.Invalid, (await AppealAsync(desk, file, new(2026, 12, 5))).Refusal);
        Assert.True((await AppealAsync(desk, file, new(2026, 11, 26))).IsDone);
        Assert.Equal(Refusal.Conflict, (await AppealAsync(desk, file, new(2026, 11, 27))).Refusal);

        await using var db = desk.Database.Open();
        var closed = await db.Applications.AsNoTracking().SingleAsync(Stop);
        Assert.Equal((FileStatus.Closed, new DateOnly(2027, 1, 26)), (closed.Status, closed.RespondBy));
        Assert.Equal(new DateOnly(2026, 11, 26), (await db.Decisions.AsNoTracking().SingleAsync(Stop)).AppealedAt!.Value.DayInParis());
        Assert.True((await db.DeadlineAsync(closed, desk.Database.Clock.Today(), Stop)).Clock!.IsOnAppeal);

        desk.Database.Clock.Set(new(2027, 1, 20, 9, 0, 0, TimeSpan.Zero));
        for (var run = 0; run < 2; run++) await new WatchDeadlines(db, DecisionDesk.Portal, desk.Database.Clock).RunAsync(Stop);
        var told = await db.Outbox.Where(mail => mail.Subject.Contains("répondre au recours, le 26 janvier 2027")).ToListAsync(Stop);
        Assert.Equal(new[] { desk.People.Lead.Email, desk.People.Signatory.Email }.Order(), told.Select(mail => mail.To).Order());
        Assert.Contains("le recours sera réputé rejeté ce jour-là", told[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Reopen_AfterAnAppeal_RunsAnewFromItAndNotFromTheFiling(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var file = await RefusedAsync(desk, askedBefore: true);
        desk.Database.Clock.Advance(TimeSpan.FromDays(10));
        Assert.True((await AppealAsync(desk, file, new(2026, 11, 26))).IsDone);
        desk.Database.Clock.Advance(TimeSpan.FromDays(10));
        Assert.True((await ReopenAsync(desk, file)).IsDone);

        Assert.Equal((FileStatus.UnderReview, new DateOnly(2027, 1, 26)), await StandingAsync(desk));
        await using (var db = desk.Database.Open())
        {
            var mail = await db.Outbox.SingleAsync(found => found.Subject.Contains("rouvert"), Stop);
            Assert.Equal(desk.People.Applicant.Email, mail.To);
            Assert.Contains("il est rejeté le 26 janvier 2027", mail.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("L'effectif était faux.", mail.Body, StringComparison.Ordinal);
        }

        // Le 14 décembre, une demande jusqu'au 28, satisfaite le 20 : six jours de plus.
        await AskAsync(desk, file, new(2026, 12, 28));
        Assert.Equal((FileStatus.Incomplete, new DateOnly(2027, 2, 9)), await StandingAsync(desk));
        desk.Database.Clock.Advance(TimeSpan.FromDays(6));
        await using (var db = desk.Database.Open())
            Assert.True((await new AnswerMissingItems(db, DecisionDesk.Portal, desk.Database.Clock).ExecuteAsync(file, desk.People.Applicant.AsActor(), withoutTheRest: true, Stop)).IsDone);
        Assert.Equal((FileStatus.UnderReview, new DateOnly(2027, 2, 1)), await StandingAsync(desk));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Reopen_WithoutAppeal_HasNoClockUntilOneComes(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var file = await RefusedAsync(desk, askedBefore: true);
        desk.Database.Clock.Advance(TimeSpan.FromDays(90));
        Assert.True((await ReopenAsync(desk, file)).IsDone);
        Assert.Equal((FileStatus.UnderReview, null), await StandingAsync(desk));

        await AskAsync(desk, file, new(2027, 3, 15));
        Assert.Equal((FileStatus.Incomplete, null), await StandingAsync(desk));
        await using (var db = desk.Database.Open())
            Assert.Contains("aucun délai au terme duquel son silence vaudrait rejet ne court", (await db.Outbox.SingleAsync(mail => mail.Subject.Contains("Il manque"), Stop)).Body, StringComparison.Ordinal);

        // Le recours arrive le jour même, le 22 février 2027 : la demande envoyée ce jour-là le suspend du 22 février au 15 mars.
        Assert.True((await AppealAsync(desk, file, new(2027, 2, 22))).IsDone);
        Assert.Equal((FileStatus.Incomplete, new DateOnly(2027, 4, 22).AddDays(21)), await StandingAsync(desk));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Reject_ByASignatory_AnswersTheAppealAndTellsWhy(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var file = await RefusedAsync(desk);
        Assert.Equal(Refusal.Conflict, (await RejectAsync(desk, file)).Refusal);
        Assert.True((await AppealAsync(desk, file, new(2026, 11, 24))).IsDone);
        Assert.Equal(Refusal.Invalid, (await RejectAsync(desk, file, " ")).Refusal);
        desk.Database.Clock.Advance(TimeSpan.FromDays(5));

        Assert.True((await RejectAsync(desk, file)).IsDone);

        Assert.Equal((FileStatus.Closed, null), await StandingAsync(desk));
        await using (var db = desk.Database.Open())
        {
            var message = await db.Messages.SingleAsync(Stop);
            string[] words = ["reçu le 24 novembre 2026", "Pourquoi : L'effectif est confirmé.", "tribunal administratif de Lille", "Sacha Dubois, Directrice", "14 décembre 2026"];
            Assert.All(words, word => Assert.Contains(word, message.Body, StringComparison.Ordinal));
            Assert.Equal(desk.People.Applicant.Email, (await db.Outbox.SingleAsync(mail => mail.Subject.Contains("réponse à votre recours"), Stop)).To);
            Assert.Equal(FileAction.RejectAppeal, (await db.StatusChanges.OrderByDescending(change => change.Id).FirstAsync(Stop)).Action);
        }

        Assert.Equal(Refusal.Conflict, (await RejectAsync(desk, file)).Refusal);
        // Rouvert ensuite de l'initiative de la Région : le recours a eu sa réponse.
        desk.Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await ReopenAsync(desk, file)).IsDone);
        Assert.Equal((FileStatus.UnderReview, null), await StandingAsync(desk));
    }

    private static async Task<Guid> RefusedAsync(DecisionDesk desk, bool askedBefore = false)
    {
        var decision = (await desk.DecideAsync(await desk.CheckedAsync(DecisionKind.Refusal, DecisionWorld.TooLarge))).Value;
        await desk.NotifyAsync();
        await using var db = desk.Database.Open();
        var file = await db.Decisions.Where(found => found.Id == decision).Select(found => found.ApplicationId).SingleAsync(Stop);
        if (!askedBefore) return file;
        var now = desk.Database.Clock.Instant();
        db.Add(new MissingItemsRequest { Id = Guid.CreateVersion7(now), ApplicationId = file, SentAt = now, SentBy = desk.People.Officer.Id, DueOn = now.DayInParis().AddDays(60) });
        await db.CommitAsync(new(desk.People.Officer.AsActor(), "TestPrepared", "test/1"), Stop);
        desk.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        return file;
    }

    private static async Task<Outcome> AppealAsync(DecisionDesk desk, Guid file, DateOnly received)
    {
        await using var db = desk.Database.Open();
        return await new RegisterAppeal(db, desk.Database.Clock, DecisionDesk.Portal).ExecuteAsync(file, received, "Courrier de Camille Roy.", desk.People.Lead.AsActor(), Stop);
    }

    private static async Task<Outcome> ReopenAsync(DecisionDesk desk, Guid file)
    {
        await using var db = desk.Database.Open();
        return await new RegisterAppeal(db, desk.Database.Clock, DecisionDesk.Portal).ReopenAsync(file, "L'effectif était faux.", desk.People.Lead.AsActor(), Stop);
    }

    private static async Task<Outcome> RejectAsync(DecisionDesk desk, Guid file, string reason = "L'effectif est confirmé.")
    {
        await using var db = desk.Database.Open();
        return await new RejectAppeal(db, desk.Database.Clock, DecisionDesk.Portal, Options.Create(new ServiceInCharge())).ExecuteAsync(file, reason, desk.People.Signatory.AsActor(), Stop);
    }

    private static async Task AskAsync(DecisionDesk desk, Guid file, DateOnly due)
    {
        await using var db = desk.Database.Open();
        var version = await db.Applications.Where(found => found.Id == file).Select(found => found.Version).SingleAsync(Stop);
        var keep = new KeepLetter(new SetRenderer(), new FolderDocumentStore(ScratchFolder.New(), desk.Database.Clock), desk.Database.Clock);
        var asked = await new RequestMissingItems(db, keep, Options.Create(new ServiceInCharge()), DecisionDesk.Portal, desk.Database.Clock)
            .ExecuteAsync(file, desk.People.Officer.AsActor(), version, new([new("Statutes", null, "Vos statuts")], due, null, []), Stop);
        Assert.True(asked.IsDone, asked.Message);
    }

    private static async Task<(FileStatus Status, DateOnly? RespondBy)> StandingAsync(DecisionDesk desk)
    {
        await using var db = desk.Database.Open();
        var file = await db.Applications.AsNoTracking().SingleAsync(Stop);
        Assert.Equal(file.RespondBy, (await db.DeadlineAsync(file, desk.Database.Clock.Today(), Stop)).Day);
        return (file.Status, file.RespondBy);
    }
}
