using Iness.Casework.Lifecycle;
using Iness.Casework.Review;
using Iness.Casework.Tests.Messages;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Review;

/// <summary>An opinion is given once, by its link, in its time, on what was shared.</summary>
public sealed class OpinionTests
{
    private static readonly OpinionScope Scope = new(SharedParts.Project | SharedParts.Costs, []);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Give_ByTheLink_OnceEvenTwiceAtOnce(Engine engine)
    {
        await using var office = await ReviewOffice.OpenAsync(engine);
        var token = await AskedAsync(office);
        Assert.DoesNotContain(token, (await OpinionAsync(office)).TokenHash, StringComparison.Ordinal);

        var given = await Task.WhenAll(GiveAsync(office, token), GiveAsync(office, token));

        Assert.Single(given, outcome => outcome.IsDone);
        Assert.Equal("Favorable.", (await OpinionAsync(office)).Answer);
        Assert.Equal(1, await office.DoAsync(db => db.Outbox.CountAsync(mail => mail.To == office.Officer.Email && mail.Subject.StartsWith("Un avis est rendu"), Stop)));
        Assert.Equal(Refusal.NotFound, (await GiveAsync(office, token)).Refusal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Give_ExpiredRevokedOrUnknown_IsToldAlike(Engine engine)
    {
        await using var office = await ReviewOffice.OpenAsync(engine);
        var token = await AskedAsync(office);
        Assert.Equal(Outcome.NotFound, await GiveAsync(office, "inconnu"));

        office.Clock.Advance(PersonalLink.Validity - TimeSpan.FromMinutes(1));
        Assert.Equal(Refusal.Invalid, (await GiveAsync(office, token, " ")).Refusal);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(Outcome.NotFound, await GiveAsync(office, token));

        var other = await AskedAsync(office);
        var opinion = await OpinionAsync(office);
        Assert.Equal(Refusal.NotFound, (await office.DoAsync(db => new RevokeOpinion(db, office.Clock).ExecuteAsync(Guid.NewGuid(), opinion.Id, office.Officer.AsActor(), Stop))).Refusal);
        Assert.True((await office.DoAsync(db => new RevokeOpinion(db, office.Clock).ExecuteAsync(office.Application, opinion.Id, office.Officer.AsActor(), Stop))).IsDone);
        Assert.Equal(Outcome.NotFound, await GiveAsync(office, other));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Give_OnceTheFileAwaitsNoDecision_IsRefusedAsAnUnknownLink(Engine engine)
    {
        await using var office = await ReviewOffice.OpenAsync(engine);
        var token = await AskedAsync(office);
        Assert.NotNull(await FindAsync(office, token));
        await office.DoAsync(async db =>
        {
            (await db.Applications.SingleAsync(found => found.Id == office.Application, Stop)).Move(FileAction.Withdraw, office.Author.AsActor(), office.Clock.Instant());
            await db.CommitAsync(new(office.Author.AsActor(), "Withdrawn", "x"), Stop);
            return true;
        });

        Assert.Null(await FindAsync(office, token));
        Assert.Equal(Outcome.NotFound, await GiveAsync(office, token));
        Assert.Null((await OpinionAsync(office)).Answer);
    }

    [Theory]
    [InlineData("Ce coût est-il juste ?\n\nÉléments communiqués : le projet.", "Ce coût est-il juste ?", "Éléments communiqués : le projet.")]
    [InlineData("Sans rien.", "Sans rien.", null)]
    public void Split_KeptQuestion_SetsApartWhatIsShared(string kept, string question, string? shared) => Assert.Equal((question, shared), SharedPartsWords.Split(kept));

    [Fact]
    public async Task Link_Widened_OpensNothing()
    {
        await using var office = await ReviewOffice.OpenAsync(Engine.Sqlite);
        var token = await AskedAsync(office);
        Assert.Equal(Scope.Parts, PersonalLink.ScopeOf(token)!.Parts);
        Assert.EndsWith("Éléments communiqués : le projet ; les dépenses.", (await OpinionAsync(office)).Question, StringComparison.Ordinal);

        // Le même secret, avec tout.
        var bytes = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(token);
        bytes[^1] = 15;
        var widened = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(bytes);

        Assert.Equal(15, (int)PersonalLink.ScopeOf(widened)!.Parts);
        Assert.Equal(Outcome.NotFound, await GiveAsync(office, widened));
    }

    [Fact]
    public void Scope_WithDocuments_IsReadFromItsLink()
    {
        var scope = new OpinionScope(SharedParts.Organisation, [.. Enumerable.Range(0, OpinionScope.MostDocuments).Select(_ => Guid.NewGuid())]);

        var read = PersonalLink.ScopeOf(PersonalLink.NewToken(scope))!;

        Assert.Equal(scope.Parts, read.Parts);
        Assert.Equal(scope.Documents, read.Documents);
        Assert.Null(PersonalLink.ScopeOf("lien"));
        Assert.Null(PersonalLink.ScopeOf("?"));
    }

    [Fact]
    public async Task Ask_WithADocumentOfAnotherFile_IsRefused()
    {
        await using var office = await ReviewOffice.OpenAsync(Engine.Sqlite);

        Assert.Equal(Refusal.Conflict, (await AskAsync(office, Scope with { Documents = [Guid.NewGuid()] })).Refusal);
    }

    [Fact]
    public async Task Ask_OfAFileWithdrawn_IsRefused()
    {
        await using var office = await ReviewOffice.OpenAsync(Engine.Sqlite);
        await office.DoAsync(async db =>
        {
            (await db.Applications.SingleAsync(found => found.Id == office.Application, Stop)).Move(FileAction.Withdraw, office.Author.AsActor(), office.Clock.Instant());
            await db.CommitAsync(new(office.Author.AsActor(), "Withdrawn", "x"), Stop);
            return true;
        });

        Assert.Equal(Refusal.Conflict, (await AskAsync(office, Scope)).Refusal);
    }

    private static Task<Opinion> OpinionAsync(ReviewOffice office) => office.DoAsync(db => db.Opinions.AsNoTracking().OrderByDescending(found => found.AskedAt).FirstAsync(Stop));

    private static Task<Opinion?> FindAsync(ReviewOffice office, string token) => office.DoAsync(db => new GiveOpinion(db, ReviewOffice.Portal, office.Clock).FindAsync(token, Stop));

    private static Task<Outcome> GiveAsync(ReviewOffice office, string token, string answer = "Favorable.") =>
        office.DoAsync(db => new GiveOpinion(db, ReviewOffice.Portal, office.Clock).ExecuteAsync(token, answer, Stop));

    private static Task<Outcome> AskAsync(ReviewOffice office, OpinionScope scope) => office.DoAsync(db => new AskOpinion(db, ReviewOffice.Portal, office.Clock)
        .ExecuteAsync(office.Application, office.Officer.AsActor(), new("Lou Marchand", "lou@exemple.fr", "Ce coût est-il juste ?", scope), Stop));

    private static async Task<string> AskedAsync(ReviewOffice office)
    {
        Assert.True((await AskAsync(office, Scope)).IsDone);
        var body = await office.DoAsync(db => db.Outbox.Where(mail => mail.To == "lou@exemple.fr").OrderByDescending(mail => mail.CreatedAt).Select(mail => mail.Body).FirstAsync(Stop));
        return body.Split("/avis/")[1].Split('\n')[0];
    }
}
