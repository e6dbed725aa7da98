using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Accounts;

/// <summary>Signing in with a password, and everything that must not let anybody in.</summary>
public sealed class SignInTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_Refused_SaysTheSameInEveryCase()
    {
        var (known, closed, unknown) = (new Newcomer(portal), new Newcomer(portal), new Newcomer(portal));
        await known.OpenAsync();
        await closed.OpenAsync();
        await portal.WithDatabaseAsync(db => db.Users.Where(account => account.Email == closed.Email).ExecuteUpdateAsync(set => set.SetProperty(account => account.ClosedAt, portal.Clock.GetUtcNow().UtcDateTime), Stop));
        var without = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock));

        var wrong = await known.SignInAsync("une autre longue phrase");
        Assert.StartsWith("Erreur : ", wrong.Page.Title, StringComparison.Ordinal);
        Assert.Equal((known.Email, null), (wrong.ValueOf("courriel"), wrong.ValueOf("mot-de-passe")));
        var others = new[] { await unknown.SignInAsync(), await closed.SignInAsync(), await SignInAsync(without.Email!) };

        Assert.All(others, other => Assert.Equal((wrong.Status, wrong.Address, wrong.Text), (other.Status, other.Address, other.Text)));
    }

    [Fact]
    public async Task SignIn_FiveWrong_BlocksTheRightOneWithTheSameWords()
    {
        var sacha = new Newcomer(portal);
        await sacha.OpenAsync();
        var wrong = (await sacha.SignInAsync("une autre longue phrase")).Text;
        for (var tries = 1; tries < 5; tries++) await sacha.SignInAsync("une autre longue phrase");

        var right = await sacha.SignInAsync();

        Assert.Equal(("/connexion", wrong), (right.Address, right.Text));
        var id = (await sacha.AccountAsync()).Id;
        var told = await portal.WithDatabaseAsync(async db => await db.AuditLog.AsNoTracking().Where(entry => entry.Action == "SignInAttempted" && entry.Subject == $"account/{id}").OrderBy(entry => entry.Sequence).LastAsync(Stop));
        Assert.Null(told.ActorId);
    }

    [Fact]
    public async Task SignIn_ManyWrongAtOnce_AreCountedEach()
    {
        var sacha = new Newcomer(portal);
        await sacha.OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => sacha.SignInAsync("une autre longue phrase")));

        Assert.Equal("/connexion", (await sacha.SignInAsync()).Address);
    }

    [Theory]
    [InlineData("https://exemple.org/")]
    [InlineData("//exemple.org/")]
    [InlineData("/\\exemple.org")]
    public async Task SignIn_ReturnOutsideThePortal_IsForgotten(string outside)
    {
        var sacha = new Newcomer(portal);
        await sacha.OpenAsync();
        var person = portal.Visitor();

        await person.GoAsync($"/connexion?retour={Uri.EscapeDataString(outside)}");
        await person.PressAsync("Se connecter", ("courriel", sacha.Email), ("mot-de-passe", Newcomer.GoodPassword), ("retour", outside));

        Assert.Equal("/demandes", person.Address);
    }

    [Fact]
    public async Task SignIn_AccountWithASecondFactor_IsNotLetInByThePasswordAlone()
    {
        var sacha = new Newcomer(portal);
        await sacha.OpenAsync();
        await portal.WithDatabaseAsync(db => db.Users.Where(account => account.Email == sacha.Email).ExecuteUpdateAsync(set => set.SetProperty(account => account.TwoFactorEnabled, true), Stop));

        var person = await sacha.SignInAsync();

        Assert.Equal("/connexion/code", person.Address);
        await person.GoAsync("/compte");
        Assert.StartsWith("/connexion?", person.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_MoreThanAMinuteAllows_IsRefusedByAPage()
    {
        await using var strict = portal.WithWebHostBuilder(host => host.UseScratchData().UseSetting("Accounts:EntryPermitsPerMinute", "2"));
        var person = new Person(strict.CreateClient(new() { AllowAutoRedirect = false }));
        await person.GoAsync("/connexion");
        for (var tries = 0; tries < 2; tries++) await person.PressAsync("Se connecter", ("courriel", "a@exemple.fr"), ("mot-de-passe", "x"));
        Assert.Equal(StatusCodes.Status200OK, person.Status);

        await person.PressAsync("Se connecter", ("courriel", "a@exemple.fr"), ("mot-de-passe", "x"));

        Assert.Equal((StatusCodes.Status429TooManyRequests, "Trop d’essais en peu de temps"), (person.Status, person.Heading));
        Assert.NotNull(person.Response.Headers.RetryAfter);
        // The other ways in count in the same minute.
        foreach (var door in new[] { "/connexion/code", "/connexion/cle" })
        {
            await person.PostAsync(door);
            Assert.Equal(StatusCodes.Status429TooManyRequests, person.Status);
        }

        await person.GoAsync("/connexion");
        Assert.Equal(StatusCodes.Status200OK, person.Status);
    }

    private async Task<Person> SignInAsync(string email)
    {
        var person = portal.Visitor();
        await person.GoAsync("/connexion");
        await person.PressAsync("Se connecter", ("courriel", email), ("mot-de-passe", Newcomer.GoodPassword));
        return person;
    }
}
