using Iness.Casework;
using Iness.EndToEnd.Tests.Applicant;
using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Payments;

/// <summary>A beneficiary claims a payment, page after page, as the links and buttons lead. Every page on the way is seen by axe when asked.</summary>
internal sealed class ClaimWalk(IPage page, GrantedFile file, bool isLookedAt = false)
{
    private string Home => $"{file.Application}/versement";

    /// <summary>From the follow-up of the application to its first step, the invoices.</summary>
    public async Task StartAsync()
    {
        await page.GotoAsync($"{file.Application}/suivi");
        await page.GetByRole(AriaRole.Button, new() { Name = "Demander le versement" }).ClickAsync();
        await page.SaysAsync("Aide accordée : 2 400 €.");
        await LookAsync();
        await page.PressAsync("Commencer");
        await LookAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Vos factures payées" }).ClickAsync();
        await page.ExpectTitleAsync("Vos factures");
    }

    /// <summary>Drops files in: each is kept, and the page follows by itself.</summary>
    public async Task DropAsync(params FilePayload[] files)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(files);
        await Assertions.Expect(page.Locator(".document-list > li")).ToHaveCountAsync(files.Length);
        await LookAsync();
    }

    /// <summary>Keeps the costs proposed for each line.</summary>
    public async Task MatchAsync(int lines)
    {
        await page.PressAsync("Continuer");
        await page.ExpectTitleAsync("À quelles dépenses");
        await Assertions.Expect(page.GetByText("Proposée : vérifiez.")).ToHaveCountAsync(lines);
        await LookAsync();
        await page.PressAsync("Enregistrer et continuer");
        await page.ExpectTitleAsync("Les preuves de paiement");
        await LookAsync();
    }

    /// <summary>Proves the payment of each invoice by the mention of its supplier: one leads to the next.</summary>
    public async Task ProveAsync(int invoices)
    {
        await page.ChooseAsync("Facture par facture");
        await page.PressAsync("Enregistrer");
        await page.Locator("#factures + ul a").First.ClickAsync();
        for (var i = 0; i < invoices; i++)
        {
            await page.ExpectTitleAsync("Paiement");
            if (i == 0) await LookAsync();
            await page.TickAsync("La mention du fournisseur sur la facture");
            await page.TypeDayAsync("date-paiement", TimeProvider.System.Today());
            await page.TickAsync("Virement");
            await page.GetByLabel("Référence du paiement").FillAsync($"VIR {i + 1}");
            await page.PushAwayAsync("Enregistrer");
        }

        await Assertions.Expect(page.Locator("#factures + ul .govuk-task-list__status")).ToHaveTextAsync(Enumerable.Repeat("Prouvé", invoices));
    }

    /// <summary>Gives the account and its RIB, then says that no other aid was received.</summary>
    public async Task GiveAccountAsync()
    {
        await page.PressAsync("Continuer");
        await page.ExpectTitleAsync("Le compte bancaire");
        await Assertions.Expect(page.GetByLabel("Titulaire du compte")).ToHaveValueAsync(file.People.Organisation.Name);
        await page.GetByLabel("IBAN").FillAsync("FR76 3000 6000 0112 3456 7890 189");
        await page.GetByLabel("BIC").FillAsync("AGRIFRPP");
        await page.Locator("input[type=file]").SetInputFilesAsync(Papers.Pdf($"rib-{file.Number}.pdf"));
        await LookAsync();
        await page.PressAsync("Enregistrer et continuer");
        await page.ExpectTitleAsync("Les autres aides");
        await LookAsync();
        await page.CheckAsync("[name=autres-aides][value=non]");
        await page.PressAsync("Enregistrer et continuer");
        await page.ExpectTitleAsync("Vérifier et déposer");
    }

    /// <summary>Declares and files it; the acknowledgement names the file and what is claimed.</summary>
    public async Task FileAsync(string estimate, params string[] acknowledged)
    {
        await Assertions.Expect(page.Locator("#estimation + p")).ToHaveTextAsync(estimate);
        await LookAsync();
        await page.PressAsync("Déposer la demande de versement");
        await page.ExpectErrorAsync();
        await page.GetByLabel("Je déclare que ces dépenses sont payées").CheckAsync();
        await page.PressAsync("Déposer la demande de versement");
        await page.ExpectTitleAsync("Demande de versement déposée");
        await LookAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Lire l’accusé de réception" }).ClickAsync();
        // The acknowledgement is a letter without script: axe could not run there.
        foreach (var words in acknowledged.Append(file.Number)) await Assertions.Expect(page.Locator("body")).ToContainTextAsync(words);
    }

    private Task LookAsync() => isLookedAt ? page.ExpectAccessibleAsync() : Task.CompletedTask;
}
