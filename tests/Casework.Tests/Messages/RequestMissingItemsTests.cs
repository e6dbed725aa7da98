using Iness.Casework.Deadlines;
using Iness.Casework.Jobs;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Messages;

/// <summary>Asking for what is missing suspends the two months, and leaves a letter, a mail and a line of the log.</summary>
public sealed class RequestMissingItemsTests
{
    private static readonly DemandedItem Statutes = new("Statutes", null, "Vos statuts <signés>");
    private static readonly DemandedItem Project = new(null, "projet", "Le nombre de livraisons par semaine");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_FiledApplication_SuspendsWritesAndTells(Engine engine)
    {
        await using var office = await ReviewOffice.OpenAsync(engine);
        Assert.Equal(new DateOnly(2027, 1, 24), (await office.ReadAsync()).RespondBy);

        // Noël : le lendemain est un samedi, le jour ouvré suivant le lundi 28.
        var asked = await office.AskAsync(new(2026, 12, 25), (await office.ReadAsync()).Version, null, Statutes, Project);

        Assert.Equal(new DateOnly(2026, 12, 28), asked.Value);
        var application = await office.ReadAsync();
        Assert.Equal((FileStatus.Incomplete, new DateOnly(2027, 2, 27)), (application.Status, application.RespondBy));
        await office.DoAsync(async db =>
        {
            var request = await db.MissingItemsRequests.Include(found => found.Items).SingleAsync(Stop);
            Assert.Equal((asked.Value, office.Officer.Id, "Bonjour."), (request.DueOn, request.SentBy, request.Note));
            Assert.Equal(["Statutes", null], request.Items.OrderBy(item => item.Section).Select(item => item.DocumentKind));
            var documents = await db.Documents.Where(found => found.Kind == MissingItemsLetter.Kind).OrderBy(found => found.MediaType).ToListAsync(Stop);
            Assert.Equal([("application/pdf", (Guid?)null), ("text/html", null)], documents.Select(found => (found.MediaType, found.UploadedBy)));
            var mail = await db.Outbox.SingleAsync(found => found.DocumentId == documents[0].Id, Stop);
            Assert.Equal(office.Author.Email, mail.To);
            Assert.Contains("le 28 décembre 2026 au plus tard", mail.Body, StringComparison.Ordinal);
            Assert.Contains("suspendu", mail.Body, StringComparison.Ordinal);
            Assert.Contains("R112-11-4", mail.Body, StringComparison.Ordinal);
            Assert.Contains("réputée rejetée le 27 février 2027", mail.Body, StringComparison.Ordinal);
            Assert.True(await db.AuditLog.AnyAsync(line => line.Action == "MissingItemsRequested", Stop));
            return true;
        });
        var html = Directory.EnumerateFiles(office.Folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText).Single(text => text.StartsWith("<!DOCTYPE html>", StringComparison.Ordinal));
        Assert.Contains("Vos statuts &lt;signés&gt;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_AnsweredAfterTenDays_MovesTheAnswerByTenDays(Engine engine)
    {
        await using var office = await ReviewOffice.OpenAsync(engine);
        Assert.True((await office.AskAsync(new(2026, 12, 28), (await office.ReadAsync()).Version, null, Statutes)).IsDone);
        office.Clock.Advance(TimeSpan.FromDays(10));

        Assert.True((await office.AnswerAsync()).IsDone);

        var application = await office.ReadAsync();
        Assert.Equal(new DateOnly(2027, 2, 3), application.RespondBy);
        office.Clock.Advance(TimeSpan.FromDays(5));
        var deadline = await office.DoAsync(db => db.DeadlineAsync(application, office.Clock.Today(), Stop));
        Assert.Equal((5, 10), (deadline.DaysOfService, deadline.DaysOfApplicant));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_OnceTheTwoMonthsHavePassed_SuspendsNothingAndTellsTheRejection(Engine engine)
    {
        await using var office = await ReviewOffice.OpenAsync(engine);
        // À répondre le 24 janvier 2027 : c'est le lendemain.
        office.Clock.Set(new(2027, 1, 25, 9, 0, 0, TimeSpan.Zero));

        Assert.True((await office.AskAsync(new(2027, 2, 15), (await office.ReadAsync()).Version, null, Statutes)).IsDone);

        var application = await office.ReadAsync();
        Assert.Equal((FileStatus.Incomplete, new DateOnly(2027, 1, 24)), (application.Status, application.RespondBy));
        var clock = (await office.DoAsync(db => db.DeadlineAsync(application, office.Clock.Today(), Stop))).Clock!;
        Assert.Equal((ClockState.Expired, new DateOnly(2027, 1, 24)), (clock.State, clock.LatestDeadline));
        var mail = await office.DoAsync(db => db.Outbox.SingleAsync(found => found.DocumentId != null && found.Subject.Contains("Il manque"), Stop));
        string[] told = ["a pris fin le 24 janvier 2027", "votre demande est réputée rejetée depuis ce jour", "peut encore vous accorder l'aide", "dans les deux mois qui suivent cette date", "tribunal administratif de Lille", "le 15 février 2027 au plus tard"];
        Assert.All(told, words => Assert.Contains(words, Plain(mail.Body), StringComparison.Ordinal));
        Assert.DoesNotContain("est suspendu depuis", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("sera réputée rejetée", mail.Body, StringComparison.Ordinal);

        office.Clock.Set(new(2027, 2, 8, 9, 0, 0, TimeSpan.Zero));
        await office.DoAsync(db => new RemindMissingItems(db, ReviewOffice.Portal, office.Clock).RunAsync(Stop));
        var reminder = await office.DoAsync(db => db.Outbox.SingleAsync(found => found.Subject.StartsWith("Rappel"), Stop));
        Assert.Contains("la demande est réputée rejetée depuis ce jour", reminder.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("suspendu", reminder.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Execute_OnTheLastDay_StillSuspends()
    {
        await using var office = await ReviewOffice.OpenAsync(Engine.Sqlite);
        office.Clock.Set(new(2027, 1, 24, 9, 0, 0, TimeSpan.Zero));

        Assert.True((await office.AskAsync(new(2027, 2, 15), (await office.ReadAsync()).Version, null, Statutes)).IsDone);

        Assert.Equal(new DateOnly(2027, 2, 15), (await office.ReadAsync()).RespondBy);
        Assert.True(await office.DoAsync(db => db.Outbox.AnyAsync(found => found.Body.Contains("est suspendu depuis ce jour"), Stop)));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Answer_TellsTheOfficerInChargeOrThoseWhoAssign(Engine engine)
    {
        await using var office = await ReviewOffice.OpenAsync(engine);
        var lead = await office.DoAsync(db => db.AccountAsync(office.Clock, "Inès Delattre", Role.LeadOfficer));
        Assert.True((await office.AskAsync(new(2026, 12, 28), (await office.ReadAsync()).Version, null, Statutes)).IsDone);

        Assert.True((await office.AnswerAsync()).IsDone);

        var mail = await office.DoAsync(db => db.Outbox.SingleAsync(found => found.Subject.Contains("le demandeur a répondu"), Stop));
        Assert.Equal(lead.Email, mail.To);
        Assert.Contains("- Vos statuts <signés>", mail.Body, StringComparison.Ordinal);
        Assert.Contains("https://iness.exemple/dossiers/INESS-2026-000001/pieces-manquantes", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Execute_OfAVersionNotRead_ChangesNothingAndKeepsNoLetter()
    {
        await using var office = await ReviewOffice.OpenAsync(Engine.Sqlite);
        var version = (await office.ReadAsync()).Version;
        Assert.True((await office.AskAsync(new(2026, 12, 28), version, null, Statutes)).IsDone);
        var files = Directory.EnumerateFiles(office.Folder, "*", SearchOption.AllDirectories).Count();

        var late = await office.AskAsync(new(2026, 12, 28), version, null, Project);

        Assert.Equal(Refusal.Conflict, late.Refusal);
        Assert.Equal(1, await office.DoAsync(db => db.MissingItemsRequests.CountAsync(Stop)));
        Assert.Equal(files, Directory.EnumerateFiles(office.Folder, "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task Execute_NothingDrawsPdf_SendsTheLetterAllTheSame()
    {
        await using var office = await ReviewOffice.OpenAsync(Engine.Sqlite);
        office.Renderer.Answer = new PdfRendering.Unavailable(PdfUnavailability.NotInstalled);

        Assert.True((await office.AskAsync(new(2026, 12, 28), (await office.ReadAsync()).Version, null, Statutes)).IsDone);

        Assert.Equal("text/html", (await office.DoAsync(db => db.Documents.SingleAsync(found => found.Kind == MissingItemsLetter.Kind, Stop))).MediaType);
    }

    [Fact]
    public async Task Execute_WrongDemand_IsRefused()
    {
        await using var office = await ReviewOffice.OpenAsync(Engine.Sqlite);
        var version = (await office.ReadAsync()).Version;

        Assert.Equal(Refusal.Invalid, (await office.AskAsync(new(2026, 12, 28), version)).Refusal);
        Assert.Equal(Refusal.Invalid, (await office.AskAsync(new(2026, 11, 24), version, null, Statutes)).Refusal);
        Assert.Equal(Refusal.Invalid, (await office.AskAsync(new(2026, 12, 28), version, null, new DemandedItem(null, null, "Où donc ?"))).Refusal);
        Assert.Equal(Refusal.Conflict, (await office.AskAsync(new(2026, 12, 28), version, office.Author, Statutes)).Refusal);
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('’', '\'');
}
