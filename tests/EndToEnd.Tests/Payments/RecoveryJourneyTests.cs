using Iness.Casework;
using Iness.Casework.Lifecycle;
using Iness.EndToEnd.Tests.Browser;
using Iness.EndToEnd.Tests.Region;
using Iness.TestKit;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Payments;

/// <summary>A part of an aid paid is asked back: the beneficiary is heard, the signatory decides, finance receives it in two times.</summary>
public sealed class RecoveryJourneyTests(Portal portal)
{
    private const string Grounds = "La boutique en ligne n’est plus en service.";
    private const string Answer = "Le prestataire a fermé ; nous la rouvrons en mars.";

    [Fact]
    public async Task PaidFile_HeardThenDecided_IsRepaid()
    {
        var file = await GrantedFile.OpenAsync(portal, (db, people) => db.PaidAsync(TimeProvider.System, people));
        var signatory = await portal.SignedInAsync(file.People.Signatory);
        await OpenAsync(file, signatory);
        await AnswerAsync(file);

        await signatory.GotoAsync($"{file.Root}/reversement");
        await signatory.GetByRole(AriaRole.Link, new() { Name = "Décider" }).ClickAsync();
        await signatory.SaysAsync(Answer);
        await signatory.SeeHereAsync();
        await signatory.PressAsync("Demander le reversement");
        await signatory.SaysAsync("L’acte est pris et notifié au bénéficiaire.");
        await signatory.SeeHereAsync();

        var beneficiary = await file.BeneficiaryAsync(390);
        await beneficiary.GotoAsync($"{file.Application}/reversement");
        await beneficiary.SaysAsync("Il reste 1 000,50 € à reverser.");
        await beneficiary.ExpectAccessibleAsync();
        var letter = await (await beneficiary.APIRequest.GetAsync(await beneficiary.GetByRole(AriaRole.Link, new() { Name = "Lire la décision" }).GetAttributeAsync("href") ?? "")).TextAsync();
        foreach (var words in new[] { Grounds, "Sacha Dubois", "tribunal administratif" }) Assert.Contains(words, letter, StringComparison.Ordinal);

        await RepayAsync(file);
        await beneficiary.ReloadAsync();
        await beneficiary.SaysAsync("Tout est reversé.");
        await beneficiary.SaysAsync("Reste à reverser 0 €");
        await beneficiary.ExpectAccessibleAsync();
    }

    private static async Task OpenAsync(GrantedFile file, IPage signatory)
    {
        var officer = await file.OfficerAsync();
        await officer.GotoAsync($"{file.Root}/reversement");
        await officer.GetByRole(AriaRole.Link, new() { Name = "Engager un reversement" }).ClickAsync();
        await officer.SeeHereAsync();
        await officer.GetByLabel("Montant à reverser").FillAsync("2 400,01");
        await officer.GetByLabel("Motifs, en droit et en fait").FillAsync(Grounds);
        await officer.PressAsync("Inviter le bénéficiaire à présenter ses observations");
        await officer.ExpectErrorAsync();
        await Assertions.Expect(officer.GetByLabel("Motifs, en droit et en fait")).ToHaveValueAsync(Grounds);
        await officer.GetByLabel("Montant à reverser").FillAsync("1 000,50");
        await officer.GetByLabel("Disposition du dispositif").FillAsync("pay-1");
        await officer.PressAsync("Inviter le bénéficiaire à présenter ses observations");
        await officer.SaysAsync("Le bénéficiaire est invité à présenter ses observations.");
        await officer.SaysAsync("1 000,50 €");
        await officer.SeeHereAsync();

        // Nobody decides before the beneficiary was heard, or could have been.
        await signatory.GotoAsync($"{file.Root}/reversement");
        await signatory.GetByRole(AriaRole.Link, new() { Name = "Décider" }).ClickAsync();
        await signatory.SaysAsync("Le bénéficiaire peut présenter ses observations jusqu’au");
        await Assertions.Expect(signatory.GetByRole(AriaRole.Button, new() { Name = "Demander le reversement" })).ToHaveCountAsync(0);
        await signatory.SeeHereAsync();
    }

    private static async Task AnswerAsync(GrantedFile file)
    {
        var page = await file.BeneficiaryAsync(390);
        await page.GotoAsync($"{file.Application}/suivi");
        await page.ExpectAccessibleAsync();
        await page.Locator($"main a[href='{file.Application}/reversement']").First.ClickAsync();
        await page.SaysAsync("Projet de reversement de l’aide, 1 000,50 €");
        await page.SaysAsync(Grounds);
        await page.PressAsync("Envoyer mes observations");
        await page.ExpectErrorAsync();
        await page.GetByLabel("Vos observations").FillAsync(Answer);
        await page.PressAsync("Envoyer mes observations");
        await page.SaysAsync("La Région se prononcera au vu des motifs et de vos observations.");
        await page.SaysAsync(Answer);
        await page.ExpectAccessibleAsync();
    }

    private async Task RepayAsync(GrantedFile file)
    {
        var finance = await portal.SignedInAsync(await Desk.AgentAsync(portal, Role.Finance));
        await finance.GotoAsync($"{file.Root}/reversement");
        await finance.GetByRole(AriaRole.Link, new() { Name = "Constater une somme reversée" }).ClickAsync();
        await finance.SeeHereAsync();
        await finance.PressAsync("Constater la somme");
        await finance.ExpectErrorAsync();
        await ReceiveAsync(finance, "600,50", "Titre 2026-41");
        await finance.SaysAsync("La somme est constatée. Reste à reverser : 400 €.");
        await finance.SeeHereAsync();
        await ReceiveAsync(finance, "400", "Titre 2026-42");
        await finance.SaysAsync("Tout est reversé : le dossier est clos.");
        await Assertions.Expect(finance.GetByRole(AriaRole.Table)).ToContainTextAsync("Titre 2026-41 600,50 €");
        await finance.SeeHereAsync();
    }

    private static async Task ReceiveAsync(IPage page, string amount, string reference)
    {
        await page.TypeDayAsync("recue", TimeProvider.System.Today());
        await page.GetByLabel("Montant", new() { Exact = true }).FillAsync(amount);
        await page.GetByLabel("Référence").FillAsync(reference);
        await page.PressAsync("Constater la somme");
    }
}
