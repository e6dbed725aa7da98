using Iness.TestKit;
using Iness.Web.Tests.Portal;

namespace Iness.Web.Tests.Applicant;

/// <summary>A plan that does not come to the costs is told of, and blocks nothing.</summary>
public sealed class FundingTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Plan_OtherThanTheCosts_IsToldOnItsPageAndBeforeFiling()
    {
        var person = await ApplicantAsync("900100017", ownFunds: "1000");
        var root = person.Address;

        await person.GoAsync($"{root}/financement");
        Assert.Contains("Votre plan de financement totalise 1 000 €", person.Text, StringComparison.Ordinal);
        Assert.Contains("Vos dépenses totalisent 6 000 €", person.Text, StringComparison.Ordinal);
        await person.PressAsync("Enregistrer et continuer");
        Assert.Equal($"{root}/minimis", person.Address);
        await person.GoAsync($"{root}/verification");
        Assert.Contains("Vos dépenses totalisent 6 000 €", person.Text, StringComparison.Ordinal);
        await person.GoAsync(root);
        Assert.Contains("sur 8.", person.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("900200015", "6000")]
    [InlineData("900300013", "3600")] // with the aid, 40 % of 6 000 €
    public async Task Plan_ThatComesToTheCosts_IsNotContradicted(string siren, string ownFunds)
    {
        var person = await ApplicantAsync(siren, ownFunds);

        await person.GoAsync($"{person.Address}/financement");

        Assert.DoesNotContain("Votre plan de financement totalise", person.Text, StringComparison.Ordinal);
    }

    private async Task<Person> ApplicantAsync(string siren, string ownFunds)
    {
        var (account, draft) = await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(portal.Clock);
            return (account, await db.DraftAsync(portal.Clock, await db.OrganisationAsync(portal.Clock, siren, account), account,
                ("depenses.a001.libelle", "Boutique en ligne"), ("depenses.a001.categorie", "OnlineShop"), ("depenses.a001.nature", "Service"), ("depenses.a001.montant", "6000"),
                ("depenses.a001.financement", "Purchase"), ("depenses.a001.facture", "oui"), ("depenses.a001.commande", "non"),
                ("fonds-propres", ownFunds), ("emprunts", "0"), ("prives", "0"), ("autres-aides", "non"), ("minimis", "non"), ("liees", "non")));
        });
        var person = await portal.SignedInAsync(account);
        await person.GoAsync($"/demandes/{draft}");
        return person;
    }
}
