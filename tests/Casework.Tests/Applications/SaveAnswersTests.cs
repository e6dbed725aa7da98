using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Applications;

/// <summary>What was typed is never lost: neither to a second window, nor to a colleague, nor to two saves at the same instant.</summary>
public sealed class SaveAnswersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_FirstAndNextValue_AreKeptAsTyped(Engine engine)
    {
        await using var desk = await Desk.OpenAsync(engine);

        var first = await desk.SaveAsync(desk.Camille, new GivenAnswer("effectif", "sept virgule cinq", 0));
        var second = await desk.SaveAsync(desk.Camille, new GivenAnswer("effectif", "7,5", first.Revisions["effectif"]));

        var answer = await desk.AnswerAsync("effectif");
        Assert.Equal(("7,5", 2, null), (answer.Value, second.Revisions["effectif"], answer.OtherValue));
        Assert.Equal(desk.Camille.Id, answer.SavedBy);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_OverAValueNotSeen_KeepsBoth(Engine engine)
    {
        await using var desk = await Desk.OpenAsync(engine);
        await desk.SaveAsync(desk.Camille, new GivenAnswer("effectif", "7", 0));

        var saved = await desk.SaveAsync(desk.Dominique, new GivenAnswer("effectif", "8", 0), new GivenAnswer("titre", "Vendre en ligne", 0));

        var answer = await desk.AnswerAsync("effectif");
        Assert.Equal(["effectif"], saved.Conflicts);
        Assert.Equal(("7", "8"), (answer.Value, answer.OtherValue));
        Assert.Equal((desk.Camille.Id, desk.Dominique.Id), (answer.SavedBy!.Value, answer.OtherBy!.Value));
        // The answer that nobody disputes is saved all the same.
        Assert.Equal("Vendre en ligne", (await desk.AnswerAsync("titre")).Value);
    }

    /// <summary>The second value has been read by nobody yet: a third one waits in its author's form, and the rest of that form is saved.</summary>
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_ThirdValue_DrivesOutNeitherOfTheTwo(Engine engine)
    {
        await using var desk = await Desk.OpenAsync(engine);
        await desk.SaveAsync(desk.Camille, new GivenAnswer("effectif", "7", 0));
        await desk.SaveAsync(desk.Dominique, new GivenAnswer("effectif", "8", 0));

        var third = await desk.SaveAsync(desk.Camille, new GivenAnswer("effectif", "9", 0), new GivenAnswer("titre", "Vendre en ligne", 0));
        var sameHand = await desk.SaveAsync(desk.Dominique, new GivenAnswer("effectif", "8,5", 0));

        var answer = await desk.AnswerAsync("effectif");
        Assert.Contains("déjà deux valeurs", Assert.Single(third.NotKept).Value, StringComparison.Ordinal);
        Assert.Empty(sameHand.NotKept);
        Assert.Equal(("7", "8,5", desk.Dominique.Id), (answer.Value, answer.OtherValue, answer.OtherBy!.Value));
        Assert.Equal("Vendre en ligne", (await desk.AnswerAsync("titre")).Value);
    }

    [Fact]
    public async Task Execute_LeftAsItWasShown_IsNoSecondValue()
    {
        await using var desk = await Desk.OpenAsync(Engine.Sqlite);
        await desk.SaveAsync(desk.Camille, new GivenAnswer("effectif", "7", 0));
        await desk.SaveAsync(desk.Camille, new GivenAnswer("effectif", "8", 1));

        var saved = await desk.SaveAsync(desk.Dominique, new GivenAnswer("effectif", "7", 1, IsAsShown: true));

        var answer = await desk.AnswerAsync("effectif");
        Assert.Empty(saved.Conflicts);
        Assert.Equal(("8", null), (answer.Value, answer.OtherValue));
    }

    [Theory]
    [InlineData(true, "8")]
    [InlineData(false, "7")]
    public async Task Choose_OneOfTwo_SettlesIt(bool other, string kept)
    {
        await using var desk = await Desk.OpenAsync(Engine.Sqlite);
        await desk.SaveAsync(desk.Camille, new GivenAnswer("effectif", "7", 0));
        await desk.SaveAsync(desk.Dominique, new GivenAnswer("effectif", "8", 0));

        await using var db = desk.Database.Open();
        Assert.True((await new ChooseAnswer(db, desk.Database.Clock).ExecuteAsync(desk.Draft, "eligibilite", "effectif", other, desk.Camille.AsActor(), Stop)).IsDone);

        var answer = await desk.AnswerAsync("effectif");
        Assert.Equal((kept, null), (answer.Value, answer.OtherValue));
    }

    /// <summary>The name of the project stands at the head of every page: the one chosen, not the one that was there before.</summary>
    [Fact]
    public async Task Choose_TheOtherTitle_NamesTheApplication()
    {
        await using var desk = await Desk.OpenAsync(Engine.Sqlite);
        await desk.SaveAsync(desk.Camille, new GivenAnswer("titre", "Vendre en ligne", 0));
        await desk.SaveAsync(desk.Dominique, new GivenAnswer("titre", "Notre boutique", 0));

        await using var db = desk.Database.Open();
        Assert.True((await new ChooseAnswer(db, desk.Database.Clock).ExecuteAsync(desk.Draft, "projet", "titre", true, desk.Camille.AsActor(), Stop)).IsDone);

        Assert.Equal("Notre boutique", (await db.Applications.AsNoTracking().SingleAsync(found => found.Id == desk.Draft, Stop)).Title);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_ManyAtTheSameInstant_LosesNone(Engine engine)
    {
        await using var desk = await Desk.OpenAsync(engine);
        var keys = Enumerable.Range(0, 12).Select(i => $"champ-{i}").ToList();

        await Task.WhenAll(keys.Select(key => desk.SaveAsync(desk.Camille, new GivenAnswer(key, "oui", 0))));

        await using var db = desk.Database.Open();
        Assert.Equal(keys.Order(), (await db.Answers.Where(answer => answer.Key.StartsWith("champ-")).Select(answer => answer.Key).ToListAsync(Stop)).Order());
    }

    [Fact]
    public async Task Execute_SameValueTwice_ChangesNothing()
    {
        await using var desk = await Desk.OpenAsync(Engine.Sqlite);
        await desk.SaveAsync(desk.Camille, new GivenAnswer("effectif", "7", 0));

        var again = await desk.SaveAsync(desk.Camille, new GivenAnswer("effectif", "7", 0));

        Assert.Empty(again.Conflicts);
        Assert.Equal(1, again.Revisions["effectif"]);
    }

    [Fact]
    public async Task Execute_AnotherOrganisation_FindsNothing()
    {
        await using var desk = await Desk.OpenAsync(Engine.Sqlite);
        await using var db = desk.Database.Open();
        var stranger = await db.AccountAsync(desk.Database.Clock, "Sacha Loin");

        var saved = await new SaveAnswers(db, desk.Database.Clock).ExecuteAsync(desk.Draft, "eligibilite", stranger.AsActor(), [new("effectif", "1", 0)], Stop);

        Assert.Equal(Refusal.NotFound, saved.Refusal);
    }

    [Fact]
    public async Task Execute_SomebodyWhoHasLeft_FindsNothing()
    {
        await using var desk = await Desk.OpenAsync(Engine.Sqlite);
        await using var db = desk.Database.Open();
        (await db.Memberships.SingleAsync(membership => membership.AccountId == desk.Dominique.Id, Stop)).LeftAt = desk.Database.Clock.Instant();
        await db.CommitAsync(new(Actor.System, "Left", "test/1"), Stop);

        var saved = await new SaveAnswers(db, desk.Database.Clock).ExecuteAsync(desk.Draft, "eligibilite", desk.Dominique.AsActor(), [new("effectif", "1", 0)], Stop);

        Assert.Equal(Refusal.NotFound, saved.Refusal);
    }

    [Fact]
    public async Task Execute_FiledApplication_ChangesOnlyWhatWasAsked()
    {
        await using var desk = await Desk.OpenAsync(Engine.Sqlite);
        await using var db = desk.Database.Open();
        var application = await db.Applications.SingleAsync(found => found.Id == desk.Draft, Stop);
        var now = desk.Database.Clock.Instant();
        application.Move(FileAction.File, desk.Camille.AsActor(), now);
        await db.CommitAsync(new(desk.Camille.AsActor(), "Filed", Act.Application(desk.Draft)), Stop);
        var save = new SaveAnswers(db, desk.Database.Clock);
        Assert.Equal(Refusal.Conflict, (await save.ExecuteAsync(desk.Draft, "projet", desk.Camille.AsActor(), [new("titre", "Autre", 0)], Stop)).Refusal);

        application.Move(FileAction.RequestMissingItems, new(null, Role.Officer), now);
        var request = Guid.CreateVersion7();
        db.Add(new MissingItemsRequest
        {
            Id = request,
            ApplicationId = desk.Draft,
            SentAt = now,
            SentBy = desk.Camille.Id,
            DueOn = now.DayInParis().AddDays(15),
            Items = [new() { Id = Guid.CreateVersion7(), RequestId = request, Section = "projet", Label = "Le nom du projet" }],
        });
        await db.CommitAsync(new(Actor.System, "Asked", Act.Application(desk.Draft)), Stop);

        Assert.True((await save.ExecuteAsync(desk.Draft, "projet", desk.Camille.AsActor(), [new("titre", "Vendre en ligne", 0)], Stop)).IsDone);
        Assert.Equal(Refusal.Conflict, (await save.ExecuteAsync(desk.Draft, "eligibilite", desk.Camille.AsActor(), [new("effectif", "1", 0)], Stop)).Refusal);

        await save.ExecuteAsync(desk.Draft, "projet", desk.Dominique.AsActor(), [new("titre", "Vendre au marché", 0)], Stop);
        var answer = new AnswerMissingItems(db, Messages.ReviewOffice.Portal, desk.Database.Clock);
        Assert.Contains("deux valeurs", (await answer.ExecuteAsync(desk.Draft, desk.Camille.AsActor(), withoutTheRest: false, Stop)).Message, StringComparison.Ordinal);
        await new ChooseAnswer(db, desk.Database.Clock).ExecuteAsync(desk.Draft, "projet", "titre", keepsOther: false, desk.Camille.AsActor(), Stop);
        Assert.True((await answer.ExecuteAsync(desk.Draft, desk.Camille.AsActor(), withoutTheRest: false, Stop)).IsDone);
    }

    [Fact]
    public async Task Execute_TextTooLong_SaysSoAndSavesTheRest()
    {
        await using var desk = await Desk.OpenAsync(Engine.Sqlite);

        var saved = await desk.SaveAsync(desk.Camille, new GivenAnswer("besoin", new('a', Answer.LongestValue + 1), 0), new GivenAnswer("titre", "Vendre en ligne", 0));

        Assert.Contains("8000", saved.NotKept["besoin"], StringComparison.Ordinal);
        Assert.Equal("Vendre en ligne", (await desk.AnswerAsync("titre")).Value);
    }

    /// <summary>A draft that two colleagues share.</summary>
    private sealed class Desk(TestDatabase database, Account camille, Account dominique, Guid draft) : IAsyncDisposable
    {
        public TestDatabase Database => database;

        public Account Camille => camille;

        public Account Dominique => dominique;

        public Guid Draft => draft;

        public static async Task<Desk> OpenAsync(Engine engine)
        {
            var database = await TestDatabase.CreateAsync(engine);
            await using var db = database.Open();
            var camille = await db.AccountAsync(database.Clock);
            var dominique = await db.AccountAsync(database.Clock, "Dominique Petit");
            var organisation = await db.OrganisationAsync(database.Clock, "900100017", camille, dominique);
            return new(database, camille, dominique, await db.DraftAsync(database.Clock, organisation, camille));
        }

        public async Task<SavedAnswers> SaveAsync(Account who, params GivenAnswer[] given)
        {
            await using var db = database.Open();
            return (await new SaveAnswers(db, database.Clock).ExecuteAsync(draft, "eligibilite", who.AsActor(), given, Stop)).Value;
        }

        public async Task<Answer> AnswerAsync(string key)
        {
            await using var db = database.Open();
            return await db.Answers.AsNoTracking().SingleAsync(answer => answer.ApplicationId == draft && answer.Key == key, Stop);
        }

        public ValueTask DisposeAsync() => database.DisposeAsync();
    }
}
