using Iness.Casework.Registers.Companies;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Applicant;

/// <summary>The organisations of applicants: added, shared, left; nothing of them is for others.</summary>
public sealed class OrganisationsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_RegisterDown_KeepsTheNameAndGoesOn()
    {
        portal.Answer = new CompanySearch.Unavailable(Unavailability.Timeout);
        var person = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock)));

        await person.GoAsync("/demandes/nouvelle");
        await person.FollowAsync("Ajouter ma structure");
        await person.PressAsync("Continuer", ("numero", "900 100 018"));
        Assert.NotNull(person.ErrorOf("numero"));
        Assert.Equal("900 100 018", person.ValueOf("numero"));
        await person.PressAsync("Continuer", ("numero", "900 100 017"));
        Assert.Contains("ne répond pas", person.Text, StringComparison.Ordinal);
        await person.PressAsync("Continuer", ("nom", ""));
        Assert.NotNull(person.ErrorOf("nom"));
        await person.PressAsync("Continuer", ("nom", "La Recyclerie"));

        Assert.Equal("/demandes/nouvelle", person.Address);
        await person.PressAsync("Créer la demande");
        Assert.Contains("La Recyclerie", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_Accepted_SharesTheApplications()
    {
        var (camille, dominique, sacha, draft) = await portal.WithDatabaseAsync(async db =>
        {
            var camille = await db.AccountAsync(portal.Clock);
            var organisation = await db.OrganisationAsync(portal.Clock, "900300013", camille);
            return (camille, await db.AccountAsync(portal.Clock, "Dominique Petit"), await db.AccountAsync(portal.Clock, "Sacha Loin"), await db.DraftAsync(portal.Clock, organisation, camille));
        });
        var member = await portal.SignedInAsync(camille);
        await member.GoAsync("/structures");
        var field = member.Page.QuerySelector("input[name^=courriel-]")!.GetAttribute("name")!;
        await member.PressAsync("Inviter", (field, "pas une adresse"));
        Assert.NotNull(member.ErrorOf(field));
        Assert.Equal("pas une adresse", member.ValueOf(field));
        await member.PressAsync("Inviter", (field, dominique.Email!));
        Assert.Contains(dominique.Email!, member.Text, StringComparison.OrdinalIgnoreCase);
        var link = await portal.WithDatabaseAsync(async db => "/invitations/" + (await db.Outbox.SingleAsync(mail => mail.To == dominique.Email, Stop)).Body.Split("/invitations/")[1].Split('\n')[0]);

        var visitor = portal.Visitor();
        Assert.Contains("/connexion?retour=" + Uri.EscapeDataString(link), (await visitor.Http.GetAsync(new Uri(link, UriKind.Relative), Stop)).Headers.Location!.ToString(), StringComparison.Ordinal);
        var other = await portal.SignedInAsync(sacha);
        await other.GoAsync(link);
        Assert.Contains("une autre adresse", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Camille", other.Text, StringComparison.Ordinal);

        var invited = await portal.SignedInAsync(dominique);
        await invited.GoAsync(link);
        Assert.Contains("Camille Roy vous invite", invited.Text, StringComparison.Ordinal);
        await invited.PressAsync("Accepter");
        Assert.Equal("/structures", invited.Address);
        await invited.GoAsync($"/demandes/{draft}/contact");
        await invited.PressAsync("Confier", ("contact", dominique.Id.ToString()));
        Assert.Contains("Suivie par Dominique Petit", invited.Text, StringComparison.Ordinal);
        await invited.GoAsync(link);
        Assert.Contains("déjà servi", invited.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_OfAnotherOrganisation_IsNotFound()
    {
        var (sacha, organisation, draft, invitation) = await portal.WithDatabaseAsync(async db =>
        {
            var camille = await db.AccountAsync(portal.Clock);
            var organisation = await db.OrganisationAsync(portal.Clock, "900400011", camille);
            var invitation = new Casework.Organisations.Invitation
            {
                Id = Guid.CreateVersion7(),
                OrganisationId = organisation.Id,
                Email = "x@exemple.fr",
                TokenHash = Guid.NewGuid().ToString("N"),
                InvitedBy = camille.Id,
                CreatedAt = portal.Clock.GetUtcNow().UtcDateTime,
                ExpiresAt = portal.Clock.GetUtcNow().UtcDateTime.AddDays(1),
            };
            db.Add(invitation);
            await db.CommitAsync(new(camille.AsActor(), "Prepared", "test/1"), Stop);
            return (await db.AccountAsync(portal.Clock, "Sacha Loin"), organisation.Id, await db.DraftAsync(portal.Clock, organisation, camille), invitation.Id);
        });
        var stranger = await portal.SignedInAsync(sacha);

        await stranger.GoAsync("/structures");
        Assert.DoesNotContain("Jardins", stranger.Text, StringComparison.Ordinal);
        foreach (var address in new[] { $"/demandes/{draft}/contact", "/invitations/inconnue" })
        {
            await stranger.GoAsync(address);
            Assert.Equal(404, stranger.Status);
        }

        (string Handler, string Name, string Value)[] posts =
            [("Invite", "structure", organisation.ToString()), ("Leave", "structure", organisation.ToString()), ("Revoke", "invitation", invitation.ToString())];
        foreach (var (handler, name, value) in posts)
        {
            await stranger.GoAsync("/structures");
            await stranger.PostAsync($"/structures?handler={handler}", (name, value), ($"courriel-{organisation}", sacha.Email!));
            Assert.Equal(404, stranger.Status);
        }

        Assert.Null(await portal.WithDatabaseAsync(db => db.Invitations.Where(found => found.Id == invitation).Select(found => found.RevokedAt).SingleAsync(Stop)));
    }
}
