using System.Text.RegularExpressions;
using Iness.EndToEnd.Tests.Browser;
using Iness.EndToEnd.Tests.Region;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Payments;

/// <summary>What the Région does with a claim: retained or deducted line by line, prepared by one, validated by another.</summary>
internal static class PaymentDesk
{
    /// <summary>Opens an invoice of a claim, by its number, from the page of the payment.</summary>
    public static async Task ExamineAsync(this IPage page, GrantedFile file, string invoice)
    {
        await page.GotoAsync(file.Payment);
        await page.Locator("section.provision").Filter(new() { HasText = invoice }).GetByRole(AriaRole.Link, new() { Name = "Examiner" }).ClickAsync();
        await page.ExpectTitleAsync("Examiner une facture");
    }

    /// <summary>Retains the whole of an invoice.</summary>
    public static async Task RetainAsync(this IPage page, GrantedFile file, string invoice)
    {
        await page.ExamineAsync(file, invoice);
        await page.PushAsync("Tout retenir");
        await page.SaysAsync("Les lignes de la facture sont enregistrées.");
    }

    /// <summary>Retains an amount of the one line of an invoice, for a reason.</summary>
    public static async Task DeductAsync(this IPage page, GrantedFile file, string invoice, string retained, string reason, string note)
    {
        await page.ExamineAsync(file, invoice);
        await page.GetByLabel("Montant retenu, hors taxes").FillAsync(retained);
        await page.PushAsync("Enregistrer");
        await page.ExpectErrorAsync();
        await page.GetByLabel("Raison, si tout n’est pas retenu").SelectOptionAsync(new SelectOptionValue { Label = reason });
        await page.GetByLabel("Précision, lue par le bénéficiaire").FillAsync(note);
        await page.SeeHereAsync();
        await page.PushAsync("Enregistrer");
        await page.SaysAsync("Les lignes de la facture sont enregistrées.");
    }

    /// <summary>Checks the account, then prepares the payment of an amount.</summary>
    public static async Task PrepareAsync(this IPage page, GrantedFile file, string amount)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Vérifier le compte" }).ClickAsync();
        await page.SeeHereAsync();
        await page.PushAsync("Le compte est vérifié");
        await page.GotoAsync(file.Payment);
        await page.SeeHereAsync();
        await page.PressLinkAsync("Préparer le versement");
        await page.SeeHereAsync();
        await page.PressAsync($"Préparer le versement de {amount}");
        await page.SaysAsync($"Préparé par {file.People.Officer.FullName}");
    }

    /// <summary>Another person validates it.</summary>
    public static async Task ValidateAsync(this IPage page, GrantedFile file, string amount)
    {
        await page.GotoAsync(file.Payment);
        await page.PressLinkAsync("Valider ou renvoyer");
        await page.SeeHereAsync();
        await page.PressAsync($"Valider le versement de {amount}");
        await page.SaysAsync($"Validé par {file.People.Lead.FullName}");
    }

    /// <summary>A link drawn as a button.</summary>
    public static Task PressLinkAsync(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>The line of a table whose heading is this.</summary>
    public static ILocator Row(this IPage page, string heading) => page.Locator("tr").Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { NameRegex = new($"^{Regex.Escape(heading)}") }) });
}
