using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>An officer chooses the facts of the computation; the signatory may decline; a sent batch may come back.</summary>
public sealed class RetainPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Retain_MendedAnswers_CountOnceChosenAndTheApplicantReadsWhy()
    {
        var people = await portal.DecisionPeopleAsync("900100017", euros: 1_000_000);
        var file = await portal.UnderReviewAsync(people);
        await portal.WithDatabaseAsync(async db =>
        {
            (await db.Answers.SingleAsync(answer => answer.ApplicationId == file.Id && answer.Key == "titre", Stop)).Value = "Vendre mieux";
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
            return true;
        });
        var officer = await portal.SignedInAsync(people.Officer);
        await officer.GoAsync($"/dossiers/{file.Number}/proposition");
        await officer.PressAsync("Proposer", ("sens", "Grant"));
        Assert.Contains("Des réponses ont changé", officer.ErrorOf("sens"), StringComparison.Ordinal);

        await officer.GoAsync($"/dossiers/{file.Number}/faits");
        await officer.FollowAsync("Choisir les faits du calcul");
        await officer.PressAsync("Enregistrer");
        Assert.Contains("Écrivez le motif", officer.ErrorOf("motif"), StringComparison.Ordinal);
        await officer.PressAsync("Enregistrer", ("motif", "Seul le titre a changé."));
        Assert.Contains("Les faits retenus sont enregistrés", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/dossiers/{file.Number}/proposition");
        await officer.PressAsync("Proposer", ("sens", "Grant"));
        Assert.Contains("transmise au responsable", officer.Text, StringComparison.Ordinal);

        var applicant = await portal.SignedInAsync(people.Applicant);
        await applicant.GoAsync($"/demandes/{file.Id}/suivi");
        Assert.Contains("Seul le titre a changé.", applicant.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/dossiers/{file.Number}/faits/retenir");
        Assert.Empty(officer.Page.QuerySelectorAll("form[method=post] input[name=faits]"));
    }

    [Fact]
    public async Task Sign_Declined_KeepsWhatWasTypedThenGoesBackToItsOfficer()
    {
        var people = await portal.DecisionPeopleAsync("900100025", euros: 1_000_000);
        await portal.CheckedAsync(people);
        var number = await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.OrganisationId == people.Organisation.Id).Select(found => found.Number!).SingleAsync(Stop));
        var signatory = await portal.SignedInAsync(people.Signatory);
        await signatory.GoAsync($"/dossiers/{number}/signature");
        await signatory.PressAsync("Renvoyer en instruction", ("motif", " "));
        Assert.Contains("Écrivez pourquoi", signatory.ErrorOf("motif"), StringComparison.Ordinal);
        await signatory.PressAsync("Renvoyer en instruction", ("motif", "À revoir avec le service."));
        Assert.Contains("de nouveau en instruction", signatory.Text, StringComparison.Ordinal);
        Assert.Equal(FileStatus.UnderReview, await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Number == number).Select(found => found.Status).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Batch_Recalled_IsToSendAgain()
    {
        var people = await portal.DecisionPeopleAsync("900100033", euros: 1_000_000);
        await portal.CheckedAsync(people);
        var lead = await portal.SignedInAsync(people.Lead);
        await lead.GoAsync("/lots/nouveau");
        await lead.PressAsync("Préparer le lot", ("nom", "Commission à reprendre"), ("lesquelles", "toutes"));
        await lead.PressAsync("Transmettre au signataire");
        await lead.PressAsync("Reprendre ce lot au signataire");
        Assert.Contains("Le lot est repris", lead.Text, StringComparison.Ordinal);
        Assert.Contains("Transmettre au signataire", lead.Text, StringComparison.Ordinal);
    }
}
