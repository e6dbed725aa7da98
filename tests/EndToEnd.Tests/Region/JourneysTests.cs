using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Region;

/// <summary>A file from its filing to what its applicant reads, each person at their own desk.</summary>
public sealed class JourneysTests(Portal portal)
{
    [Fact]
    public async Task Grant_ReviewedProposedCheckedAndSigned_IsReadByTheApplicant()
    {
        var desk = await Desk.OpenAsync(portal);
        var officer = await desk.OfficerAsync();
        await officer.GotoAsync($"/dossiers?q={desk.Number}");
        await officer.GetByRole(AriaRole.Link, new() { Name = desk.Number }).First.ClickAsync();
        await officer.ExpectTitleAsync(desk.Number);
        await desk.RuleOnAllAsync(officer);
        await desk.ProposeAsync(officer, "Accorder l’aide");
        await desk.CheckAsync(await desk.LeadAsync());
        await desk.SignAsync(await desk.SignatoryAsync(), "Accorder l’aide");

        var applicant = await desk.ApplicantAsync();
        await applicant.GotoAsync($"{desk.Draft.Root}/suivi");
        await applicant.GetByRole(AriaRole.Link, new() { Name = "La décision, et pourquoi" }).ClickAsync();
        await Assertions.Expect(applicant.GetByText("L’aide vous est accordée : 2 400 € au plus.".Replace(" :", "\u00a0:", StringComparison.Ordinal), new() { Exact = false })).ToBeVisibleAsync();
        await applicant.ExpectAccessibleAsync();
        var letter = await applicant.APIRequest.GetAsync($"{desk.Draft.Root}/decision/courrier");
        var text = await letter.TextAsync();
        Assert.Contains("Directrice de l", text, StringComparison.Ordinal);
        Assert.Contains("Sacha Dubois", text, StringComparison.Ordinal);
        Assert.Contains("tribunal administratif", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Refusal_AProvisionRuledNotMet_GivesItsReasonToTheApplicant()
    {
        var desk = await Desk.OpenAsync(portal);
        var officer = await desk.OfficerAsync();
        await desk.RuleOnAllAsync(officer);
        await officer.GotoAsync($"{desk.Root}/dispositions/eli-1");
        await Desk.RuleAsync(officer, "Non remplie", "Les statuts fournis sont ceux d’une autre structure.");

        // What was ruled is read before anything is decided.
        var applicant = await desk.ApplicantAsync();
        await applicant.GotoAsync($"{desk.Draft.Root}/suivi");
        await Assertions.Expect(applicant.Locator(".finding-list__one").Filter(new() { HasText = "ELI-1" })).ToContainTextAsync("Les statuts fournis sont ceux d’une autre structure.");
        await applicant.ExpectAccessibleAsync();

        await desk.ProposeAsync(officer, "Refuser l’aide");
        await desk.CheckAsync(await desk.LeadAsync());
        await desk.SignAsync(await desk.SignatoryAsync(), "Refuser l’aide");
        await applicant.GotoAsync($"{desk.Draft.Root}/decision");
        await Assertions.Expect(applicant.Locator("main")).ToContainTextAsync("vous est refusée");
        await Assertions.Expect(applicant.Locator("main")).ToContainTextAsync("Les statuts fournis sont ceux d’une autre structure.");
        await applicant.ExpectAccessibleAsync();
    }

    [Fact]
    public async Task MissingItems_Asked_SuspendTheClockUntilTheApplicantAnswers()
    {
        var desk = await Desk.OpenAsync(portal);
        var officer = await desk.OfficerAsync();
        await officer.GotoAsync(desk.Root);
        await officer.PressAsync("Prendre en instruction");
        await officer.GotoAsync($"{desk.Root}/pieces-manquantes");
        await officer.SeeHereAsync();
        var ticked = officer.Locator("input[type=checkbox]:checked");
        while (await ticked.CountAsync() > 0) await ticked.First.UncheckAsync();
        await officer.PressAsync("Relire le courrier");
        await officer.ExpectErrorAsync();
        await officer.GetByLabel("Élément 1 (facultatif)").FillAsync("Le calendrier du projet");
        await officer.Locator("#libre-1-ou").SelectOptionAsync("partie-projet");
        await officer.PressAsync("Relire le courrier");
        await Assertions.Expect(officer.Locator("#courrier")).ToBeVisibleAsync();
        await officer.ExpectAccessibleAsync();
        await officer.PressAsync("Envoyer la demande");
        await Assertions.Expect(officer.Locator("main")).ToContainTextAsync("Le délai de réponse est suspendu depuis le");
        await officer.SeeHereAsync();

        var applicant = await desk.ApplicantAsync();
        await applicant.GotoAsync($"{desk.Draft.Root}/suivi");
        await applicant.ExpectAccessibleAsync();
        await applicant.GetByRole(AriaRole.Link, new() { Name = "Le calendrier du projet" }).ClickAsync();
        await applicant.PressAsync("Notre réponse est juste telle quelle");
        await applicant.GotoAsync($"{desk.Draft.Root}/suivi");
        await Assertions.Expect(applicant.Locator("main")).ToContainTextAsync("(fourni)");
        await applicant.PressAsync("J’ai tout envoyé");
        await Assertions.Expect(applicant.Locator("#attendu")).ToHaveCountAsync(0);
        await Assertions.Expect(applicant.Locator("main")).Not.ToContainTextAsync("est suspendu depuis le");

        await officer.GotoAsync($"{desk.Root}/pieces-manquantes");
        await Assertions.Expect(officer.Locator("main")).ToContainTextAsync("Attente du demandeur");
        await Assertions.Expect(officer.Locator("main")).Not.ToContainTextAsync("est suspendu depuis le");
    }

    [Fact]
    public async Task TwoOfficers_OneFile_TheSecondIsToldAndLosesNothing()
    {
        var desk = await Desk.OpenAsync(portal);
        var first = await desk.OfficerAsync();
        await first.GotoAsync(desk.Root);
        await first.PressAsync("Prendre en instruction");
        await Assertions.Expect(first.GetByText("Vous instruisez désormais ce dossier.")).ToBeVisibleAsync();
        var second = await desk.LeadAsync();
        foreach (var page in new[] { first, second }) await page.GotoAsync($"{desk.Root}/dispositions/eli-1");

        await Desk.RuleAsync(first, "Remplie", "Les statuts le disent.");
        await second.ChooseAsync("Non remplie");
        await second.GetByLabel("Motif").FillAsync("L’objet social est commercial.");
        await second.PressAsync("Enregistrer");

        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("Ce dossier a changé depuis que vous avez ouvert cette page");
        await Assertions.Expect(second.GetByLabel("Non remplie", new() { Exact = true })).ToBeCheckedAsync();
        await Assertions.Expect(second.GetByLabel("Motif")).ToHaveValueAsync("L’objet social est commercial.");
        await Assertions.Expect(second.Locator(".ruling").First).ToContainTextAsync("Les statuts le disent.");
        await second.ExpectErrorAsync();
        await second.PressAsync("Enregistrer");
        await second.GotoAsync(desk.Root);
        await Assertions.Expect(second.Locator("#eli-1")).ToContainTextAsync("L’objet social est commercial.");
    }
}
