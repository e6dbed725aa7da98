using System.Text;
using Iness.Casework.Lifecycle;
using Iness.Casework.Payments.Preparing;
using Iness.TestKit;
using Iness.Web.Tests.Applicant;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>From the claim to the payment through the Région's pages: what is typed is kept, each does what they may, nobody does two steps that two people do.</summary>
public sealed class PaymentPagesTests(CountedHost portal) : IClassFixture<CountedHost>
{
    private const int Most = 12;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Claim_FromTheInvoiceToTheReturnOfFinance_IsPaid()
    {
        var (people, number, invoice) = await ClaimAsync("900100017");
        var officer = await portal.SignedInAsync(people.Officer);
        await officer.GoAsync("/versements");
        Assert.Contains(number, officer.Text, StringComparison.Ordinal);
        await officer.FollowAsync(number);
        Assert.Contains("il reste 60 jours", officer.Text, StringComparison.Ordinal);
        Assert.Equal(4, officer.Page.QuerySelectorAll(".amount-bars rect").Length);
        Assert.Contains("1 ligne de facture reste à examiner. Si tout ce qui est demandé était retenu, l’aide à payer serait de 2 400 €", officer.Text, StringComparison.Ordinal);

        await officer.GoAsync($"/dossiers/{number}/versement/factures/{invoice}");
        AssertFramed(officer);
        await officer.PressAsync("Enregistrer", ("retenu-1", "4 500"), ("precision-1", "Un tiers du site est une vitrine."));
        Assert.StartsWith("Erreur :", officer.Page.Title, StringComparison.Ordinal);
        Assert.Contains("Choisissez la raison", officer.ErrorOf("raison-1"), StringComparison.Ordinal);
        Assert.Equal(("4 500", "Un tiers du site est une vitrine."), (officer.ValueOf("retenu-1"), officer.ValueOf("precision-1")));
        await officer.PressAsync("Enregistrer", ("retenu-1", "6 500"));
        Assert.Contains("au plus", officer.ErrorOf("retenu-1"), StringComparison.Ordinal);
        await officer.PressAsync("Enregistrer", ("retenu-1", "4500"), ("raison-1", nameof(DeductionReason.ShowcaseWebsite)));
        Assert.Contains("Site vitrine (XCO-1)", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/dossiers/{number}/versement/preparation");
        await officer.PressAsync("Préparer le versement de 1 800 €");
        Assert.Contains("quelqu’un d’autre doit le valider", officer.Text, StringComparison.Ordinal);
        await officer.PostAsync($"/dossiers/{number}/versement/validation", ("version", "4"));
        Assert.Equal(403, officer.Status);

        var lead = await portal.SignedInAsync(people.Lead);
        await lead.GoAsync($"/dossiers/{number}/versement/validation");
        Assert.Contains("pas encore vérifié", lead.Text, StringComparison.Ordinal);
        await lead.PressAsync("Renvoyer", ("mot", ""));
        Assert.Contains("Écrivez pourquoi", lead.ErrorOf("mot"), StringComparison.Ordinal);
        await lead.GoAsync($"/dossiers/{number}/versement/compte");
        Assert.Contains("FR76 3000 6000 0112 3456 7890 189", lead.Text, StringComparison.Ordinal);
        AssertFramed(lead);
        await lead.PressAsync("Le compte est vérifié");
        await lead.GoAsync($"/dossiers/{number}/versement/validation");
        await lead.PressAsync("Valider le versement de 1 800 €");
        Assert.Contains("attend d’être liquidé", lead.Text, StringComparison.Ordinal);

        // Taken back before its batch, then prepared and validated anew.
        await lead.FollowAsync("Reprendre le versement avant sa liquidation");
        await lead.PressAsync("Reprendre le versement", ("motif", " "));
        Assert.Contains("Écrivez pourquoi", lead.ErrorOf("motif"), StringComparison.Ordinal);
        await lead.PressAsync("Reprendre le versement", ("motif", "Vérifier le compte par téléphone."));
        Assert.Contains("Le versement est repris", lead.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/dossiers/{number}/versement/preparation");
        await officer.PressAsync("Préparer le versement de 1 800 €");
        await lead.GoAsync($"/dossiers/{number}/versement/validation");
        await lead.PressAsync("Valider le versement de 1 800 €");

        await FinanceAsync(number);

        var applicant = await portal.SignedInAsync(people.Applicant);
        await applicant.GoAsync($"/demandes/{await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Number == number).Select(found => found.Id).SingleAsync(Stop))}/suivi");
        Assert.Contains("1 800 €, le 24 novembre 2026, mandat M-77", applicant.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoice_ChangedByAnotherOfficerMeanwhile_IsToldAndKept()
    {
        var (people, number, invoice) = await ClaimAsync("900100025");
        var (second, _) = await portal.AgentAsync();
        var first = await portal.SignedInAsync(people.Officer);
        await second.GoAsync($"/dossiers/{number}/versement/factures/{invoice}");
        await first.GoAsync($"/dossiers/{number}/versement/factures/{invoice}");
        await first.PressAsync("Tout retenir");

        await second.PressAsync("Enregistrer", ("retenu-1", "5000"), ("raison-1", nameof(DeductionReason.Other)), ("precision-1", "Remise constatée."));

        Assert.Contains("a changé depuis", second.Text, StringComparison.Ordinal);
        Assert.Contains("Amina Lefèvre", second.Text, StringComparison.Ordinal);
        Assert.Equal(("5000", "Remise constatée."), (second.ValueOf("retenu-1"), second.ValueOf("precision-1")));
        await second.PressAsync("Enregistrer");
        Assert.Contains("Remise constatée.", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_AskedOnAClaim_AreReadAgainThenSent()
    {
        var (people, number, _) = await ClaimAsync("900100033");
        var officer = await portal.SignedInAsync(people.Officer);
        await officer.GoAsync($"/dossiers/{number}/versement/pieces");
        await officer.PressAsync("Relire le courrier");
        Assert.Contains("Cochez ou écrivez au moins un élément", officer.Text, StringComparison.Ordinal);
        await officer.PressAsync("Relire le courrier", ("autres", "Le relevé bancaire de mai"));
        Assert.Contains("délai est suspendu depuis ce jour", officer.Text, StringComparison.Ordinal);
        Assert.Equal("Le relevé bancaire de mai", officer.ValueOf("autres"));
        await officer.PressAsync("Envoyer la demande");
        Assert.Contains("revient au bénéficiaire", officer.Text, StringComparison.Ordinal);
        Assert.Contains("est suspendu", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync("/versements?etape=pieces-attendues");
        Assert.Contains(number, officer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dossiers/{0}/versement")]
    [InlineData("/dossiers/{0}/versement/preparation")]
    [InlineData("/versements?etape=a-preparer")]
    public async Task Page_OfAPayment_AsksLittle(string address)
    {
        var (_, number, _) = await ClaimAsync($"9002{Random.Shared.Next(10000, 99999)}");
        var (officer, _) = await portal.AgentAsync();
        var page = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, number);
        await officer.GoAsync(page);
        portal.Commands.Take();
        await officer.GoAsync(page);
        Assert.Equal(200, officer.Status);
        var commands = portal.Commands.Take();
        TestContext.Current.TestOutputHelper?.WriteLine($"{address}: {commands.Count} commands");
        Assert.True(commands.Count <= Most, $"{commands.Count} commands:\n{string.Join("\n\n", commands)}");
    }

    private static void AssertFramed(Person person)
    {
        Assert.EndsWith("?voir=1", person.Page.QuerySelector("iframe")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Contains("frame-src 'self'", person.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private async Task FinanceAsync(string number)
    {
        var (finance, _) = await portal.AgentAsync(Role.Finance, "Lou Caron");
        await finance.GoAsync("/versements/liquidation");
        await finance.PressAsync("Préparer le lot de 2026");
        var batch = finance.Address;
        Assert.Contains("1, pour 1 800 €", finance.Text, StringComparison.Ordinal);
        await finance.GoAsync($"{batch}/fichier?format=csv");
        Assert.Equal(batch, finance.Address);
        var token = finance.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var sent = await finance.Http.PostAsync(new Uri($"{batch}/fichier", UriKind.Relative), new FormUrlEncodedContent([new("format", "csv"), new("__RequestVerificationToken", token)]), Stop);
        var csv = await sent.Content.ReadAsStringAsync(Stop);
        Assert.Contains($",{number},", csv, StringComparison.Ordinal);
        using var again = await finance.Http.GetAsync(new Uri($"{batch}/fichier?format=csv", UriKind.Relative), Stop);
        Assert.Equal(csv, await again.Content.ReadAsStringAsync(Stop));

        await finance.GoAsync("/versements/retours");
        await finance.PressAsync("Importer");
        Assert.StartsWith("Erreur :", finance.Page.Title, StringComparison.Ordinal);
        await GiveAsync(finance, $"dossier;montant;mandat;date_paiement\n{number};1800,00;M-77;2026-11-24\nINESS-2026-999999;1;M-78;2026-11-24\n");
        Assert.Contains("2 lignes lues : 1 payée, 0 rejetée, 0 mandatée, 1 refusée.", finance.Text, StringComparison.Ordinal);
        Assert.Contains("aucun versement n’a été demandé", finance.Text, StringComparison.Ordinal);
        await finance.GoAsync(batch);
        Assert.Contains("payé le 24 novembre 2026", finance.Text, StringComparison.Ordinal);
    }

    private static async Task GiveAsync(Person finance, string csv)
    {
        var token = finance.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await finance.SendAsync(new(HttpMethod.Post, "/versements/retours")
        {
            Content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "fichier", "retour.csv" } },
        });
    }

    private async Task<(DecisionPeople People, string Number, Guid Invoice)> ClaimAsync(string siren)
    {
        var people = await portal.DecisionPeopleAsync(siren, 500_000);
        return await portal.WithDatabaseAsync(async db =>
        {
            var application = await db.GrantedAsync(portal.Clock, people);
            var claim = await db.ClaimedAsync(portal.Clock, people, application.Id);
            return (people, application.Number!, claim.Invoices[0].Id);
        });
    }
}
