using System.Text.RegularExpressions;
using Iness.Casework.Accounts;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Accounts.Codes;

/// <summary>Codes of an authenticator application: enabled, asked, disabled.</summary>
public sealed partial class CodesTests(CodesHost host) : IClassFixture<CodesHost>
{
    [Fact]
    public async Task Enable_FirstCodeRight_ShowsTheRecoveryCodesOnceAndWrites()
    {
        var (account, person, key) = await StartAsync();

        await person.PressAsync("Activer les codes", ("code", Totp.Now(key)));

        Assert.Equal(10, person.Page.QuerySelectorAll("#secours code").Length);
        var known = await AccountAsync(account);
        Assert.True(known.TwoFactorEnabled);
        Assert.Contains("Codes de connexion activés", await SubjectsAsync(account), StringComparison.Ordinal);
        await person.GoAsync("/compte/code");
        Assert.Empty(person.Page.QuerySelectorAll("#secours"));
        Assert.Contains("Il vous reste 10 codes de secours", person.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Replace(" ", "", StringComparison.Ordinal), await LogAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enable_FirstCodeWrong_KeepsTheKeyAndWhatWasTyped()
    {
        var (account, person, key) = await StartAsync();
        var wrong = Totp.Wrong(key);

        await person.PressAsync("Activer les codes", ("code", wrong));

        Assert.NotNull(person.ErrorOf("code"));
        Assert.Equal(wrong, person.ValueOf("code"));
        Assert.Equal(key, person.Page.QuerySelector("#cle")!.TextContent);
        Assert.StartsWith("Erreur", person.Page.Title, StringComparison.Ordinal);
        Assert.False((await AccountAsync(account)).TwoFactorEnabled);
    }

    [Fact]
    public async Task Key_Drawn_NeedsNoStyleOfItsOwn()
    {
        var (_, person, _) = await StartAsync();

        var drawing = person.Page.QuerySelector("main svg")!.OuterHtml;

        Assert.DoesNotContain("style", drawing, StringComparison.Ordinal);
        Assert.True(SquareRegex().Count(drawing) > 200);
    }

    [Fact]
    public async Task SignIn_RightCode_OpensTheSessionAndGoesWhereWanted()
    {
        var (account, key, _) = await EnabledAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var person = await host.AfterPasswordAsync(account);
        await person.GoAsync("/connexion/code?retour=/compte/donnees");

        await person.PressAsync("Se connecter", ("code", Totp.Now(key).Insert(3, " ")));

        Assert.Equal("/compte/donnees", person.Address);
        Assert.True(await host.WithDatabaseAsync(db => db.AuditLog.AnyAsync(entry => entry.Action == "SignedIn" && entry.Subject == $"account/{account.Id}" && entry.Details!.Contains("otp"))));
    }

    [Fact]
    public async Task SignIn_RecoveryCode_ServesOnce()
    {
        var (account, _, recovery) = await EnabledAsync();
        foreach (var opens in (bool[])[true, false])
        {
            var person = await host.AfterPasswordAsync(account);
            await person.GoAsync("/connexion/code");

            await person.PressAsync("Se connecter", ("code", recovery[0].ToLowerInvariant()));

            Assert.Equal(opens ? "/demandes" : "/connexion/code", person.Address);
        }
    }

    [Fact]
    public async Task SignIn_FiveWrongCodes_LocksTheAccount()
    {
        var (account, key, _) = await EnabledAsync();
        var person = await host.AfterPasswordAsync(account);
        await person.GoAsync("/connexion/code");
        for (var i = 0; i < 5; i++) await person.PressAsync("Se connecter", ("code", Totp.Wrong(key)));
        Assert.NotNull(person.ErrorOf("code"));

        await person.PressAsync("Se connecter", ("code", Totp.Now(key)));

        Assert.Contains("Trop d’essais", person.ErrorOf("code"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_NoPasswordGiven_AsksForIt()
    {
        var person = host.Visitor();

        await person.GoAsync("/connexion/code?retour=/compte");

        Assert.Equal("/connexion?retour=%2Fcompte", person.Address);
    }

    [Fact]
    public async Task Disable_WrongThenRightCode_AsksNoneAnyMore()
    {
        var (account, key, _) = await EnabledAsync();
        var person = await host.SignedInAsync(account);
        await person.GoAsync("/compte/code");
        await person.PressAsync("Désactiver les codes", ("preuve", "pas le mot de passe"));
        Assert.NotNull(person.ErrorOf("preuve"));
        Assert.True((await AccountAsync(account)).TwoFactorEnabled);

        await person.PressAsync("Désactiver les codes", ("preuve", Totp.Now(key)));

        Assert.False((await AccountAsync(account)).TwoFactorEnabled);
        Assert.Contains("Codes de connexion désactivés", await SubjectsAsync(account), StringComparison.Ordinal);
    }

    [GeneratedRegex("h1v1h-1z")]
    private static partial Regex SquareRegex();

    private async Task<(Account Account, Person Person, string Key)> StartAsync()
    {
        var account = await host.WithDatabaseAsync(async db =>
        {
            var made = await db.AccountAsync(host.Clock);
            await db.Users.Where(found => found.Id == made.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.LockoutEnabled, true));
            return made;
        });
        var person = await host.SignedInAsync(account);
        await person.GoAsync("/compte/code");
        await person.PressAsync("Commencer");
        return (account, person, person.Page.QuerySelector("#cle")!.TextContent);
    }

    private async Task<(Account Account, string Key, IReadOnlyList<string> Recovery)> EnabledAsync()
    {
        var (account, person, key) = await StartAsync();
        await person.PressAsync("Activer les codes", ("code", Totp.Now(key)));
        return (account, key, [.. person.Page.QuerySelectorAll("#secours code").Select(code => code.TextContent)]);
    }

    private Task<Account> AccountAsync(Account account) => host.WithDatabaseAsync(db => db.Users.SingleAsync(found => found.Id == account.Id));

    private Task<string> SubjectsAsync(Account account) =>
        host.WithDatabaseAsync(async db => string.Join('\n', await db.Outbox.Where(mail => mail.To == account.Email).Select(mail => mail.Subject).ToListAsync()));

    private Task<string> LogAsync() => host.WithDatabaseAsync(async db => string.Join('\n', await db.AuditLog.Select(entry => entry.Details).ToListAsync()));
}
