using Iness.Casework;
using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Payments;

/// <summary>Invoices that are pictures are typed beside them, a credit note among them: what is given back is not paid.</summary>
public sealed class TypedClaimTests(Portal portal)
{
    [Fact]
    public async Task PicturesAndACreditNote_AreTypedAndNetted()
    {
        var file = await GrantedFile.OpenAsync(portal);
        var page = await file.BeneficiaryAsync(390);
        var walk = new ClaimWalk(page, file);
        await walk.StartAsync();
        await walk.DropAsync(GrantedFile.Picture($"{file.Number}-1.png"), GrantedFile.Picture($"{file.Number}-2.png"), GrantedFile.Picture($"{file.Number}-avoir.png"));
        await Assertions.Expect(page.Locator("[data-missing]")).ToHaveTextAsync("3 factures à saisir.");
        await page.Locator("input[type=file]").SetInputFilesAsync(GrantedFile.Picture($"{file.Number}-1.png"));
        await Assertions.Expect(page.Locator("[data-uploads]")).ToContainTextAsync("est déjà dans cette demande : il n’est gardé qu’une fois.");
        await page.ExpectAccessibleAsync();
        await page.PressLinkAsync("Saisir la facture suivante");
        await page.ExpectAccessibleAsync();
        await page.PushAsync("Enregistrer la facture");
        await page.ExpectErrorAsync();
        await TypeAsync(page, file, "Une facture", "TYP-1", "5 000,50", ("Boutique en ligne", "4 000"), ("Boutique en ligne, catalogue", "1 000,50"));
        await TypeAsync(page, file, "Une facture", "TYP-2", "1 500", ("Boutique en ligne, paiement", "1 500"));
        await TypeAsync(page, file, "Un avoir", "AV-1", "1 000,50", ("Boutique en ligne, remise", "1 000,50"));
        await Assertions.Expect(page.Locator("[data-missing]")).ToHaveTextAsync("Toutes les factures sont lues ou saisies.");
        await Assertions.Expect(page.Locator(".document-list > li").Filter(new() { HasText = "Avoir AV-1" })).ToContainTextAsync("-1 000,50 € hors taxes");
        await walk.MatchAsync(4);
        await walk.ProveAsync(2);
        await walk.GiveAccountAsync();
        await Assertions.Expect(page.Row("Dépenses payées présentées")).ToContainTextAsync("5 500 €");
        await walk.FileAsync("2 200 €", "5 500 € hors taxes", "Avoir AV-1 d’Atelier du Web, -1 000,50 € hors taxes");

        await ReadNettedAsync(await file.OfficerAsync(), file);
    }

    private static async Task ReadNettedAsync(IPage officer, GrantedFile file)
    {
        foreach (var invoice in new[] { "TYP-1", "TYP-2", "AV-1" }) await officer.RetainAsync(file, invoice);
        await Assertions.Expect(officer.Row("Boutique en ligne, catalogue")).ToContainTextAsync("1 000,50 €");
        await Assertions.Expect(officer.Row("Boutique en ligne, remise")).ToContainTextAsync("-1 000,50 €");
        foreach (var (name, amount) in new[] { ("Factures justifiées, hors taxes", "5 500 €"), ("Dépenses retenues", "5 500 €"), ("Aide accordée PAY-1", "2 400 €"), ("Aide à payer", "2 200 €") })
            await Assertions.Expect(officer.Row(name)).ToContainTextAsync(amount);
        await officer.ExpectAccessibleAsync();
    }

    /// <summary>Types what the picture shows, amounts as printed; saved, the next one comes.</summary>
    private static async Task TypeAsync(IPage page, GrantedFile file, string kind, string number, string net, params (string Label, string Amount)[] lines)
    {
        await page.TickAsync(kind);
        foreach (var (name, value) in new[] { ("fournisseur", "Atelier du Web"), ("numero", number), ("client", file.People.Organisation.Name), ("total-ht", net) })
            await page.Locator($"[name={name}]").FillAsync(value);
        await page.TypeDayAsync("date-facture", TimeProvider.System.Today());
        await page.TypeDayAsync("date-commande", TimeProvider.System.Today());
        foreach (var ((label, amount), place) in lines.Select((line, place) => (line, place + 1)))
        {
            await page.Locator($"[name=ligne-{place}-libelle]").FillAsync(label);
            await page.Locator($"[name=ligne-{place}-montant]").FillAsync(amount);
        }

        await page.PushAwayAsync("Enregistrer la facture");
    }
}
