using Iness.Casework.Lifecycle;
using Iness.EndToEnd.Tests.Browser;
using Iness.Web.Tests.Accounts.Codes;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Region;

/// <summary>An agent is invited, and reaches no file before a second factor is set.</summary>
public sealed class InvitedAgentTests(Portal portal)
{
    [Fact]
    public async Task Invited_ChoosesAPasswordThenASecondFactor_ThenReachesTheFiles()
    {
        var administrator = await portal.SignedInAsync(await Desk.AgentAsync(portal, Role.Administrator));
        var email = $"ines.moreau.{Guid.NewGuid():N}@exemple.fr";
        await administrator.GotoAsync("/administration/comptes/inviter");
        await administrator.GetByLabel("Prénom").FillAsync("Inès");
        await administrator.GetByLabel("Nom", new() { Exact = true }).FillAsync("Moreau");
        await administrator.GetByLabel("Adresse électronique professionnelle").FillAsync(email);
        await administrator.GetByLabel("Instructeur", new() { Exact = true }).CheckAsync();
        await administrator.PressAsync("Envoyer l’invitation");
        await Assertions.Expect(administrator.Locator("[role=status]")).ToContainTextAsync("L’invitation est partie");

        var agent = await portal.PageAsync(768);
        await agent.GotoAsync(await portal.MailedLinkAsync(email));
        await agent.ExpectAccessibleAsync();
        await agent.PressAsync("Ouvrir mon compte");
        await agent.ExpectErrorAsync();
        await agent.GetByLabel("Votre mot de passe").FillAsync("une phrase longue et secrète 7");
        await agent.PressAsync("Ouvrir mon compte");
        await agent.ExpectTitleAsync("Second facteur");
        await agent.ExpectAccessibleAsync();
        await agent.GotoAsync("/dossiers");
        await agent.ExpectTitleAsync("Second facteur");
        await agent.GetByRole(AriaRole.Link, new() { Name = "Codes d’une application" }).ClickAsync();
        await agent.PressAsync("Commencer");
        await agent.GetByLabel("Code à 6 chiffres").FillAsync(Totp.Now(await agent.Locator("#cle").InnerTextAsync()));
        await agent.PressAsync("Activer les codes");
        await Assertions.Expect(agent.Locator("h1")).ToHaveTextAsync("Gardez vos codes de secours");
        await agent.GotoAsync("/dossiers");
        await agent.ExpectTitleAsync("Dossiers");
        await agent.SeeHereAsync();
    }
}
