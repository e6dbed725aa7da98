using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>From the grounds to the last cent repaid, each person at their own page; nothing of it is another's.</summary>
public sealed class RecoveryPagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Repayment_FromTheGroundsToTheLastCent()
    {
        var people = await portal.DecisionPeopleAsync("900100017", euros: 1_000_000);
        var file = await portal.WithDatabaseAsync(db => db.PaidAsync(portal.Clock, people));
        var officer = await portal.SignedInAsync(people.Officer);
        await officer.GoAsync($"/dossiers/{file.Number}/reversement");
        await officer.FollowAsync("Engager un reversement");
        await officer.PressAsync("Inviter le bénéficiaire", ("montant", "2 400,01"), ("motifs", "La boutique n’a jamais ouvert."), ("disposition", "PAY-9"));
        Assert.StartsWith("Erreur :", officer.Page.Title, StringComparison.Ordinal);
        Assert.Contains("d'au plus 2 400 €", officer.ErrorOf("montant")!.Replace('’', '\''), StringComparison.Ordinal);
        Assert.Contains("n'existe pas", officer.ErrorOf("disposition")!.Replace('’', '\''), StringComparison.Ordinal);
        Assert.Equal(("2 400,01", "La boutique n’a jamais ouvert."), (officer.ValueOf("montant"), officer.ValueOf("motifs")));
        await officer.PressAsync("Inviter le bénéficiaire", ("montant", "900"), ("disposition", "pay-1"), ("audition-jour", "23"));
        Assert.Contains("30 jours au moins", officer.ErrorOf("audition"), StringComparison.Ordinal);
        await officer.PressAsync("Inviter le bénéficiaire", ("audition-jour", "24"));
        Assert.Contains("invité à présenter ses observations", officer.Text, StringComparison.Ordinal);

        var applicant = await portal.SignedInAsync(people.Applicant);
        await applicant.GoAsync($"/demandes/{file.Id}/suivi");
        Assert.Contains("vos observations jusqu'au 24 décembre 2026", applicant.Text.Replace('’', '\''), StringComparison.Ordinal);
        await applicant.FollowAsync("Réduction, retrait ou reversement");
        Assert.Contains("jusqu'au 24 décembre 2026", applicant.Text.Replace('’', '\''), StringComparison.Ordinal);
        await applicant.PressAsync("Envoyer mes observations");
        Assert.NotNull(applicant.ErrorOf("observations"));
        var stranger = await StrangerAsync(file);
        await applicant.PressAsync("Envoyer mes observations", ("observations", "Elle ouvre demain."));
        Assert.Contains("Elle ouvre demain.", applicant.Text, StringComparison.Ordinal);

        var signatory = await portal.SignedInAsync(people.Signatory);
        await signatory.GoAsync("/reversements");
        await signatory.FollowAsync(file.Number!);
        Assert.Contains("Elle ouvre demain.", signatory.Text, StringComparison.Ordinal);
        Assert.Contains("Voies et délais de recours", signatory.Page.QuerySelector("section[aria-labelledby=acte]")!.TextContent, StringComparison.Ordinal);
        await signatory.PressAsync("Demander le reversement");
        Assert.Contains("pris et notifié", signatory.Text, StringComparison.Ordinal);
        await applicant.GoAsync($"/demandes/{file.Id}/reversement");
        await applicant.FollowAsync("Lire la décision");
        Assert.Contains("La boutique n’a jamais ouvert.", applicant.Text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", applicant.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var act = applicant.Address;
        Assert.NotNull(await portal.WithDatabaseAsync(db => db.Recoveries.Where(found => found.ApplicationId == file.Id).Select(found => found.ReadAt).SingleAsync(Stop)));
        await stranger.GoAsync(act);
        Assert.Equal(404, stranger.Status);

        await RepaidAsync(file);
        await applicant.GoAsync($"/demandes/{file.Id}/reversement");
        Assert.Contains("Tout est reversé.", applicant.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawal_OpenedByAnotherMeanwhile_IsToldAndKeepsWhatWasTyped()
    {
        var people = await portal.DecisionPeopleAsync("900100025", euros: 1_000_000);
        var file = await portal.WithDatabaseAsync(db => db.NotifiedAsync(portal.Clock, people));
        var officer = await portal.SignedInAsync(people.Officer);
        var lead = await portal.SignedInAsync(people.Lead);
        await officer.GoAsync($"/dossiers/{file.Number}/reversement/nouveau");
        await lead.GoAsync($"/dossiers/{file.Number}/reversement/nouveau");
        await lead.PressAsync("Inviter le bénéficiaire", ("mesure", "Withdrawal"), ("motifs", "Projet abandonné."));

        await officer.PressAsync("Inviter le bénéficiaire", ("mesure", "Reduction"), ("montant", "100"), ("motifs", "Une raison longue à écrire."));
        Assert.Contains("déjà engagée", officer.Page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Une raison longue à écrire.", officer.ValueOf("motifs"));

        await lead.FollowAsync("Abandonner la procédure");
        await lead.PressAsync("Abandonner la procédure");
        Assert.NotNull(lead.ErrorOf("motif"));
        await lead.PressAsync("Abandonner la procédure", ("motif", "Le projet reprend."));
        Assert.Contains("est abandonnée", lead.Text, StringComparison.Ordinal);
        var applicant = await portal.SignedInAsync(people.Applicant);
        await applicant.GoAsync($"/demandes/{file.Id}/reversement");
        Assert.Contains("Le projet reprend.", applicant.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lapse_SeveralAtOnce_NamesThoseThatCannot()
    {
        var people = await portal.DecisionPeopleAsync("900100033", euros: 1_000_000);
        var (one, other) = await portal.WithDatabaseAsync(async db => (await db.ClaimableUntilAsync(portal.Clock, people, new(2026, 11, 20)), await db.ClaimableUntilAsync(portal.Clock, people, new(2026, 11, 23))));
        var lead = await portal.SignedInAsync(people.Lead);
        await lead.GoAsync("/versements/caducite");
        Assert.Contains(one.Number!, lead.Text, StringComparison.Ordinal);
        await lead.PressAsync("Constater la caducité");
        Assert.Contains("Cochez au moins un dossier.", lead.Text, StringComparison.Ordinal);
        // Meanwhile, the other is claimed.
        await portal.WithDatabaseAsync(async db =>
        {
            (await db.Applications.SingleAsync(found => found.Id == other.Id, Stop)).Move(FileAction.ClaimPayment, people.Applicant.AsActor(), DateTime.UnixEpoch.AddYears(56));
            await db.CommitAsync(new(Casework.Audit.Actor.System, "TestPrepared", "test/1"), Stop);
            return true;
        });
        await lead.PostAsync("/versements/caducite", ("dossiers", one.Id.ToString()), ("dossiers", other.Id.ToString()));

        Assert.Contains("1 aide constatée caduque", lead.Text, StringComparison.Ordinal);
        Assert.Contains($"{other.Number} : Cette demande est versement demandé", lead.Text, StringComparison.Ordinal);
        Assert.Equal(FileStatus.Closed, await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == one.Id).Select(found => found.Status).SingleAsync(Stop)));
        var applicant = await portal.SignedInAsync(people.Applicant);
        await applicant.GoAsync($"/demandes/{one.Id}/reversement");
        await applicant.FollowAsync("Lire le courrier");
        Assert.Equal(200, applicant.Status);
    }

    private async Task<Person> StrangerAsync(Application file)
    {
        var stranger = await portal.SignedInAsync(await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(portal.Clock, "Sacha Loin");
            await db.OrganisationAsync(portal.Clock, "900900010", account);
            return account;
        }));
        await stranger.GoAsync("/demandes/nouvelle");
        await stranger.PostAsync($"/demandes/{file.Id}/reversement", ("observations", "Je m’en mêle."));
        Assert.Equal(404, stranger.Status);
        return stranger;
    }

    private async Task RepaidAsync(Application file)
    {
        var finance = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Lou Petit", Role.Finance)));
        await finance.GoAsync("/reversements");
        await finance.FollowAsync(file.Number!);
        await finance.PressAsync("Constater la somme", ("montant", "900,01"), ("reference", "Titre 12"), ("recue-jour", "24"), ("recue-mois", "11"), ("recue-annee", "2026"));
        Assert.NotNull(finance.ErrorOf("montant"));
        Assert.Equal("Titre 12", finance.ValueOf("reference"));
        await finance.PressAsync("Constater la somme", ("montant", "400"));
        Assert.Contains("Reste à reverser : 500 €", finance.Text, StringComparison.Ordinal);
        await finance.PressAsync("Constater la somme", ("montant", "500"), ("reference", "Titre 13"), ("recue-jour", "24"), ("recue-mois", "11"), ("recue-annee", "2026"));
        Assert.Contains("le dossier est clos", finance.Text, StringComparison.Ordinal);
    }
}
