using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>An appeal is registered with the day it came, listed until it is answered, and answered: the file opened again, or the appeal rejected.</summary>
public sealed class AppealPagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refusal_Appealed_IsRegisteredThenReopened()
    {
        var people = await portal.DecisionPeopleAsync("900100041", euros: 1_000_000);
        var file = await portal.UnderReviewAsync(people, DecisionWorld.TooLarge);
        var proposal = await portal.ProposedAsync(file, people.Officer.Id, DecisionKind.Refusal);
        await portal.WithAsync<CheckProposal, bool>(async check => (await check.ExecuteAsync(proposal, 1, null, people.Lead.AsActor(), Stop)).IsDone);
        var signatory = await portal.SignedInAsync(people.Signatory);
        await signatory.GoAsync($"/dossiers/{file.Number}/signature");
        await signatory.PressAsync("Refuser l’aide");
        var applicant = await portal.SignedInAsync(people.Applicant);
        await applicant.GoAsync($"/demandes/{file.Id}/decision/courrier");
        Assert.Contains("Motif : ", applicant.Text, StringComparison.Ordinal);

        var lead = await portal.SignedInAsync(people.Lead);
        await lead.GoAsync($"/dossiers/{file.Number}/recours");
        await lead.PressAsync("Enregistrer le recours", ("recours", "Lettre de Camille Roy."), ("recu-jour", "25"), ("recu-mois", "11"), ("recu-annee", "2026"));
        Assert.Contains("après le 24 novembre 2026", lead.ErrorOf("recu"), StringComparison.Ordinal);
        Assert.Equal("25", lead.ValueOf("recu-jour"));
        Assert.Contains("Lettre de Camille Roy.", lead.Text, StringComparison.Ordinal);
        await lead.PressAsync("Enregistrer le recours", ("recu-jour", "24"));
        Assert.Contains("Le recours est enregistré", lead.Text, StringComparison.Ordinal);
        Assert.Contains("Un recours reçu le 24 novembre 2026 est enregistré. Sans réponse de la Région, il est rejeté le 24 janvier 2027.", lead.Text, StringComparison.Ordinal);
        await lead.GoAsync("/decisions");
        Assert.Contains("Recours sans réponse", lead.Text, StringComparison.Ordinal);
        await lead.FollowAsync(file.Number!);
        Assert.Contains("reçu le 24 novembre 2026 ; sans réponse, il est rejeté le 24 janvier 2027", lead.Text, StringComparison.Ordinal);
        await applicant.GoAsync($"/demandes/{file.Id}/suivi");
        Assert.Contains("La Région doit répondre au recours le 24 janvier 2027", applicant.Text, StringComparison.Ordinal);
        await lead.FollowAsync("Enregistrer un recours ou rouvrir le dossier");
        await lead.PressAsync("Rouvrir le dossier");
        Assert.NotNull(lead.ErrorOf("motif"));
        await lead.PressAsync("Rouvrir le dossier", ("motif", "L'effectif était faux."));
        await applicant.GoAsync($"/demandes/{file.Id}/suivi");
        Assert.Contains("La Région doit répondre au recours le 24 janvier 2027", applicant.Text, StringComparison.Ordinal);

        Assert.Equal(FileStatus.UnderReview, await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == file.Id).Select(found => found.Status).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Refusal_Appealed_IsRejectedByTheSignatoryWithAReasonThatTheApplicantReads()
    {
        var people = await portal.DecisionPeopleAsync("900100058", euros: 1_000_000);
        var file = await portal.UnderReviewAsync(people, DecisionWorld.TooLarge);
        var proposal = await portal.ProposedAsync(file, people.Officer.Id, DecisionKind.Refusal);
        await portal.WithAsync<CheckProposal, bool>(async check => (await check.ExecuteAsync(proposal, 1, null, people.Lead.AsActor(), Stop)).IsDone);
        var signatory = await portal.SignedInAsync(people.Signatory);
        await signatory.GoAsync($"/dossiers/{file.Number}/signature");
        await signatory.PressAsync("Refuser l’aide");
        await portal.WithAsync<RegisterAppeal, bool>(async appeal => (await appeal.ExecuteAsync(file.Id, new(2026, 11, 24), "Lettre.", people.Lead.AsActor(), Stop)).IsDone);

        await signatory.GoAsync($"/dossiers/{file.Number}/decision");
        await signatory.FollowAsync("Rejeter le recours");
        await signatory.PressAsync("Rejeter le recours");
        Assert.StartsWith("Erreur :", signatory.Page.Title, StringComparison.Ordinal);
        Assert.NotNull(signatory.ErrorOf("motif"));
        await signatory.PressAsync("Rejeter le recours", ("motif", "L'effectif est confirmé par la déclaration sociale."));

        Assert.Contains("Le recours est rejeté", signatory.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sans réponse, il est rejeté", signatory.Text, StringComparison.Ordinal);
        Assert.Contains("reçu le 24 novembre 2026 ; rejeté le 24 novembre 2026 : L'effectif est confirmé par la déclaration sociale.", signatory.Text.Replace('’', '\''), StringComparison.Ordinal);
        var applicant = await portal.SignedInAsync(people.Applicant);
        await applicant.GoAsync($"/demandes/{file.Id}/suivi");
        Assert.Contains("L'effectif est confirmé par la déclaration sociale.", applicant.Text, StringComparison.Ordinal);
        Assert.Contains("tribunal administratif de Lille", applicant.Text, StringComparison.Ordinal);
        Assert.Contains("La Région a rejeté votre recours", applicant.Text, StringComparison.Ordinal);
        await signatory.GoAsync($"/dossiers/{file.Number}/recours/rejet");
        Assert.Contains("Aucun recours", signatory.Text, StringComparison.Ordinal);
    }
}
