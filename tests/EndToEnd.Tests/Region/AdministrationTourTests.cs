using Iness.Casework.Lifecycle;
using Iness.EndToEnd.Tests.Browser;

namespace Iness.EndToEnd.Tests.Region;

/// <summary>The pages of the administrator and of the finance people, as they are and with their errors, on a tablet and on a desk.</summary>
public sealed class AdministrationTourTests(Portal portal)
{
    [Theory]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task Pages_OfTheAdministration_AreAccessible(int width)
    {
        var administrator = await Desk.AgentAsync(portal, Role.Administrator);
        var other = await Desk.AgentAsync(portal, Role.Officer);
        var page = await portal.SignedInAsync(administrator, width);
        var account = $"/administration/comptes/{other.Id}";

        await page.SeeAsync("/administration", "/administration/comptes", account, "/administration/textes", "/administration/messages", "/administration/taches",
            "/administration/parametres", "/administration/jours-feries", "/administration/journal", "/administration/journal/verification");
        await page.SendWrongAsync("/administration/comptes/inviter", "Envoyer l’invitation");
        await page.SendWrongAsync($"{account}/fermer", "Fermer ce compte");
        await page.GotoAsync("/administration/textes");
        await page.Locator("main a[href^='/administration/textes/']").First.ClickAsync();
        await page.SeeHereAsync();
        await page.Locator("textarea").First.FillAsync("Bonjour {{inconnu}}");
        await page.PressAsync("Enregistrer une nouvelle version");
        await page.ExpectErrorAsync();
    }

    [Theory]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task Pages_OfTheBudget_AreAccessible(int width)
    {
        await Desk.PeopleAsync(portal);
        var page = await portal.SignedInAsync(await Desk.AgentAsync(portal, Role.Finance), width);
        var year = TimeProvider.System.GetUtcNow().Year;

        await page.SeeAsync("/budget", $"/budget/{year}");
        await page.Locator("main input[type=text]").First.FillAsync("beaucoup");
        await page.PressAsync("Fixer l’enveloppe");
        await page.ExpectErrorAsync();
    }
}
