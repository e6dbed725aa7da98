using Iness.Casework;
using Iness.Casework.Lifecycle;
using Iness.Casework.Recoveries;
using Iness.EndToEnd.Tests.Browser;
using Iness.EndToEnd.Tests.Region;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Payments;

/// <summary>The pages of payments, recoveries, controls, registers and figures, on a tablet and on a desk.</summary>
public sealed class PaymentPagesTests(Portal shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task Pages_OfPaymentsAndControls_AreAccessible(int width)
    {
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

        await page.SeeAsync("/versements", $"/dossiers/{claimed}/versement", $"/dossiers/{claimed}/versement/preparation", $"/dossiers/{claimed}/versement/compte", $"/dossiers/{claimed}/versement/pieces", $"/dossiers/{claimed}/versement/reprise",
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

        await page.GotoAsync("/administration/webhooks/nouveau");
        await page.GetByLabel("Destinataire").FillAsync("Entrepôt de données");
        await page.GetByLabel("Adresse").FillAsync("https://partenaire.exemple.fr/iness");
        await page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await page.PressAsync("Ajouter");
        await page.ExpectTitleAsync("Adresse ajoutée");
        await page.SeeHereAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Suivre les envois" }).ClickAsync();
        await page.PressAsync("Envoyer un essai");
        await Assertions.Expect(page.GetByRole(AriaRole.Table)).ToContainTextAsync("ping");
        await page.SeeHereAsync();
    }

    [Fact]
    public async Task Pages_OfARecovery_AreAccessibleOnATablet()
    {
        var file = await GrantedFile.OpenAsync(shared, (db, people) => db.PaidAsync(TimeProvider.System, people));
        var demand = new RecoveryDemand(RecoveryKind.Repayment, Money.Euros(500), "La boutique est fermée.", "PAY-1", TimeProvider.System.Today().AddDays(40));
        var version = await shared.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == file.Id).Select(found => found.Version).SingleAsync(Stop));
        var recovery = (await shared.WithAsync((OpenRecovery open) => open.ExecuteAsync(file.Id, version, demand, file.People.Officer.AsActor(), Stop))).Value;
        var place = $"{file.Root}/reversement/{recovery}";
        var signatory = await shared.SignedInAsync(file.People.Signatory, 768);
        await signatory.SeeAsync($"{place}/decision");
        await (await file.OfficerAsync(768)).SendWrongAsync($"{place}/abandon", "Abandonner la procédure");

        Assert.True((await shared.WithAsync((GiveObservations give) => give.ExecuteAsync(file.Id, "Elle rouvre en mars.", file.People.Applicant.AsActor(), Stop))).IsDone);
        await signatory.SeeAsync($"{place}/decision");
        await signatory.PressAsync("Demander le reversement");
        await signatory.SeeHereAsync();
        var finance = await shared.SignedInAsync(await Desk.AgentAsync(shared, Role.Finance), 768);
        await finance.SendWrongAsync($"{place}/sommes", "Constater la somme");
        await finance.SeeAsync("/versements/liquidation", "/reversements");
        await (await shared.SignedInAsync(file.People.Lead, 768)).SeeAsync($"{file.Root}/archive");
    }
}
