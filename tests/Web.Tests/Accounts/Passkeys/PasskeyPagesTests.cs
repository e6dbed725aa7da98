using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Accounts.Passkeys;

/// <summary>The pages of passkeys, without the browser's ceremonies: those are in the browser tests.</summary>
public sealed class PasskeyPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Forged = """{"id":"AQID","rawId":"AQID","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"AAAA","signature":"AAAA"},"clientExtensionResults":{}}""";

    [Theory]
    [InlineData("", false)]
    [InlineData("{", false)]
    [InlineData(Forged, false)]
    [InlineData(Forged, true)]
    public async Task SignIn_NothingThatAKeySigned_SignsNobodyIn(string credential, bool isAsked)
    {
        var person = host.Visitor();
        await person.GoAsync("/connexion/cle");
        if (isAsked)
        {
            await person.PostAsync("/connexion/cle?handler=Options");
            Assert.Equal("application/json", person.Response.Content.Headers.ContentType?.MediaType);
            await person.GoAsync("/connexion/cle");
        }

        await person.PostAsync("/connexion/cle", ("cle", credential));

        Assert.Equal((200, "/connexion/cle"), (person.Status, person.Address));
        Assert.Contains("La connexion n’a pas abouti", person.Text, StringComparison.Ordinal);
        await person.GoAsync("/compte");
        Assert.StartsWith("/connexion", person.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_NothingThatADeviceMade_KeepsTheNameAndAddsNothing()
    {
        var person = await host.SignedInAsync(await AccountAsync());
        await person.GoAsync("/compte/cles");

        await person.PostAsync("/compte/cles?handler=Add", ("cle", Forged), ("nom", "Mon téléphone"));

        Assert.NotNull(person.ErrorOf("nom"));
        Assert.Equal("Mon téléphone", person.ValueOf("nom"));
        Assert.StartsWith("Erreur", person.Page.Title, StringComparison.Ordinal);
        Assert.Contains("pas encore de clé", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rename_OwnKey_ShowsTheNewNameAndKeepsWhatIsWrong()
    {
        var account = await AccountAsync();
        var key = await KeyAsync(account);
        var person = await host.SignedInAsync(account);
        await person.GoAsync("/compte/cles");

        await person.PressAsync("Renommer", ($"nom-{key}", " "));
        Assert.EndsWith("Donnez un nom à cette clé.", person.ErrorOf($"nom-{key}"), StringComparison.Ordinal);
        await person.PressAsync("Renommer", ($"nom-{key}", "Bureau"));

        Assert.Contains("Bureau", person.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Remove")]
    [InlineData("Rename")]
    public async Task Change_KeyOfAnother_IsNotFound(string handler)
    {
        var owner = await AccountAsync();
        var key = await KeyAsync(owner);
        var stranger = await host.SignedInAsync(await AccountAsync());
        await stranger.GoAsync("/compte/cles");

        await stranger.PostAsync($"/compte/cles?handler={handler}", ("cle", key), ($"nom-{key}", "Volée"));

        Assert.Equal(404, stranger.Status);
        Assert.Equal("Clé d’essai", await host.WithDatabaseAsync(db => db.Set<IdentityUserPasskey<Guid>>().Where(found => found.UserId == owner.Id).Select(found => found.Data.Name).SingleAsync()));
    }

    [Fact]
    public async Task Remove_OwnKey_WritesToItsOwner()
    {
        var account = await AccountAsync();
        await KeyAsync(account);
        var person = await host.SignedInAsync(account);
        await person.GoAsync("/compte/cles");

        await person.PressAsync("Retirer");

        Assert.Contains("pas encore de clé", person.Text, StringComparison.Ordinal);
        Assert.True(await host.WithDatabaseAsync(db => db.Outbox.AnyAsync(mail => mail.To == account.Email && mail.Subject.Contains("Clé d’accès retirée"))));
    }

    private Task<Account> AccountAsync() => host.WithDatabaseAsync(db => db.AccountAsync(host.Clock));

    private Task<string> KeyAsync(Account account) => host.WithDatabaseAsync(async db =>
    {
        var id = Guid.NewGuid().ToByteArray();
        db.Add(new IdentityUserPasskey<Guid>
        {
            UserId = account.Id,
            CredentialId = id,
            Data = new() { PublicKey = [1], Name = "Clé d’essai", CreatedAt = host.Clock.GetUtcNow(), AttestationObject = [1], ClientDataJson = [1], Transports = [] },
        });
        await db.CommitAsync(new(Actor.System, "TestPrepared", Act.Account(account.Id)), TestContext.Current.CancellationToken);
        return WebEncoders.Base64UrlEncode(id);
    });
}
