using Iness.Casework.Accounts;
using Iness.EndToEnd.Tests.Browser;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Accounts;

/// <summary>Passkeys, made and used by the browser itself with an authenticator that it simulates.</summary>
public sealed class PasskeyTests(Portal portal)
{
    /// <summary>The portal by a name: a browser makes no key for an address in numbers.</summary>
    private string Site => $"http://localhost:{new Uri(portal.Address).Port}";

    [Fact]
    public async Task Passkey_MadeThenUsed_OpensTheAccountWithoutPassword()
    {
        var (account, page) = await OpenAsync(isVerified: true);
        await page.GotoAsync($"{Site}/compte/cles");
        await page.GetByLabel("Nom de la clé").FillAsync("Téléphone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer une clé d’accès" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Téléphone" })).ToBeVisibleAsync();
        await page.ExpectAccessibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Se connecter" })).ToBeVisibleAsync();
        await page.GotoAsync($"{Site}/connexion/cle?retour=/compte/cles");
        await page.ExpectAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter avec une clé d’accès" }).ClickAsync();

        await page.WaitForURLAsync($"{Site}/compte/cles");
        var subject = $"account/{account.Id}";
        Assert.Contains("passkey", await portal.WithDatabaseAsync(db => db.AuditLog.Where(entry => entry.Action == "SignedIn" && entry.Subject == subject).Select(entry => entry.Details).SingleAsync()), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer la clé Téléphone" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Vous n’avez pas encore de clé d’accès.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await page.GotoAsync($"{Site}/connexion/cle");
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter avec une clé d’accès" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Cette clé n’a pas ouvert de compte" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Passkey_OwnerNotVerified_IsNotMadeAndSaysWhy()
    {
        var (_, page) = await OpenAsync(isVerified: false);
        await page.GotoAsync($"{Site}/compte/cles");

        await page.GetByRole(AriaRole.Button, new() { Name = "Créer une clé d’accès" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Vous avez annulé, ou le délai est passé");
    }

    [Fact]
    public async Task Passkey_WithoutJavaScript_SaysWhatIsNeeded()
    {
        var page = await portal.PageAsync(javaScript: false);

        await page.GotoAsync("/connexion/cle");

        await Assertions.Expect(page.GetByText("JavaScript y est désactivé")).ToBeVisibleAsync();
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter avec une clé d’accès" }).IsVisibleAsync());
    }

    private async Task<(Account Account, IPage Page)> OpenAsync(bool isVerified)
    {
        var account = await portal.WithDatabaseAsync(db => db.AccountAsync(TimeProvider.System));
        var page = await portal.SignedInAsync(account);
        foreach (var cookie in await page.Context.CookiesAsync()) await page.Context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = Site }]);
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = isVerified,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return (account, page);
    }
}
