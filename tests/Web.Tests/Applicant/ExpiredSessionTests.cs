using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Applicant;

/// <summary>A session that expires in the middle of a form takes nothing with it, without JavaScript.</summary>
public sealed class ExpiredSessionTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Form_SentAfterTheSession_IsTakenUpOnceSignedInAgain()
    {
        var (me, id) = await host.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(host.Clock);
            var organisation = await db.OrganisationAsync(host.Clock, "732829320", account);
            return (account, await db.DraftAsync(host.Clock, organisation, account));
        });
        var person = await host.SignedInAsync(me);
        await person.GoAsync($"/demandes/{id}/projet");
        await host.WithDatabaseAsync(db => db.Sessions.Where(session => session.AccountId == me.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, host.Clock.GetUtcNow().UtcDateTime), TestContext.Current.CancellationToken));

        await person.PressAsync("Enregistrer et continuer", ("titre", "Une boutique « en ligne »\net un <b>"));

        Assert.StartsWith("/connexion?retour=", person.Address, StringComparison.Ordinal);
        var back = Uri.UnescapeDataString(person.Address["/connexion?retour=".Length..]);
        Assert.Empty(await AnswersAsync(id));
        var other = await host.SignedInAsync(await host.WithDatabaseAsync(db => db.AccountAsync(host.Clock, "Sacha Petit")));
        await other.GoAsync(back);
        Assert.Equal(404, other.Status);
        person = await host.SignedInAsync(me);
        await person.GoAsync(back);
        await person.PressAsync("Reprendre et enregistrer");
        Assert.Contains("Une boutique « en ligne »\net un <b>", await AnswersAsync(id));
    }

    [Fact]
    public async Task Form_OfSomebodyNeverSignedIn_IsNotKept()
    {
        var before = await host.WithDatabaseAsync(db => db.ParkedForms.CountAsync(TestContext.Current.CancellationToken));
        var visitor = host.Visitor();
        using var content = new FormUrlEncodedContent([new("titre", "x")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/demandes/{Guid.NewGuid()}/projet") { Content = content };

        await visitor.SendAsync(request);

        Assert.StartsWith("/connexion", visitor.Address, StringComparison.Ordinal);
        Assert.Equal(before, await host.WithDatabaseAsync(db => db.ParkedForms.CountAsync(TestContext.Current.CancellationToken)));
    }

    private Task<List<string>> AnswersAsync(Guid id) => host.WithDatabaseAsync(db =>
        db.Answers.Where(answer => answer.ApplicationId == id).Select(answer => answer.Value).ToListAsync(TestContext.Current.CancellationToken));
}
