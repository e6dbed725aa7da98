using Iness.EndToEnd.Tests.Browser;

namespace Iness.EndToEnd.Tests.Region;

/// <summary>The pages on which a file is proposed, checked and decided, as they are and with their errors, on a tablet and on a desk.</summary>
public sealed class DecisionPagesTests(Portal portal)
{
    [Theory]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task Pages_OfTheDecision_AreAccessible(int width)
    {
        var desk = await Desk.OpenAsync(portal);
        var officer = await desk.OfficerAsync(width);
        await desk.RuleOnAllAsync(officer);
        await desk.ProposeAsync(officer, "Accorder l’aide");
        await officer.SeeHereAsync();

        var lead = await desk.LeadAsync(width);
        await lead.SeeAsync("/decisions", "/lots", $"{desk.Root}/decision");
        await lead.SendWrongAsync($"{desk.Root}/controle", "Renvoyer en instruction");
        await desk.CheckAsync(lead);
        await lead.SeeAsync("/lots/nouveau");
        await lead.PressAsync("Préparer le lot");
        await lead.ExpectErrorAsync();

        var signatory = await desk.SignatoryAsync(width);
        await signatory.SeeAsync($"{desk.Root}/signature");
        await desk.SignAsync(signatory, "Accorder l’aide");
        await signatory.SeeHereAsync();
        await signatory.SeeAsync($"{desk.Root}/rejeu");
        await lead.SeeAsync($"{desk.Root}/convention", $"{desk.Root}/recours");
        await lead.PressAsync("Enregistrer le recours");
        await lead.ExpectErrorAsync();

        // Served in a sandbox where no script runs, axe's neither: its text is read in a page without one.
        var letter = await lead.APIRequest.GetAsync($"{desk.Root}/courrier");
        Assert.True(letter.Ok);
        await lead.SetContentAsync(await letter.TextAsync());
        await lead.ExpectAccessibleAsync();
    }
}
