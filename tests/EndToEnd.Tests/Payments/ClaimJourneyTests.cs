using System.Text;
using Iness.Casework;
using Iness.Casework.Lifecycle;
using Iness.EndToEnd.Tests.Browser;
using Iness.EndToEnd.Tests.Region;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Payments;

/// <summary>From the grant to the money, in the browser: claimed with electronic invoices, prepared, validated by another, liquidated, paid.</summary>
public sealed class ClaimJourneyTests(Portal portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Grant_ClaimedWithElectronicInvoices_IsPaid()
    {
        var file = await GrantedFile.OpenAsync(portal);
        var (first, second) = ($"FA-{file.Number}-1", $"FA-{file.Number}-2");
        await ClaimAsync(file, first, second);

        var officer = await file.OfficerAsync();
        await officer.RetainAsync(file, first);
        await officer.DeductAsync(file, second, "1000", "Sans lien avec une dépense accordée (COS)", "La formation n’est pas accordée.");
        await officer.PrepareAsync(file, "2 200 €");
        await Assertions.Expect(officer.Row("Dépenses retenues")).ToContainTextAsync("5 500 €");
        await Assertions.Expect(officer.Row("Aide à payer")).ToContainTextAsync("2 200 €");
        var lead = await portal.SignedInAsync(file.People.Lead);
        await lead.ValidateAsync(file, "2 200 €");

        await LiquidateAsync(file);
        await ReadPaidAsync(file);
    }

    private static async Task ClaimAsync(GrantedFile file, string first, string second)
    {
        var page = await file.BeneficiaryAsync(390);
        var walk = new ClaimWalk(page, file, isLookedAt: true);
        await walk.StartAsync();
        await walk.DropAsync(file.Electronic(first, ("Boutique en ligne", 4_500)), file.Electronic(second, ("Boutique en ligne, paiement et formation", 1_500)));
        await Assertions.Expect(page.Locator("[data-missing]")).ToHaveTextAsync("Toutes les factures sont lues ou saisies.");
        await Assertions.Expect(page.Locator(".document-list > li").Filter(new() { HasText = first })).ToContainTextAsync("4 500 € hors taxes");
        await page.GetByRole(AriaRole.Link, new() { Name = first }).ClickAsync();
        await Assertions.Expect(page.Locator("[name=total-ht]")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"^4\s500$"));
        await page.ExpectAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Toutes les factures" }).ClickAsync();
        await walk.MatchAsync(2);
        await walk.ProveAsync(2);
        await walk.GiveAccountAsync();
        await walk.FileAsync("2 400 €", "6 000 € hors taxes", $"Facture {first} ", "4 500 € hors taxes", $"Facture {second} ", "1 500 € hors taxes", "à ce jour");
    }

    private async Task LiquidateAsync(GrantedFile file)
    {
        var finance = await portal.SignedInAsync(await Desk.AgentAsync(portal, Role.Finance), 768);
        await finance.GotoAsync("/versements");
        await finance.GetByRole(AriaRole.Link, new() { Name = "préparer un lot" }).ClickAsync();
        await finance.SeeHereAsync();
        await finance.PressAsync($"Préparer le lot de {TimeProvider.System.Today().Year}");
        await finance.ExpectTitleAsync("Lot LIQ-");
        var batch = (await finance.Locator("h1").InnerTextAsync())["Lot ".Length..];
        await Assertions.Expect(finance.Row(file.Number)).ToContainTextAsync("2 200 €");
        await finance.SeeHereAsync();
        await finance.RunAndWaitForDownloadAsync(() => finance.PressAsync("Transmettre en CSV"));
        await finance.ReloadAsync();
        await Assertions.Expect(finance.Locator(".govuk-summary-list__row").Filter(new() { HasText = "Transmis" })).ToContainTextAsync("par Lou Bernard");
        var csv = await (await finance.APIRequest.GetAsync(await finance.GetByRole(AriaRole.Link, new() { Name = "CSV" }).GetAttributeAsync("href") ?? "")).TextAsync();
        var line = csv.Split("\r\n").Single(line => line.Contains(file.Number, StringComparison.Ordinal));
        Assert.Contains("FR7630006000011234567890189,AGRIFRPP,2200.00,", line, StringComparison.Ordinal);

        await finance.GotoAsync("/versements/retours");
        await finance.PressAsync("Importer");
        await finance.ExpectErrorAsync();
        var day = TimeProvider.System.Today().ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);
        var answer = $"dossier;lot;montant;mandat;date_mandat;date_paiement\r\n{file.Number};{batch};2200,00;M-118;{day};{day}\r\nINESS-2020-999999;{batch};100,00;M-119;{day};{day}\r\n";
        await finance.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = $"retour-{batch}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(answer) });
        await finance.PressAsync("Importer");
        await finance.SaysAsync("2 lignes lues : 1 payée, 0 rejetée, 0 mandatée, 1 refusée.");
        await Assertions.Expect(finance.GetByRole(AriaRole.Table)).ToContainTextAsync("INESS-2020-999999");
        await finance.SeeHereAsync();
        await finance.SeeAsync("/versements/retours", $"/versements/lots/{batch}");
        await Assertions.Expect(finance.Row(file.Number)).ToContainTextAsync("M-118");
        await Assertions.Expect(finance.Row(file.Number)).ToContainTextAsync($"payé le {French.Date(TimeProvider.System.Today())}");
    }

    private async Task ReadPaidAsync(GrantedFile file)
    {
        var page = await file.BeneficiaryAsync(390);
        await page.GotoAsync($"{file.Application}/suivi");
        await page.ExpectAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "La demande de versement" }).ClickAsync();
        await page.SaysAsync("Montant versé : 2 200 €, sur 5 500 € de dépenses retenues.");
        await page.SaysAsync("« Boutique en ligne, paiement et formation » : 1 000 € retenus sur 1 500 €. Sans lien avec une dépense accordée (COS). La formation n’est pas accordée.");
        await page.SaysAsync($"Payée le {French.Date(TimeProvider.System.Today())}.");
        await page.ExpectAccessibleAsync();
        var told = await portal.WithDatabaseAsync(db => db.Outbox.Where(mail => mail.To == file.People.Applicant.Email).OrderByDescending(mail => mail.CreatedAt).Select(mail => mail.Body).FirstAsync(Stop));
        Assert.Contains("M-118", told, StringComparison.Ordinal);
    }
}
