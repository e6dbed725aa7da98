using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Simulator;

/// <summary>The answers of a typical association, page by page, for any browser.</summary>
internal static class Walk
{
    /// <summary>From the first page to the costs; what each page does on the way is up to the caller.</summary>
    public static async Task<int> ToCostsAsync(IPage page, Func<IPage, Task>? onEachPage = null)
    {
        var pages = 0;
        async Task OnPageAsync(string title)
        {
            await page.ExpectTitleAsync(title);
            pages++;
            if (onEachPage is not null) await onEachPage(page);
        }

        await page.GotoAsync("/simulateur");
        await OnPageAsync("Votre structure");
        await page.GetByLabel("Quelle est votre structure").FillAsync("900 100 017");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).ClickAsync();
        await OnPageAsync("Ce que dit l’annuaire");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await OnPageAsync("Agréments");
        await page.ChooseAsync("Aucun de ces agréments");
        await page.ContinueAsync();
        await OnPageAsync("Chiffre d’affaires");
        await page.GetByLabel("Quel est le total de vos produits").FillAsync("450 000,50 €");
        await page.ContinueAsync();
        await OnPageAsync("Effectif");
        await page.GetByLabel("Combien de salariés").FillAsync("7,5");
        await page.ContinueAsync();
        await OnPageAsync("Activité économique");
        await page.ChooseAsync("Oui");
        await page.ContinueAsync();
        await OnPageAsync("Secteurs exclus");
        await page.ChooseAsync("Aucun de ces secteurs");
        await page.ContinueAsync();
        await OnPageAsync("Impôts et cotisations");
        foreach (var yes in await page.GetByLabel("Oui", new() { Exact = true }).AllAsync()) await yes.CheckAsync();
        await page.ContinueAsync();
        await OnPageAsync("Difficulté");
        foreach (var no in await page.GetByLabel("Non", new() { Exact = true }).AllAsync()) await no.CheckAsync();
        await page.ContinueAsync();
        await OnPageAsync("Dépenses");
        return pages;
    }

    /// <summary>Types a shop in the form of the costs page, and saves it to add another one.</summary>
    public static async Task AddShopAsync(IPage page, string amount)
    {
        await TypeShopAsync(page, amount);
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et en ajouter une autre" }).ClickAsync();
        await page.ExpectTitleAsync("Dépenses");
    }

    public static async Task TypeShopAsync(IPage page, string amount)
    {
        await page.ChooseAsync("Site de vente en ligne");
        await page.GetByLabel("Montant hors taxes").FillAsync(amount);
        await page.ChooseAsync("Une prestation");
    }

    /// <summary>From the costs just typed to the result.</summary>
    public static async Task<int> ToResultAsync(IPage page, Func<IPage, Task>? onEachPage = null)
    {
        var pages = 0;
        async Task OnPageAsync(string title)
        {
            await page.ExpectTitleAsync(title);
            pages++;
            if (onEachPage is not null) await onEachPage(page);
        }

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Enregistrer et continuer|Continuer avec") }).First.ClickAsync();
        await OnPageAsync("Autres aides");
        await page.ChooseAsync("Non, aucune");
        foreach (var no in await page.GetByLabel("Non", new() { Exact = true }).AllAsync()) await no.CheckAsync();
        await page.ContinueAsync();
        await OnPageAsync("Votre projet paraît éligible – Résultat");
        return pages;
    }
}
