using Iness.Casework.Lifecycle;
using Iness.Casework.Review;
using Iness.Casework.Tests.Messages;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Review;

/// <summary>An opinion is given once, by its link, in its time.</summary>
public sealed class OpinionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Give_ByTheLink_OnceEvenTwiceAtOnce(Engine engine)
    {
        await using var office = await ReviewOffice.OpenAsync(engine);
        var token = await AskAsync(office);
        Assert.DoesNotContain(token, (await OpinionAsync(office)).TokenHash, StringComparison.Ordinal);

        var given = await Task.WhenAll(GiveAsync(office, token), GiveAsync(office, token));

        Assert.Single(given, outcome => outcome.IsDone);
        Assert.Equal("Favorable.", (await OpinionAsync(office)).Answer);
        Assert.Equal(1, await office.DoAsync(db => db.Outbox.CountAsync(mail => mail.To == office.Officer.Email && mail.Subject.StartsWith("Un avis est rendu"), Stop)));
        Assert.Equal(Refusal.NotFound, (await GiveAsync(office, token)).Refusal);
    }

    [Fact]
    public async Task Give_ExpiredRevokedOrUnknown_IsToldAlike()
    {
        await using var office = await ReviewOffice.OpenAsync(Engine.Sqlite);
        var token = await AskAsync(office);
        Assert.Equal(Outcome.NotFound, await GiveAsync(office, "inconnu"));

        office.Clock.Advance(PersonalLink.Validity - TimeSpan.FromMinutes(1));
        Assert.Equal(Refusal.Invalid, (await GiveAsync(office, token, " ")).Refusal);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(Outcome.NotFound, await GiveAsync(office, token));

        var other = await AskAsync(office);
        var opinion = await OpinionAsync(office);
        Assert.Equal(Refusal.NotFound, (await office.DoAsync(db => new RevokeOpinion(db, office.Clock).ExecuteAsync(Guid.NewGuid(), opinion.Id, office.Officer.AsActor(), Stop))).Refusal);
        Assert.True((await office.DoAsync(db => new RevokeOpinion(db, office.Clock).ExecuteAsync(office.Application, opinion.Id, office.Officer.AsActor(), Stop))).IsDone);
        Assert.Equal(Outcome.NotFound, await GiveAsync(office, other));
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

        var asked = await office.DoAsync(db => new AskOpinion(db, ReviewOffice.Portal, office.Clock).ExecuteAsync(office.Application, office.Officer.AsActor(), "Lou", "lou@exemple.fr", "Qu'en pensez-vous ?", Stop));

        Assert.Equal(Refusal.Conflict, asked.Refusal);
    }

    private static Task<Opinion> OpinionAsync(ReviewOffice office) => office.DoAsync(db => db.Opinions.AsNoTracking().OrderByDescending(found => found.AskedAt).FirstAsync(Stop));

    private static Task<Outcome> GiveAsync(ReviewOffice office, string token, string answer = "Favorable.") =>
        office.DoAsync(db => new GiveOpinion(db, ReviewOffice.Portal, office.Clock).ExecuteAsync(token, answer, Stop));

    private static async Task<string> AskAsync(ReviewOffice office)
    {
        Assert.True((await office.DoAsync(db => new AskOpinion(db, ReviewOffice.Portal, office.Clock).ExecuteAsync(office.Application, office.Officer.AsActor(), "Lou Marchand", "lou@exemple.fr", "Ce coût est-il juste ?", Stop))).IsDone);
        var body = await office.DoAsync(db => db.Outbox.Where(mail => mail.To == "lou@exemple.fr").OrderByDescending(mail => mail.CreatedAt).Select(mail => mail.Body).FirstAsync(Stop));
        return body.Split("/avis/")[1].Split('\n')[0];
    }
}
