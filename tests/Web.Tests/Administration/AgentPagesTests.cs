using System.Text.RegularExpressions;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Iness.Web.Tests.Accounts;
using Iness.Web.Tests.Accounts.Codes;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Administration;

/// <summary>An agent from the invitation to the closing of their account, through the pages.</summary>
public sealed class AgentPagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string List = "/administration/comptes";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Invite_BadInput_KeepsWhatWasTyped()
    {
        var administrator = await AdministratorAsync();
        await administrator.GoAsync($"{List}/inviter");
        await administrator.PressAsync("Envoyer l’invitation", ("prenom", "Lina"), ("courriel", "pas une adresse"), ("role", "Signatory"), ("qualite", ""));

        Assert.StartsWith("Erreur", administrator.Page.Title, StringComparison.Ordinal);
        Assert.Equal(("Lina", "pas une adresse"), (administrator.ValueOf("prenom"), administrator.ValueOf("courriel")));
        Assert.True(administrator.Page.QuerySelector("input[name=role][value=Signatory]")!.HasAttribute("checked"));
        foreach (var field in new[] { "nom", "courriel", "qualite" }) Assert.NotNull(administrator.ErrorOf(field));
    }

    [Fact]
    public async Task Agent_Invited_ChoosesAPasswordAndASecondFactorBeforeAnyPage()
    {
        var email = await InvitedAsync(Role.Auditor);
        var agent = portal.Visitor();
        var link = await LinkAsync(email);

        await agent.GoAsync(link);
        await agent.PressAsync("Ouvrir mon compte", ("mot-de-passe", "motdepasse2026"));
        Assert.Contains("trop facile", agent.ErrorOf("mot-de-passe"), StringComparison.Ordinal);
        await agent.PressAsync("Ouvrir mon compte", ("mot-de-passe", Newcomer.GoodPassword));
        Assert.Equal("/compte/second-facteur", agent.Address);
        await agent.GoAsync("/administration/journal");
        Assert.Equal("Second facteur", agent.Heading);
        await agent.FollowAsync("Codes d’une application");
        await agent.PressAsync("Commencer");
        await agent.PressAsync("Activer les codes", ("code", Totp.Now(agent.Page.QuerySelector("#cle")!.TextContent)));
        await agent.GoAsync("/administration/journal");
        Assert.Equal((200, "Journal"), (agent.Status, agent.Heading));

        // The link is spent, and the password alone leads to the code.
        var other = portal.Visitor();
        await other.GoAsync(link);
        Assert.Equal("Ce lien ne fonctionne plus", other.Heading);
        await other.GoAsync("/connexion");
        await other.PressAsync("Se connecter", ("courriel", email), ("mot-de-passe", Newcomer.GoodPassword));
        Assert.Equal("/connexion/code", other.Address);

        // Without its second factor the same session is shut again.
        await agent.GoAsync("/compte/code");
        await agent.PressAsync("Désactiver les codes", ("preuve", Newcomer.GoodPassword));
        await agent.GoAsync("/administration/journal");
        Assert.Equal("Second facteur", agent.Heading);
    }

    [Fact]
    public async Task Invited_AddressSignedUpByAStranger_StaysTheAgents()
    {
        var email = await InvitedAsync(Role.Officer);
        var link = await LinkAsync(email);
        var stranger = portal.Visitor();
        await stranger.GoAsync("/inscription");
        await stranger.PressAsync("Créer mon compte", ("prenom", "Pirate"), ("nom", "Inconnu"), ("courriel", email), ("mot-de-passe", Newcomer.GoodPassword));

        var agent = portal.Visitor();
        await agent.GoAsync(link);

        Assert.Equal("Ouvrir votre compte d’agent", agent.Heading);
        Assert.DoesNotContain("Pirate", agent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_Changed_EndsTheSessionsAndIsTraced()
    {
        var administrator = await AdministratorAsync();
        var account = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Noé Fort", Role.Auditor));
        var agent = await portal.SignedInAsync(account);
        await administrator.GoAsync($"{List}/{account.Id}");
        await administrator.PressAsync("Enregistrer le rôle", ("role", "Signatory"), ("qualite", ""));
        Assert.NotNull(administrator.ErrorOf("qualite"));
        await administrator.PressAsync("Enregistrer le rôle", ("role", "Signatory"), ("qualite", "Directeur"));

        await agent.GoAsync("/administration/taches");
        Assert.StartsWith("/connexion", agent.Address, StringComparison.Ordinal);
        Assert.Contains("Directeur", (await portal.WithDatabaseAsync(db => db.AuditLog.SingleAsync(line => line.Action == "RoleChanged" && line.Subject == $"account/{account.Id}", Stop))).Details, StringComparison.Ordinal);

        await administrator.GoAsync($"{List}/{account.Id}/fermer");
        await administrator.PressAsync("Fermer ce compte");
        Assert.NotNull(administrator.ErrorOf("confirmation"));
        await administrator.PressAsync("Fermer ce compte", ("confirmation", "oui"));
        Assert.Contains("Le compte de Noé Fort est fermé", administrator.Text, StringComparison.Ordinal);
        await administrator.GoAsync($"{List}/{account.Id}");
        Assert.Equal(404, administrator.Status);
    }

    [Fact]
    public async Task SecondFactor_Lost_IsTakenOffByAnAdministrator()
    {
        var administrator = await AdministratorAsync();
        var account = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Noé Fort", Role.Officer));
        await administrator.GoAsync($"{List}/{account.Id}");
        await administrator.PressAsync("Retirer son second facteur");

        Assert.Contains("est retiré", administrator.Text, StringComparison.Ordinal);
        Assert.False(await portal.WithDatabaseAsync(db => db.Users.Where(found => found.Id == account.Id).Select(found => found.TwoFactorEnabled).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Account_OfAnApplicant_IsNotThere()
    {
        var administrator = await AdministratorAsync();
        var applicant = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock));
        foreach (var address in new[] { $"{List}/{applicant.Id}", $"{List}/{applicant.Id}/fermer" })
        {
            await administrator.GoAsync(address);
            Assert.Equal(404, administrator.Status);
        }
    }

    private async Task<Person> AdministratorAsync() => await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Alix Martin", Role.Administrator)));

    private async Task<string> InvitedAsync(Role role)
    {
        var email = $"lina.{Guid.NewGuid():N}@exemple.fr";
        var administrator = await AdministratorAsync();
        await administrator.GoAsync($"{List}/inviter");
        await administrator.PressAsync("Envoyer l’invitation", ("prenom", "Lina"), ("nom", "Caron"), ("courriel", email), ("role", role.ToString()));
        Assert.Contains($"L'invitation est partie à {email}".Replace('\'', '’'), administrator.Text.Replace('\'', '’'), StringComparison.Ordinal);
        return email;
    }

    private Task<string> LinkAsync(string email) => portal.WithDatabaseAsync(async db =>
        new Uri(Regex.Match((await db.Outbox.AsNoTracking().SingleAsync(mail => mail.To == email, Stop)).Body, @"https?://\S+").Value).PathAndQuery);
}
