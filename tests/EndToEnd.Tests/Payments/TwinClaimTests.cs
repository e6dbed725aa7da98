using Iness.EndToEnd.Tests.Browser;
using Iness.EndToEnd.Tests.Region;
using Iness.TestKit;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Payments;

/// <summary>The same invoice claimed in two files: it is counted once, the service reads where the other is, and a person decides.</summary>
public sealed class TwinClaimTests(Portal portal)
{
    [Fact]
    public async Task SameInvoiceInTwoFiles_IsFoundAndLeftToTheOfficer()
    {
        var first = await GrantedFile.OpenAsync(portal);
        await portal.WithDatabaseAsync(db => db.ClaimedAsync(TimeProvider.System, first.People, first.Id));
        var (twin, own) = ($"FA-{first.Number}", $"PROPRE-{first.Number}");
        var file = await GrantedFile.OpenAsync(portal);
        var page = await file.BeneficiaryAsync(390);
        var walk = new ClaimWalk(page, file);
        await walk.StartAsync();
        await walk.DropAsync(file.Electronic(twin, ("Boutique en ligne", 3_000)), file.Electronic(own, ("Boutique en ligne", 3_500)));

        // Another organisation's file is not named to the beneficiary.
        await Assertions.Expect(page.Locator(".document-list > li").Filter(new() { HasText = twin })).ToContainTextAsync("Facture déjà présentée : elle n’est pas comptée ici. PAY-1");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync($"dossier {first.Number}");
        await page.ExpectAccessibleAsync();
        await walk.MatchAsync(2);
        await walk.ProveAsync(2);
        await walk.GiveAccountAsync();
        await walk.FileAsync("1 400 €", twin, own);

        var officer = await file.OfficerAsync();
        await officer.GotoAsync(file.Payment);
        var found = officer.Locator("section.provision").Filter(new() { HasText = twin });
        await Assertions.Expect(found).ToContainTextAsync($"PAY-1 Même fournisseur et même numéro qu’une facture du dossier {first.Number} : elle est comptée une seule fois.");
        await Assertions.Expect(found).ToContainTextAsync("à examiner");
        await officer.SeeHereAsync();
        await officer.RetainAsync(file, own);
        await officer.DeductAsync(file, twin, "0", "Déjà présentée, ici ou dans un autre dossier (PAY-1)", "Payée à une autre structure.");
        await Assertions.Expect(officer.Row("Aide à payer")).ToContainTextAsync("1 400 €");

        // The other file, filed before, says so too, and waits for a person as well.
        await officer.GotoAsync(first.Payment);
        await Assertions.Expect(officer.Locator("section.provision")).ToContainTextAsync($"Même fournisseur et même numéro qu’une facture du dossier {file.Number} : un agent vérifiera qu’elle n’est pas payée deux fois.");
    }
}
