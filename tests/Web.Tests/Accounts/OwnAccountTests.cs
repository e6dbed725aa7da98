using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Accounts;

/// <summary>A forgotten password, a changed one, one's name and one's sessions.</summary>
public sealed class OwnAccountTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Other = "sept pommes et un vélo";

    [Fact]
    public async Task Forgotten_UnknownOrUnconfirmed_GivesTheSamePageAndNoMail()
    {
        var (known, unknown, unconfirmed) = (new Newcomer(portal), new Newcomer(portal), new Newcomer(portal));
        await known.OpenAsync();
        await unconfirmed.SignUpAsync();

        var page = await known.ForgetAsync();

        foreach (var other in new[] { await unknown.ForgetAsync(), await unconfirmed.ForgetAsync() })
            Assert.Equal((page.Status, page.Address, page.Text), (other.Status, other.Address, other.Text));
        Assert.Equal("Choisissez un nouveau mot de passe Iness", (await known.MailsAsync())[^1].Subject);
        Assert.Empty(await unknown.MailsAsync());
        Assert.Single(await unconfirmed.MailsAsync());
    }

    [Fact]
    public async Task Reset_EndsEverySession_LiftsTheBlock_AndWorksOnce()
    {
        var sacha = new Newcomer(portal);
        await sacha.OpenAsync();
        var elsewhere = await sacha.SignInAsync();
        for (var tries = 0; tries < 5; tries++) await sacha.SignInAsync("une autre longue phrase");
        await sacha.ForgetAsync();
        var (person, link) = (portal.Visitor(), await sacha.LinkAsync());

        await person.GoAsync(link);
        await person.PressAsync("Changer le mot de passe", ("mot-de-passe", "motdepasse2026"));
        Assert.Contains("trop facile", person.ErrorOf("mot-de-passe"), StringComparison.Ordinal);
        await person.PressAsync("Changer le mot de passe", ("mot-de-passe", Other));

        Assert.Contains("Votre mot de passe est changé", person.Text, StringComparison.Ordinal);
        await elsewhere.GoAsync("/compte");
        Assert.StartsWith("/connexion", elsewhere.Address, StringComparison.Ordinal);
        Assert.Equal("/demandes", (await sacha.SignInAsync(Other)).Address);
        Assert.Equal("/connexion", (await sacha.SignInAsync()).Address);
        await person.GoAsync(link);
        Assert.Equal("Ce lien ne fonctionne plus", person.Heading);
        await person.PostAsync(link);
        Assert.Equal("/demandes", (await sacha.SignInAsync(Other)).Address);
    }

    [Fact]
    public async Task Reset_AfterAnHour_WorksNoMore()
    {
        var sacha = new Newcomer(portal);
        await sacha.OpenAsync();
        await sacha.ForgetAsync();
        var person = portal.Visitor();
        await person.GoAsync(await sacha.LinkAsync());
        portal.Clock.Advance(TimeSpan.FromHours(1));

        await person.PressAsync("Changer le mot de passe", ("mot-de-passe", Other));

        Assert.Equal("Ce lien ne fonctionne plus", person.Heading);
    }

    [Fact]
    public async Task Password_Changed_EndsTheOtherSessionsAndTellsTheOwner()
    {
        var sacha = new Newcomer(portal);
        await sacha.OpenAsync();
        var (person, elsewhere) = (await sacha.SignInAsync(), await sacha.SignInAsync());
        await person.GoAsync("/compte/mot-de-passe");
        await person.PressAsync("Changer le mot de passe", ("actuel", "une autre longue phrase"), ("nouveau", Other));
        Assert.NotNull(person.ErrorOf("actuel"));
        Assert.Equal(1, (await sacha.AccountAsync()).AccessFailedCount);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));

        await person.PressAsync("Changer le mot de passe", ("actuel", Newcomer.GoodPassword), ("nouveau", Other));

        Assert.Equal("Mon compte", person.Heading);
        Assert.Equal("Votre mot de passe Iness a changé", (await sacha.MailsAsync())[^1].Subject);
        await elsewhere.GoAsync("/compte");
        Assert.StartsWith("/connexion", elsewhere.Address, StringComparison.Ordinal);
        Assert.Equal("/demandes", (await sacha.SignInAsync(Other)).Address);
    }

    [Fact]
    public async Task Password_GuessedFromAnOpenSession_IsBlockedAsAtTheDoor()
    {
        var sacha = new Newcomer(portal);
        await sacha.OpenAsync();
        var person = await sacha.SignInAsync();
        await person.GoAsync("/compte/mot-de-passe");
        for (var tries = 0; tries < 5; tries++) await person.PressAsync("Changer le mot de passe", ("actuel", "une autre longue phrase"), ("nouveau", Other));

        await person.PressAsync("Changer le mot de passe", ("actuel", Newcomer.GoodPassword), ("nouveau", Other));

        Assert.Contains("Trop d’essais", person.ErrorOf("actuel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_Changed_ShowsAtOnceAndKeepsTheSession()
    {
        var sacha = new Newcomer(portal);
        await sacha.OpenAsync();
        var person = await sacha.SignInAsync();
        await person.GoAsync("/compte/nom");
        await person.PressAsync("Enregistrer", ("prenom", "Alix"), ("nom", ""));
        Assert.Equal(("Alix", true), (person.ValueOf("prenom"), person.ErrorOf("nom") is not null));

        await person.PressAsync("Enregistrer", ("prenom", "Alix"), ("nom", "Petit"));

        Assert.Contains("Alix Petit", person.Page.QuerySelector(".site-header")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await portal.WithDatabaseAsync(async db => await db.Sessions.CountAsync(session => session.EndedAt == null && db.Users.Any(account => account.Id == session.AccountId && account.Email == sacha.Email), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Session_EndedFromElsewhere_OpensNothingAnyMore_AndNeverSomebodyElses()
    {
        var (sacha, stranger) = (new Newcomer(portal), new Newcomer(portal));
        await sacha.OpenAsync();
        await stranger.OpenAsync();
        var (person, lost, third, other) = (await sacha.SignInAsync(), await sacha.SignInAsync(), await sacha.SignInAsync(), await stranger.SignInAsync());
        await person.GoAsync("/compte");
        Assert.Equal(2, person.Page.QuerySelectorAll("input[name=session]").Length);
        var session = person.Page.QuerySelector("input[name=session]")!.GetAttribute("value")!;
        await other.GoAsync("/compte");
        await other.PostAsync("/compte?handler=End", ("session", session));
        Assert.Equal(404, other.Status);

        await person.PressAsync("Terminer");
        Assert.Single(person.Page.QuerySelectorAll("input[name=session]"));
        await person.PressAsync("Terminer toutes");

        Assert.Empty(person.Page.QuerySelectorAll("input[name=session]"));
        foreach (var ended in new[] { lost, third })
        {
            await ended.GoAsync("/compte");
            Assert.StartsWith("/connexion", ended.Address, StringComparison.Ordinal);
        }

        await other.GoAsync("/compte");
        Assert.Equal("Mon compte", other.Heading);
    }
}
