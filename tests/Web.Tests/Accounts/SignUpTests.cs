using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Accounts;

/// <summary>From nothing to signed in, and what a stranger can learn on the way: nothing.</summary>
public sealed class SignUpTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task SignUp_ThenConfirmed_SignsInAndOut()
    {
        var sacha = new Newcomer(portal);
        var person = await sacha.SignUpAsync();
        Assert.Equal("Consultez votre messagerie", person.Heading);

        await person.GoAsync(await sacha.LinkAsync());
        Assert.False((await sacha.AccountAsync()).EmailConfirmed);
        await person.PressAsync("Confirmer mon adresse", ("mot-de-passe", Newcomer.GoodPassword));
        Assert.Equal("Se connecter", person.Heading);
        Assert.Contains("Votre adresse est confirmée", person.Text, StringComparison.Ordinal);
        await sacha.SignInAsync(browser: person);
        Assert.Equal("/demandes", person.Address);
        Assert.Contains("Sacha Morel", person.Page.Body!.TextContent, StringComparison.Ordinal);

        await person.PressAsync("Se déconnecter");
        Assert.True(person.Response.Headers.CacheControl is null or { NoStore: true } or { NoCache: true });
        await person.GoAsync("/compte");
        Assert.StartsWith("/connexion", person.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignUp_KnownAddress_GivesTheSamePageAndWarnsItsOwner()
    {
        var (known, unknown) = (new Newcomer(portal), new Newcomer(portal));
        await known.OpenAsync();
        var before = await known.AccountAsync();

        var pages = (Known: await known.SignUpAsync(password: "une autre longue phrase"), Unknown: await unknown.SignUpAsync());

        Assert.Equal((pages.Unknown.Status, pages.Unknown.Address, pages.Unknown.Text), (pages.Known.Status, pages.Known.Address, pages.Known.Text));
        Assert.Equal("Vous avez déjà un compte Iness", (await known.MailsAsync())[^1].Subject);
        Assert.Equal(before.PasswordHash, (await known.AccountAsync()).PasswordHash);
    }

    /// <summary>Whoever asked first has not proved the address: the owner must never confirm a password that somebody else chose.</summary>
    [Fact]
    public async Task SignUp_Again_BeforeConfirming_LeavesTheLastPasswordAlone()
    {
        var sacha = new Newcomer(portal);
        await sacha.SignUpAsync(password: "mot choisi par un intrus");
        var first = await sacha.LinkAsync();
        await sacha.SignUpAsync();

        var person = portal.Visitor();
        await person.GoAsync(first);
        Assert.Equal("Ce lien ne fonctionne plus", person.Heading);
        await person.GoAsync(await sacha.LinkAsync());
        await person.PressAsync("Confirmer mon adresse", ("mot-de-passe", Newcomer.GoodPassword));

        Assert.Equal("Se connecter", (await sacha.SignInAsync("mot choisi par un intrus")).Heading);
        Assert.Equal("/demandes", (await sacha.SignInAsync()).Address);
    }

    /// <summary>An intruder who asks last would otherwise have the owner of the address open an account with the intruder's password.</summary>
    [Fact]
    public async Task Confirmation_OfAPasswordThatSomebodyElseChose_IsRefused()
    {
        var sacha = new Newcomer(portal);
        await sacha.SignUpAsync();
        await sacha.SignUpAsync(password: "mot choisi par un intrus");

        var person = portal.Visitor();
        await person.GoAsync(await sacha.LinkAsync());
        await person.PressAsync("Confirmer mon adresse", ("mot-de-passe", Newcomer.GoodPassword));

        Assert.Contains("Ce n’est pas le mot de passe", person.ErrorOf("mot-de-passe"), StringComparison.Ordinal);
        Assert.False((await sacha.AccountAsync()).EmailConfirmed);
    }

    [Theory]
    [InlineData("court", "Allongez")]
    [InlineData("motdepasse2026", "trop facile")]
    [InlineData("aaaaabbbbbccccc", "trop les mêmes")]
    [InlineData("SachaMorel2026", "votre nom")]
    [InlineData("azertyuiopqsdfghjklm", "trop facile")]
    public async Task SignUp_EasyPassword_IsRefusedAndTheRestKept(string password, string why)
    {
        var sacha = new Newcomer(portal);

        var person = await sacha.SignUpAsync(password: password);

        Assert.StartsWith("Erreur : ", person.Page.Title, StringComparison.Ordinal);
        Assert.Contains(why, person.ErrorOf("mot-de-passe"), StringComparison.Ordinal);
        Assert.Equal(("Sacha", "Morel", sacha.Email, null), (person.ValueOf("prenom"), person.ValueOf("nom"), person.ValueOf("courriel"), person.ValueOf("mot-de-passe")));
        Assert.Empty(await sacha.MailsAsync());
    }

    [Fact]
    public async Task SignUp_FromAnInvitation_ComesBackToIt()
    {
        var sacha = new Newcomer(portal);
        var person = portal.Visitor();
        await person.GoAsync("/invitations/secret-d-essai");
        await person.FollowAsync("Créer un compte");
        await sacha.SignUpAsync(person.Address, browser: person);
        await person.GoAsync(await sacha.LinkAsync());
        await person.PressAsync("Confirmer mon adresse", ("mot-de-passe", Newcomer.GoodPassword));
        await person.PressAsync("Se connecter", ("courriel", sacha.Email), ("mot-de-passe", Newcomer.GoodPassword));

        Assert.Equal("/invitations/secret-d-essai", person.Address);
    }

    [Fact]
    public async Task Confirmation_TooLate_IsSentAgainByARightPassword()
    {
        var sacha = new Newcomer(portal);
        await sacha.SignUpAsync();
        portal.Clock.Advance(TimeSpan.FromDays(3));
        var person = portal.Visitor();
        await person.GoAsync(await sacha.LinkAsync());
        Assert.Equal("Ce lien ne fonctionne plus", person.Heading);

        await sacha.SignInAsync(browser: person);

        Assert.Equal("Consultez votre messagerie", person.Heading);
        await person.GoAsync(await sacha.LinkAsync());
        await person.PressAsync("Confirmer mon adresse", ("mot-de-passe", Newcomer.GoodPassword));
        Assert.True((await sacha.AccountAsync()).EmailConfirmed);
    }

    [Fact]
    public async Task SignUp_ManyTimes_DoesNotFillAMailbox()
    {
        var sacha = new Newcomer(portal);
        for (var times = 0; times < Casework.Accounts.AccountMail.MostPerHour + 2; times++) await sacha.SignUpAsync();

        Assert.Equal(Casework.Accounts.AccountMail.MostPerHour, (await sacha.MailsAsync()).Count);
        var person = portal.Visitor();
        await person.GoAsync(await sacha.LinkAsync());
        Assert.Equal("Confirmer votre adresse", person.Heading);
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Users.CountAsync(account => account.Email == sacha.Email, TestContext.Current.CancellationToken)));
    }
}
