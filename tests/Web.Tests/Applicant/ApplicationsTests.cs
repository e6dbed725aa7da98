using Iness.TestKit;
using Iness.Web.Tests.Portal;

namespace Iness.Web.Tests.Applicant;

/// <summary>The applications of one's own.</summary>
public sealed class ApplicationsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Section_SavedAndLeft_ShowsWhatWasTyped()
    {
        var (account, draft) = await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(portal.Clock);
            return (account, await db.DraftAsync(portal.Clock, await db.OrganisationAsync(portal.Clock, "900100017", account), account));
        });
        var person = await portal.SignedInAsync(account);

        await person.GoAsync($"/demandes/{draft}/projet");
        await person.PressAsync("Enregistrer et revenir", ("titre", "Vendre en ligne"));

        Assert.Equal($"/demandes/{draft}", person.Address);
        await person.GoAsync($"/demandes/{draft}/projet");
        Assert.Equal("Vendre en ligne", person.ValueOf("titre"));
    }

    [Fact]
    public async Task Applications_OfAnotherOrganisation_AreNotFound()
    {
        var (stranger, draft) = await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(portal.Clock);
            var stranger = await db.AccountAsync(portal.Clock, "Sacha Loin");
            return (stranger, await db.DraftAsync(portal.Clock, await db.OrganisationAsync(portal.Clock, "900200015", account), account));
        });
        var person = await portal.SignedInAsync(stranger);

        await person.GoAsync($"/demandes/{draft}");

        Assert.Equal(404, person.Status);
    }
}
