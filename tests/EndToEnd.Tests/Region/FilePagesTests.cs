using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Region;

/// <summary>The pages on which a file is found and reviewed, as they are and with their errors, on a tablet and on a desk.</summary>
public sealed class FilePagesTests(Portal portal)
{
    [Theory]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task Pages_OfTheReview_AreAccessible(int width)
    {
        var desk = await Desk.OpenAsync(portal);
        var page = await desk.OfficerAsync(width);

        await page.SeeAsync("/dossiers", "/dossiers?q=aucun-dossier-de-ce-nom", "/dossiers/vues", desk.Root);
        await page.PressAsync("Prendre en instruction");
        await Assertions.Expect(page.GetByText("Vous instruisez désormais ce dossier.")).ToBeVisibleAsync();
        await page.SeeHereAsync();
        await page.SeeAsync($"{desk.Root}/faits", $"{desk.Root}/pieces", $"{desk.Root}/avis", $"{desk.Root}/echanges");
        await page.SendWrongAsync($"{desk.Root}/dispositions/eli-1", "Enregistrer");
        await page.SendWrongAsync($"{desk.Root}/depenses/a001", "Voir l’effet");
        await page.SendWrongAsync($"{desk.Root}/messages", "Envoyer le message");
        await page.SendWrongAsync($"{desk.Root}/notes", "Ajouter la note");
        await page.SendWrongAsync($"{desk.Root}/reponses/projet", "Corriger et avertir le demandeur");
        await page.SendWrongAsync($"{desk.Root}/proposition", "Proposer");
    }

    [Theory]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task Opinion_AskedOfAnExpert_PagesAreAccessible(int width)
    {
        var desk = await Desk.OpenAsync(portal);
        var page = await desk.OfficerAsync(width);
        await page.SendWrongAsync($"{desk.Root}/avis/demande", "Envoyer la question");
        var expert = $"expert.{Guid.NewGuid():N}@exemple.fr";
        await page.GetByLabel("Ou son nom").FillAsync("Yaël Petit");
        await page.GetByLabel("Et son adresse électronique").FillAsync(expert);
        await page.GetByLabel("Votre question").FillAsync("Le devis est-il au prix du marché ?");
        await page.PressAsync("Envoyer la question");
        await page.ExpectTitleAsync("Avis");
        await page.SeeHereAsync();

        var outside = await portal.PageAsync(width);
        await outside.GotoAsync(await portal.MailedLinkAsync(expert));
        await Assertions.Expect(outside.GetByText("Le devis est-il au prix du marché ?")).ToBeVisibleAsync();
        await outside.ExpectAccessibleAsync();
        await outside.PressAsync("Envoyer mon avis");
        await outside.ExpectErrorAsync();
        await outside.Locator("textarea").FillAsync("Oui, il l’est.");
        await outside.PressAsync("Envoyer mon avis");
        await Assertions.Expect(outside.Locator("h1")).ToHaveTextAsync("Votre avis est envoyé");
        await outside.ExpectAccessibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("Oui, il l’est.")).ToBeVisibleAsync();
    }
}
