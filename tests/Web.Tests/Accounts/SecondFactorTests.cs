using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.AspNetCore.Identity;

namespace Iness.Web.Tests.Accounts;

/// <summary>No agent reaches a page of the Région by a password alone.</summary>
public sealed class SecondFactorTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Officer)]
    [InlineData(Role.LeadOfficer)]
    [InlineData(Role.Signatory)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public async Task Agent_WithoutASecondFactor_ReachesTheirOwnAccountOnly(Role role)
    {
        var person = await portal.SignedInAsync(await AgentAsync(role, hasPasskey: false));

        foreach (var address in new[] { "/administration", "/administration/taches", "/administration/comptes", "/demandes" })
        {
            await person.GoAsync(address);
            Assert.Equal($"/compte/second-facteur?retour={Uri.EscapeDataString(address)}", person.Address);
            Assert.Contains("Choisissez-en un", person.Text, StringComparison.Ordinal);
        }

        await person.PostAsync("/administration/messages/renvoi", ("id", Guid.Empty.ToString()));
        Assert.Equal("/compte/second-facteur", person.Address);
        await person.GoAsync("/compte/code");
        Assert.Equal((200, "/compte/code"), (person.Status, person.Address));
        using var script = new HttpRequestMessage(HttpMethod.Get, "/administration/taches");
        script.Headers.Add("X-Requested-With", "XMLHttpRequest");
        using var answer = await person.Http.SendAsync(script, Stop);
        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Agent_WhoHasAPasskeyAndUsedTheirPassword_ReachesNothing()
    {
        var person = await portal.SignedInAsync(await AgentAsync(Role.Administrator, hasPasskey: true));

        // Not even the page where somebody who knows the password would set a second factor of their own.
        foreach (var address in new[] { "/administration", "/compte", "/compte/cles", "/compte/code" })
        {
            await person.GoAsync(address);
            Assert.Equal($"/connexion/cle?retour={Uri.EscapeDataString(address)}", person.Address);
        }

        await person.GoAsync("/deconnexion");
        Assert.NotEqual("/connexion/cle", person.Address.Split('?')[0]);
    }

    [Fact]
    public async Task Applicant_WithoutASecondFactor_GoesOn()
    {
        var person = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock)));
        await person.GoAsync("/demandes");
        Assert.Equal((200, "/demandes"), (person.Status, person.Address));
    }

    private Task<Account> AgentAsync(Role role, bool hasPasskey) => portal.WithDatabaseAsync(async db =>
    {
        var account = await db.AccountAsync(portal.Clock, role: role);
        account.TwoFactorEnabled = false;
        if (hasPasskey)
            db.Add(new IdentityUserPasskey<Guid> { UserId = account.Id, CredentialId = Guid.NewGuid().ToByteArray(), Data = new() { PublicKey = [1], AttestationObject = [1], ClientDataJson = [1], Name = "clé" } });
        await db.CommitAsync(new(Actor.System, "Prepared", Act.Account(account.Id)), Stop);
        return account;
    });
}
