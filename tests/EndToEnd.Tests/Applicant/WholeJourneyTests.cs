using System.Text.RegularExpressions;
using Iness.EndToEnd.Tests.Browser;
using Iness.EndToEnd.Tests.Simulator;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Applicant;

/// <summary>All the way, in one browser: a simulation, an account, the application, its acknowledgement and a message to the service.</summary>
public sealed class WholeJourneyTests(Portal portal)
{
    [Fact]
    public async Task Association_FromSimulationToMessage_FilesAndFollows()
    {
        var page = await portal.PageAsync();
        await Walk.ToCostsAsync(page);
        await Walk.TypeShopAsync(page, "6000");
        await Walk.ToResultAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer ma demande avec ces réponses" }).ClickAsync();
        await page.ExpectTitleAsync("Se connecter");
        await SignUpAsync(page);

        await CreateAsync(page);
        await FillAsync(page);
        await SendDocumentsAsync(page);
        var number = await FileAsync(page);
        await FollowAsync(page, number);
    }

    [Fact]
    public async Task PreparedDraft_OnAPhone_IsFiled()
    {
        var draft = await Draft.StartAsync(portal, Draft.Whole);
        var page = await portal.SignedInAsync(draft.Account, 320);
        await page.GotoAsync("/demandes");
        await page.GetByRole(AriaRole.Link, new() { Name = "Vendre nos paniers en ligne" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Pièces justificatives" }).ClickAsync();
        await Papers.Chooser(page, "Statuts").SetInputFilesAsync(Papers.Pdf("statuts.pdf"));
        await Assertions.Expect(Papers.Block(page, "Statuts").GetByRole(AriaRole.Link, new() { Name = "statuts.pdf" })).ToBeVisibleAsync();

        var number = await FileAsync(page);

        Assert.Matches(@"^INESS-\d{4}-\d{6}$", number);
    }

    /// <summary>Nobody has an account at first: opening one leads back to the simulation that was left.</summary>
    private async Task SignUpAsync(IPage page)
    {
        const string Password = "quatre tambours verts";
        var email = $"camille.{Guid.NewGuid():N}@exemple.fr";
        await page.GetByRole(AriaRole.Link, new() { Name = "Créer un compte" }).ClickAsync();
        await page.GetByLabel("Prénom").FillAsync("Camille");
        await page.GetByLabel("Nom", new() { Exact = true }).FillAsync("Roy");
        await page.GetByLabel("Adresse électronique").FillAsync(email);
        await page.GetByLabel("Mot de passe", new() { Exact = true }).FillAsync(Password);
        await page.PressAsync("Créer mon compte");
        await page.ExpectTitleAsync("Consultez votre messagerie");

        await page.GotoAsync(await portal.MailedLinkAsync(email));
        await page.GetByLabel("Mot de passe choisi").FillAsync(Password);
        await page.PressAsync("Confirmer mon adresse");
        await page.ExpectTitleAsync("Se connecter");
        await page.GetByLabel("Adresse électronique").FillAsync(email);
        await page.GetByLabel("Mot de passe", new() { Exact = true }).FillAsync(Password);
        await page.PressAsync("Se connecter");
    }

    /// <summary>The organisation is asked first; the draft then knows what the simulation and the register said.</summary>
    private static async Task CreateAsync(IPage page)
    {
        await page.ExpectTitleAsync("Créer une demande");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Ajouter «") }).ClickAsync();
        await page.ExpectTitleAsync("Ajouter une structure");
        await page.ContinueAsync();
        await page.ExpectTitleAsync("Créer une demande");
        await page.PressAsync("Créer la demande aujourd’hui");
        await Assertions.Expect(page.GetByText("Demande créée le")).ToBeVisibleAsync();
    }

    private static async Task FillAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Votre structure" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Association déclarée")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByText("Rempli d’après l’Annuaire des entreprises").First).ToBeVisibleAsync();
        await TypeAsync(page, "adresse", "representant", "qualite", "telephone");
        await NextAsync(page, "Conditions de l’aide");
        await Assertions.Expect(page.Locator("#chiffre-affaires")).ToHaveValueAsync(new Regex("^450.000,50$"));
        await NextAsync(page, "Votre projet");
        await TypeAsync(page, "titre", "besoin", "description", "resultats", "debut-jour", "debut-mois", "debut-annee", "fin-jour", "fin-mois", "fin-annee");
        await Assertions.Expect(page.Locator("[data-save-state]")).ToHaveTextAsync(new Regex("^Enregistré à"));
        await NextAsync(page, "Dépenses");
        await Assertions.Expect(page.Locator(".item-lines li")).ToContainTextAsync("Site de vente en ligne");
        await NextAsync(page, "Plan de financement");
        await TypeAsync(page, "fonds-propres", "emprunts", "prives");
        await NextAsync(page, "Déclaration des aides de minimis");
        await page.Locator("input[name=liees][value=non]").CheckAsync();
        await NextAsync(page, "Déclarations");
        foreach (var box in await page.GetByRole(AriaRole.Checkbox).AllAsync()) await box.CheckAsync();
        await NextAsync(page, "Pièces justificatives");
    }

    /// <summary>Two files at once, one big enough for its progress to be drawn; their scans are followed without reloading.</summary>
    private static async Task SendDocumentsAsync(IPage page)
    {
        await page.EvaluateAsync("""
            () => new MutationObserver(() => { if (document.querySelector("progress")) window.sawProgress = true; }).observe(document.body, { childList: true, subtree: true })
            """);
        await Papers.Chooser(page, "Statuts").SetInputFilesAsync([Papers.Pdf("statuts.pdf", 2_000_000), Papers.Pdf("liste-des-dirigeants.pdf")]);

        var block = Papers.Block(page, "Statuts");
        await Assertions.Expect(block.Locator(".document-list > li")).ToHaveCountAsync(2);
        Assert.True(await page.EvaluateAsync<bool>("window.sawProgress === true"));
        await Assertions.Expect(page.Locator("[data-upload-news]")).ToContainTextAsync("2 fichiers enregistrés.");
        await Assertions.Expect(block.Locator("[data-pending=true]")).ToHaveCountAsync(0);
        await Assertions.Expect(block.Locator("[data-scan]").First).ToHaveTextAsync("non analysé");
        await page.ExpectAccessibleAsync();
    }

    private static async Task<string> FileAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier et déposer" }).ClickAsync();
        await page.ExpectTitleAsync("Vérifier et déposer");
        await Assertions.Expect(page.GetByText("statuts.pdf")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("a[href='/reglement#ben-3']").First).ToBeVisibleAsync();
        await page.PressAsync("Déposer la demande");
        await page.ExpectTitleAsync("Demande déposée");
        return await page.Locator(".govuk-panel__body strong").InnerTextAsync();
    }

    private static async Task FollowAsync(IPage page, string number)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Lire l’accusé de réception" }).ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync(number);
        await page.GoBackAsync();
        var pdf = await page.APIRequest.GetAsync(await page.GetByRole(AriaRole.Link, new() { Name = "le télécharger (PDF)" }).GetAttributeAsync("href") ?? "");
        Assert.True(pdf.Headers["content-type"] == "application/pdf" || (await pdf.TextAsync()).Contains("Le PDF n’est pas disponible", StringComparison.Ordinal));

        await page.GetByRole(AriaRole.Button, new() { Name = "Suivre ma demande" }).ClickAsync();
        await page.ExpectTitleAsync("Suivi");
        await page.GetByLabel("Écrire au service").FillAsync("Bonjour,\nnotre devis suivra lundi.");
        await page.PressAsync("Envoyer le message");
        await Assertions.Expect(page.Locator("li .as-typed")).ToHaveTextAsync("Bonjour,\nnotre devis suivra lundi.");
        await page.ExpectAccessibleAsync();
    }

    private static async Task TypeAsync(IPage page, params string[] names)
    {
        foreach (var name in names) await page.Locator($"[name={name}]").FillAsync(Draft.Whole.Single(answer => answer.Item1 == name).Item2);
    }

    private static async Task NextAsync(IPage page, string title)
    {
        await page.PressAsync("Enregistrer et continuer");
        await page.ExpectTitleAsync(title);
    }
}
