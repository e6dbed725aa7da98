using System.Text.Json;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Registers.Companies;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Applications;

/// <summary>An application is filed once, whole, as it was read, and gets a number of its own.</summary>
public sealed class FileApplicationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_Twice_GivesTheSameNumberOnce(Engine engine)
    {
        await using var counter = await FilingCounter.OpenAsync(engine);
        var draft = await counter.DraftAsync();

        var answers = await Task.WhenAll(counter.FileAsync(draft), counter.FileAsync(draft));
        var later = await counter.FileAsync(draft, revision: 99);

        Assert.All([.. answers, later], answer => Assert.Equal("INESS-2026-000001", answer.Value));
        await using var db = counter.Database.Open();
        Assert.Equal(1, await db.StatusChanges.CountAsync(change => change.ApplicationId == draft && change.Action == FileAction.File, Stop));
        Assert.Equal(1, await db.Outbox.CountAsync(Stop));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_SeveralAtOnce_GivesNumbersInARow(Engine engine)
    {
        await using var counter = await FilingCounter.OpenAsync(engine);
        var drafts = new List<Guid>();
        for (var i = 0; i < 4; i++) drafts.Add(await counter.DraftAsync());

        var answers = await Task.WhenAll(drafts.Select(draft => counter.FileAsync(draft)));

        Assert.Equal(
            ["INESS-2026-000001", "INESS-2026-000002", "INESS-2026-000003", "INESS-2026-000004"],
            answers.Select(answer => answer.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_RegisterSaysOtherwise_NotesItForTheOfficer(Engine engine)
    {
        await using var counter = await FilingCounter.OpenAsync(engine);
        await using var db = counter.Database.Open();
        var organisation = await db.Organisations.SingleAsync(Stop);
        organisation.RegisterRecord = CompanyRecordJson.Write(new()
        {
            Siren = Siren.TryParse(organisation.Siren, out var siren) ? siren : throw new InvalidOperationException(),
            HasCeased = true,
            FetchedAt = counter.Database.Clock.GetUtcNow(),
        });
        await db.CommitAsync(new(Actor.System, "RegisterRead", Act.Organisation(organisation.Id)), Stop);
        var draft = await counter.DraftAsync();

        var filed = await counter.FileAsync(draft);

        Assert.True(filed.IsDone);
        var note = await db.AuditLog.AsNoTracking().SingleAsync(entry => entry.Action == "RegisterDiffers" && entry.Subject == Act.Application(draft), Stop);
        Assert.Contains("cessé son activité", note.Details, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_AnswersChangedSinceTheyWereRead_IsRefused(Engine engine)
    {
        await using var counter = await FilingCounter.OpenAsync(engine);
        var draft = await counter.DraftAsync();
        await using var db = counter.Database.Open();
        await new SaveAnswers(db, counter.Database.Clock).ExecuteAsync(draft, "projet", counter.Author.AsActor(), [new("besoin", "Vendre", 0)], Stop);

        var filed = await counter.FileAsync(draft, revision: 0);

        Assert.Equal(Refusal.Conflict, filed.Refusal);
        var application = await db.Applications.AsNoTracking().SingleAsync(found => found.Id == draft, Stop);
        Assert.Equal((FileStatus.Draft, null), (application.Status, application.Number));
        Assert.Equal("INESS-2026-000001", (await counter.FileAsync(draft, revision: 1)).Value);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_Undetermined_KeepsAllThatWasFiledAndWrites(Engine engine)
    {
        await using var counter = await FilingCounter.OpenAsync(engine);
        var draft = await counter.DraftAsync(("titre", "Vendre en ligne"));

        Assert.True((await counter.FileAsync(draft)).IsDone);

        await using var db = counter.Database.Open();
        var filing = await db.Filings.SingleAsync(found => found.ApplicationId == draft, Stop);
        Assert.Equal((OverallVerdict.Undetermined, new(2027, 1, 24)), (filing.Verdict, filing.RejectionOn));
        var listing = await db.Listings.SingleAsync(found => found.ApplicationId == draft, Stop);
        Assert.Equal((filing.Verdict, filing.Aid), (listing.Verdict, listing.Aid));
        Assert.Contains("iness 2026 000001", listing.Search, StringComparison.Ordinal);
        Assert.Contains("vendre en ligne", listing.Search, StringComparison.Ordinal);
        Assert.Equal(filing.RejectionOn, (await db.Applications.AsNoTracking().SingleAsync(found => found.Id == draft, Stop)).RespondBy);
        using var assessment = JsonDocument.Parse(filing.Assessment);
        Assert.Equal("undetermined", assessment.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(filing.Regulation, assessment.RootElement.GetProperty("regulation").GetString());
        using var answers = JsonDocument.Parse(filing.Answers);
        Assert.Equal("Vendre en ligne", answers.RootElement.GetProperty("titre").GetString());
        Assert.Contains("INESS-2026-000001", filing.Acknowledgement, StringComparison.Ordinal);
        var mail = await db.Outbox.SingleAsync(Stop);
        Assert.Equal((counter.Author.Email, draft), (mail.To, mail.ApplicationId));
        Assert.Contains("Son silence vaut rejet", mail.Body, StringComparison.Ordinal);
        Assert.Contains("Statuts", mail.Body, StringComparison.Ordinal);
        Assert.Contains($"https://iness.exemple.fr/demandes/{draft}/suivi", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Execute_YearEndsInParisFirst_NumbersStartAgain()
    {
        await using var counter = await FilingCounter.OpenAsync(Engine.Sqlite);
        await counter.FileAsync(await counter.DraftAsync());
        counter.Database.Clock.Set(new(2026, 12, 31, 23, 30, 0, TimeSpan.Zero));

        Assert.Equal("INESS-2027-000001", (await counter.FileAsync(await counter.DraftAsync())).Value);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_AnswerWithTwoValues_WaitsForTheChoice(Engine engine)
    {
        await using var counter = await FilingCounter.OpenAsync(engine);
        var draft = await counter.DraftAsync(("effectif", "7"));
        await using var db = counter.Database.Open();
        await new SaveAnswers(db, counter.Database.Clock).ExecuteAsync(draft, "eligibilite", counter.Author.AsActor(), [new("effectif", "8", 0)], Stop);

        Assert.Equal(Refusal.Conflict, (await counter.FileAsync(draft, revision: 1)).Refusal);
        Assert.Equal(FileStatus.Draft, await db.Applications.Where(found => found.Id == draft).Select(found => found.Status).SingleAsync(Stop));

        await new ChooseAnswer(db, counter.Database.Clock).ExecuteAsync(draft, "eligibilite", "effectif", keepsOther: false, counter.Author.AsActor(), Stop);
        Assert.True((await counter.FileAsync(draft, revision: 1)).IsDone);
    }

    [Fact]
    public async Task Execute_WithoutTheDeclarations_IsRefused()
    {
        await using var counter = await FilingCounter.OpenAsync(Engine.Sqlite);

        Assert.Equal(Refusal.Invalid, (await counter.FileAsync(await counter.DraftAsync(), isDeclared: false)).Refusal);
    }

    [Fact]
    public async Task Execute_AnotherOrganisation_FindsNothing()
    {
        await using var counter = await FilingCounter.OpenAsync(Engine.Sqlite);
        var draft = await counter.DraftAsync();
        await using var db = counter.Database.Open();

        Assert.Equal(Refusal.NotFound, (await counter.FileAsync(draft, by: await db.AccountAsync(counter.Database.Clock, "Sacha Loin"))).Refusal);
    }
}
