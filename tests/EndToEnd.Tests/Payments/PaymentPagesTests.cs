using Iness.Casework.Lifecycle;
using Iness.EndToEnd.Tests.Browser;
using Iness.EndToEnd.Tests.Region;
using Iness.TestKit;

namespace Iness.EndToEnd.Tests.Payments;

/// <summary>The pages of payments, recoveries, controls, registers and figures, on a tablet and on a desk.</summary>
public sealed class PaymentPagesTests(Portal shared)
{
    [Theory]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task Pages_OfPaymentsAndControls_AreAccessible(int width)
    {
        // The files made here bear numbers of their own making: nobody may file beside them.
        await using var portal = await shared.BesideAsync();
        var people = await Desk.PeopleAsync(portal);
        var claimed = await portal.WithDatabaseAsync(async db =>
        {
            var file = await db.GrantedAsync(TimeProvider.System, people);
            await db.ClaimedAsync(TimeProvider.System, people, file.Id);
            return file.Number!;
        });
        var paid = await portal.WithDatabaseAsync(async db => (await db.PaidAsync(TimeProvider.System, people)).Number!);
        var page = await portal.SignedInAsync(people.Lead, width);

        await page.SeeAsync("/versements", $"/dossiers/{claimed}/versement", $"/dossiers/{claimed}/versement/preparation", $"/dossiers/{claimed}/versement/compte", $"/dossiers/{claimed}/versement/pieces",
            "/versements/caducite", "/versements/lots", "/reversements");
        await page.GotoAsync($"/dossiers/{claimed}/versement");
        await page.Locator("main a[href*='/versement/factures/']").First.ClickAsync();
        await page.SeeHereAsync();
        await page.SeeAsync($"/dossiers/{paid}/versement", $"/dossiers/{paid}/controles", $"/dossiers/{paid}/controles/nouveau", $"/dossiers/{paid}/reversement", $"/dossiers/{paid}/reversement/nouveau",
            "/controles", "/controles/tirage", "/controles/risques", "/de-minimis", "/tableaux-de-bord", $"/dossiers/{claimed}/faits/retenir", $"/dossiers/{claimed}/recours");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Pages_OfPartnersAndArchives_AreAccessible(int width)
    {
        var page = await shared.SignedInAsync(await Desk.AgentAsync(shared, Role.Administrator), width);
        await page.SeeAsync("/administration/webhooks", "/administration/conservation");
        foreach (var address in new[] { "/compte/jetons", "/administration/webhooks/nouveau", "/donnees-ouvertes" })
        {
            Assert.True((await page.GotoAsync(address))!.Ok, address);
            await page.ExpectAccessibleAsync();
        }
    }
}
