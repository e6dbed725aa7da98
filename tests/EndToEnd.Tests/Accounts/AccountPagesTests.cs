using Iness.Casework.Accounts;
using Iness.EndToEnd.Tests.Browser;
using Iness.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Accounts;

/// <summary>The pages of the entry and of one's account, as they are and with their errors, on a phone and on a desk.</summary>
public sealed class AccountPagesTests(Portal portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [CombinatorialPages("/connexion", "/connexion?avis=adresse", "/inscription", "/inscription/envoyee", "/inscription/confirmer", "/mot-de-passe/oublie", "/mot-de-passe/envoye", "/mot-de-passe/nouveau")]
    public async Task Page_OfTheEntry_IsAccessible(string path, int width)
    {
        var page = await portal.PageAsync(width);

        await page.GotoAsync(path);

        Assert.Equal(1, await page.Locator("h1").CountAsync());
        await page.ExpectAccessibleAsync();
    }

    [Theory]
    [CombinatorialPages("/compte", "/compte?avis=nom", "/compte/nom", "/compte/mot-de-passe", "/compte/fermeture")]
    public async Task Page_OfOnesAccount_IsAccessible(string path, int width)
    {
        var account = await AccountAsync();
        await portal.SignedInAsync(account);
        var page = await portal.SignedInAsync(account, width);

        await page.GotoAsync(path);

        Assert.Equal(1, await page.Locator("h1").CountAsync());
        await page.ExpectAccessibleAsync();
    }

    [Theory]
    [CombinatorialPages("/connexion|Se connecter", "/inscription|Créer mon compte", "/mot-de-passe/oublie|Recevoir un lien")]
    public async Task Form_OfTheEntry_SentEmpty_SaysWhatIsMissing(string formAndButton, int width)
    {
        var page = await portal.PageAsync(width);
        await SendAsync(page, formAndButton);

        await page.ExpectErrorAsync();
    }

    [Theory]
    [CombinatorialPages("/compte/nom|Enregistrer", "/compte/mot-de-passe|Changer le mot de passe")]
    public async Task Form_OfOnesAccount_SentEmpty_SaysWhatIsMissing(string formAndButton, int width)
    {
        var page = await portal.SignedInAsync(await AccountAsync(), width);
        await page.GotoAsync(formAndButton.Split('|')[0]);
        foreach (var name in await page.Locator("main input[type=text]").AllAsync()) await name.FillAsync("");

        await PressAsync(page, formAndButton);

        await page.ExpectErrorAsync();
    }

    /// <summary>With a keyboard and a browser, from no account to one's own page, then by a new password.</summary>
    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Account_OpenedConfirmedAndRecovered_IsAccessibleAllAlong(int width)
    {
        var email = $"alix.{Guid.NewGuid():N}@exemple.fr";
        var page = await portal.PageAsync(width);
        await page.GotoAsync("/inscription");
        await page.GetByLabel("Prénom").FillAsync("Alix");
        await page.GetByLabel("Nom", new() { Exact = true }).FillAsync("Petit");
        await page.GetByLabel("Adresse électronique").FillAsync(email);
        var password = page.GetByLabel("Mot de passe", new() { Exact = true });
        await password.FillAsync("quatre tambours verts");
        await page.GetByRole(AriaRole.Button, new() { Name = "Afficher le mot de passe" }).ClickAsync();
        await Assertions.Expect(password).ToHaveAttributeAsync("type", "text");
        await page.ExpectAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer mon compte" }).ClickAsync();
        await page.ExpectTitleAsync("Consultez votre messagerie");

        await page.GotoAsync(await LinkAsync(email));
        await page.ExpectAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirmer mon adresse" }).ClickAsync();
        await page.ExpectErrorAsync();
        await page.GetByLabel("Mot de passe choisi").FillAsync("quatre tambours verts");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirmer mon adresse" }).ClickAsync();
        await page.ExpectTitleAsync("Se connecter");
        await SignInAsync(page, email, "une autre longue phrase");
        await page.ExpectErrorAsync();

        await page.GotoAsync("/mot-de-passe/oublie");
        await page.GetByLabel("Adresse électronique").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Recevoir un lien" }).ClickAsync();
        await page.ExpectTitleAsync("Consultez votre messagerie");
        await page.GotoAsync(await LinkAsync(email));
        await page.ExpectAccessibleAsync();
        await page.GetByLabel("Nouveau mot de passe").FillAsync("motdepasse2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Changer le mot de passe" }).ClickAsync();
        await page.ExpectErrorAsync();
        await page.GetByLabel("Nouveau mot de passe").FillAsync("sept pommes et un vélo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Changer le mot de passe" }).ClickAsync();
        await page.ExpectTitleAsync("Se connecter");
        await SignInAsync(page, email, "sept pommes et un vélo");
        await page.ExpectTitleAsync("Mes demandes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Se connecter" })).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.GetByLabel("Adresse électronique").FillAsync(email);
        await page.GetByLabel("Mot de passe", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
    }

    private static async Task SendAsync(IPage page, string formAndButton)
    {
        await page.GotoAsync(formAndButton.Split('|')[0]);
        await PressAsync(page, formAndButton);
    }

    private static Task PressAsync(IPage page, string formAndButton) =>
        page.GetByRole(AriaRole.Button, new() { Name = formAndButton.Split('|')[1], Exact = true }).ClickAsync();

    /// <summary>An account that signs in by its password.</summary>
    private Task<Account> AccountAsync() => portal.WithDatabaseAsync(async db =>
    {
        var account = await db.AccountAsync(TimeProvider.System);
        var hash = new PasswordHasher<Account>().HashPassword(account, "quatre tambours verts");
        await db.Users.Where(found => found.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.PasswordHash, hash), Stop);
        return account;
    });

    /// <summary>The link of the last mail.</summary>
    private Task<string> LinkAsync(string email) => portal.WithDatabaseAsync(async db =>
    {
        var body = await db.Outbox.Where(mail => mail.To == email).OrderByDescending(mail => mail.CreatedAt).Select(mail => mail.Body).FirstAsync(Stop);
        var link = body[body.IndexOf("http", StringComparison.Ordinal)..];
        return new Uri(link[..link.IndexOf('\n', StringComparison.Ordinal)]).PathAndQuery;
    });
}
