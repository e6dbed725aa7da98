using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>From the proposal to the applicant's reading, each person at their own page.</summary>
public sealed class DecisionPagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Grant_FromTheProposalToTheReading()
    {
        var people = await portal.DecisionPeopleAsync("900100017");
        var file = await portal.UnderReviewAsync(people);
        var officer = await portal.SignedInAsync(people.Officer);
        await officer.GoAsync($"/dossiers/{file.Number!.ToLowerInvariant()}/proposition");
        Assert.Contains("Pour 2 400 €, montant calculé par le règlement.", officer.Text, StringComparison.Ordinal);
        await officer.PressAsync("Proposer", ("sens", "Grant"), ("note", "Dossier clair."));
        Assert.Contains("La proposition est transmise", officer.Text, StringComparison.Ordinal);

        var lead = await portal.SignedInAsync(people.Lead);
        await lead.GoAsync("/decisions");
        await lead.FollowAsync(file.Number);
        Assert.Contains("Dossier clair.", lead.Text, StringComparison.Ordinal);
        await lead.PressAsync("Renvoyer en instruction");
        Assert.StartsWith("Erreur :", lead.Page.Title, StringComparison.Ordinal);
        Assert.Contains("Écrivez pourquoi", lead.ErrorOf("motif"), StringComparison.Ordinal);
        await lead.PressAsync("Valider la proposition");
        Assert.Contains("elle attend le signataire", lead.Text, StringComparison.Ordinal);

        var signatory = await portal.SignedInAsync(people.Signatory);
        await signatory.GoAsync($"/dossiers/{file.Number}/courrier");
        Assert.Contains("Aperçu", signatory.Text, StringComparison.Ordinal);
        await signatory.GoAsync($"/dossiers/{file.Number}/signature");
        await signatory.PressAsync("Accorder l’aide");
        Assert.Contains("prise et notifiée", signatory.Text, StringComparison.Ordinal);
        Assert.Contains("pas encore lue", signatory.Text, StringComparison.Ordinal);

        await signatory.FollowAsync("Rejouer la décision");
        Assert.Contains("Identique", signatory.Text, StringComparison.Ordinal);

        var applicant = await portal.SignedInAsync(people.Applicant);
        await applicant.GoAsync($"/demandes/{file.Id}/suivi");
        await applicant.FollowAsync("La décision, et pourquoi");
        Assert.Contains("L'aide vous est accordée : 2 400 € au plus.", applicant.Text.Replace('’', '\''), StringComparison.Ordinal);
        Assert.Contains("Sacha Dubois, Directrice", applicant.Text, StringComparison.Ordinal);
        await applicant.FollowAsync("Lire le courrier");
        Assert.Contains("aide de minimis", applicant.Text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", applicant.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("sandbox", applicant.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.NotNull(await portal.WithDatabaseAsync(db => db.Decisions.Where(decision => decision.ApplicationId == file.Id).Select(decision => decision.ReadAt).SingleAsync(Stop)));

        var stranger = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Sacha Loin")));
        foreach (var page in new[] { "", "/courrier", "/courrier.pdf" })
        {
            await stranger.GoAsync($"/demandes/{file.Id}/decision{page}");
            Assert.Equal(404, stranger.Status);
        }
    }

    [Fact]
    public async Task Propose_BeyondTheEnvelope_NamesWhatIsLeftAndKeepsWhatWasTyped()
    {
        var people = await portal.DecisionPeopleAsync("900100025", euros: 1_000_000);
        var file = await portal.UnderReviewAsync(people);
        var granted = await portal.WithDatabaseAsync(db => db.EnvelopeBalanceAsync(2026, Stop));
        await portal.WithDatabaseAsync(async db =>
        {
            (await db.Envelopes.SingleAsync(Stop)).Voted = granted.Proposed + granted.Granted + Iness.Regulation.Money.Euros(700);
            await db.CommitAsync(new(Casework.Audit.Actor.System, "TestPrepared", "test/1"), Stop);
            return true;
        });
        var officer = await portal.SignedInAsync(people.Officer);
        await officer.GoAsync($"/dossiers/{file.Number}/proposition");

        await officer.PressAsync("Proposer", ("sens", "Grant"), ("note", "À voir avec les finances."));

        Assert.Equal("Erreur : L'enveloppe de 2026 n'a plus que 700 € : l'aide de 2 400 € ne peut pas être proposée.", officer.ErrorOf("sens")!.Replace('’', '\''));
        Assert.Equal("À voir avec les finances.", officer.ValueOf("note"));
        Assert.StartsWith("Erreur :", officer.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_AfterAnotherOfficer_IsToldAndKeepsWhatWasTyped()
    {
        var people = await portal.DecisionPeopleAsync("900100066", euros: 1_000_000);
        var file = await portal.UnderReviewAsync(people);
        var officer = await portal.SignedInAsync(people.Officer);
        await officer.GoAsync($"/dossiers/{file.Number}/proposition");
        await portal.ProposedAsync(file, people.Signatory.Id);

        await officer.PressAsync("Proposer", ("sens", "Closure"), ("note", "Une raison longue à écrire."));

        Assert.Contains("Ce dossier a changé", officer.Page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Une raison longue à écrire.", officer.Text, StringComparison.Ordinal);
        Assert.Contains("La proposition en cours", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAndSign_OnesOwnProposal_AreRefused()
    {
        var people = await portal.DecisionPeopleAsync("900100033", euros: 1_000_000);
        var (one, other) = (await portal.UnderReviewAsync(people), await portal.UnderReviewAsync(people));
        await portal.ProposedAsync(one, people.Lead.Id);
        var proposal = await portal.ProposedAsync(other, people.Signatory.Id);
        await portal.WithAsync<CheckProposal, bool>(async check => (await check.ExecuteAsync(proposal, 1, null, people.Lead.AsActor(), Stop)).IsDone);

        var lead = await portal.SignedInAsync(people.Lead);
        await lead.GoAsync($"/dossiers/{one.Number}/controle");
        await lead.PressAsync("Valider la proposition");
        Assert.Contains("quelqu'un d'autre doit la contrôler", lead.Text.Replace('’', '\''), StringComparison.Ordinal);
        var signatory = await portal.SignedInAsync(people.Signatory);
        await signatory.GoAsync($"/dossiers/{other.Number}/signature");
        await signatory.PressAsync("Accorder l’aide");
        Assert.Contains("quelqu'un d'autre doit la prendre", signatory.Text.Replace('’', '\''), StringComparison.Ordinal);
        Assert.Equal(FileStatus.Proposed, await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == other.Id).Select(found => found.Status).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Propose_AfterItWasSentBack_SaysWhy()
    {
        var people = await portal.DecisionPeopleAsync("900100074", euros: 1_000_000);
        var file = await portal.UnderReviewAsync(people);
        var proposal = await portal.ProposedAsync(file, people.Officer.Id);
        await portal.WithAsync<CheckProposal, bool>(async check => (await check.ExecuteAsync(proposal, 1, "Le devis ne dit pas la durée.", people.Lead.AsActor(), Stop)).IsDone);

        var officer = await portal.SignedInAsync(people.Officer);
        await officer.GoAsync($"/dossiers/{file.Number}/proposition");

        Assert.Contains("Le devis ne dit pas la durée.", officer.Page.QuerySelector("#renvoi")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviewed_RuledByAnOfficer_ShowsTheVerdictOfTheMachineAndTheRulingBesideIt()
    {
        var people = await portal.DecisionPeopleAsync("900100082", euros: 1_000_000);
        var file = await portal.UnderReviewAsync(people, DecisionWorld.TooLarge);
        Assert.True(await portal.WithAsync<Casework.Review.RuleOnProvision, bool>(async rule =>
            (await rule.ExecuteAsync(file.Id, file.Version, new("ELI-3", true, "Des apprentis étaient comptés."), people.Officer.AsActor(), Stop)).IsDone));
        var officer = await portal.SignedInAsync(people.Officer);
        await officer.GoAsync($"/dossiers/{file.Number}/proposition");

        var ruled = officer.Page.QuerySelectorAll(".finding-list__one").Single(one => one.TextContent.Contains("Des apprentis", StringComparison.Ordinal));
        Assert.Equal(["Non remplie", "Remplie"], ruled.QuerySelectorAll(".govuk-tag").Select(tag => tag.TextContent));
    }
}
