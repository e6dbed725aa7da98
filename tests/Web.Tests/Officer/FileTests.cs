using Iness.Casework.Lifecycle;
using Iness.Casework.Registers.Companies;
using Iness.Regulation;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>The file as officers work on it: they rule and correct with reasons that the applicant reads, and never over one another.</summary>
public sealed class FileTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ruling_WithoutReason_KeepsWhatWasTypedThenIsReadByTheApplicant()
    {
        var (applicant, id, number) = await portal.FileAsync();
        var (officer, _) = await portal.AgentAsync();
        await officer.GoAsync($"/dossiers/{number.ToLowerInvariant()}");
        await officer.GoAsync($"/dossiers/{number}/dispositions/eli-3");

        await officer.PressAsync("Enregistrer", ("avis", "non-remplie"), ("motif", " "));
        Assert.NotNull(officer.ErrorOf("motif"));
        Assert.StartsWith("Erreur", officer.Page.Title, StringComparison.Ordinal);
        Assert.NotNull(officer.Page.QuerySelector("input[value=non-remplie][checked]"));
        await officer.PressAsync("Enregistrer", ("motif", "72 salariés au registre du personnel."));

        Assert.Equal($"/dossiers/{number}", officer.Address.Split('#')[0]);
        Assert.Contains("72 salariés au registre du personnel.", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Dominique Lenoir", officer.Text, StringComparison.Ordinal);
        // The finding stands beside the ruling.
        Assert.Contains("70 ETP", officer.Page.QuerySelector("#eli-3")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        await applicant.GoAsync($"/demandes/{id}/suivi");
        Assert.Contains("72 salariés au registre du personnel.", applicant.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_OfAFile_AreThoseThatItsStatusCanFill()
    {
        var (_, _, number) = await portal.FileAsync();
        var people = await portal.DecisionPeopleAsync("900100025");
        var granted = await portal.WithDatabaseAsync(async db => (await db.GrantedAsync(portal.Clock, people)).Number!);
        var (officer, _) = await portal.AgentAsync();

        Assert.DoesNotContain("Versement", await PartsAsync(officer, number));
        Assert.Contains("Proposition", await PartsAsync(officer, number));
        var parts = await PartsAsync(officer, granted);
        Assert.Contains("Versement", parts);
        Assert.Contains("Retrait et reversement", parts);
        Assert.DoesNotContain("Archive", parts);
    }

    [Fact]
    public async Task Ruling_OtherOfficerWasFaster_IsToldAndLosesNothing()
    {
        var (_, id, number) = await portal.FileAsync();
        var (first, _) = await portal.AgentAsync();
        var (second, _) = await portal.AgentAsync(name: "Claude Petit");
        await first.GoAsync($"/dossiers/{number}/dispositions/eli-3");
        await second.GoAsync($"/dossiers/{number}/dispositions/eli-3");
        await first.PressAsync("Enregistrer", ("avis", "remplie"), ("motif", "Attestation de l'URSSAF."));

        await second.PressAsync("Enregistrer", ("avis", "non-remplie"), ("motif", "Registre du personnel."));

        Assert.Contains("par Dominique Lenoir", second.Text, StringComparison.Ordinal);
        Assert.Contains("Attestation de l'URSSAF.", second.Text, StringComparison.Ordinal);
        Assert.Equal("Registre du personnel.", second.ValueOf("motif"));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Rulings.CountAsync(ruling => ruling.ApplicationId == id, Stop)));
        await second.PressAsync("Enregistrer");
        Assert.Contains("Registre du personnel.", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cost_Reduced_ShowsTheEffectBeforeAndAfter()
    {
        var (applicant, id, number) = await portal.FileAsync();
        var (officer, _) = await portal.AgentAsync();
        await officer.GoAsync($"/dossiers/{number}/depenses/c0");

        await officer.PressAsync("Voir l’effet", ("correction", "Reduce"), ("montant", "5000"), ("raison", "IncludesVat"), ("motif", "Le devis est TTC."));
        Assert.NotNull(officer.ErrorOf("montant"));
        Assert.Equal("Le devis est TTC.", officer.ValueOf("motif"));
        await officer.PressAsync("Voir l’effet", ("montant", "3500"));
        Assert.Contains("3 500 €", officer.Text, StringComparison.Ordinal);
        Assert.False(await portal.WithDatabaseAsync(db => db.CostCorrections.AnyAsync(found => found.ApplicationId == id, Stop)));
        await officer.PressAsync("Enregistrer la correction");

        Assert.Contains("Dépenses retenues : 4 200 € avant, 3 500 € maintenant.", officer.Text, StringComparison.Ordinal);
        await applicant.GoAsync($"/demandes/{id}/suivi");
        Assert.Contains("Réduite à 3 500 €", applicant.Text, StringComparison.Ordinal);
        Assert.Contains("Dépenses retenues : 4 200 € au dépôt, 3 500 € maintenant.", applicant.Text, StringComparison.Ordinal);
        Assert.Contains("Le devis est TTC.", applicant.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Signatory)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public async Task File_ReadByWhoDoesNotReview_HasNoButtons(Role role)
    {
        var (_, _, number) = await portal.FileAsync();
        var (reader, _) = await portal.AgentAsync(role);
        foreach (var part in (string[])["", "/faits", "/pieces", "/echanges"])
        {
            await reader.GoAsync($"/dossiers/{number}{part}");
            Assert.Equal(200, reader.Status);
            Assert.Empty(reader.Page.QuerySelectorAll("main form"));
            Assert.DoesNotContain(reader.Page.QuerySelectorAll("main a"), link => link.TextContent.StartsWith("Statuer", StringComparison.Ordinal) || link.TextContent.StartsWith("Corriger", StringComparison.Ordinal));
        }

        await reader.GoAsync($"/dossiers/{number}/dispositions/eli-3");
        Assert.Equal(403, reader.Status);
    }

    [Fact]
    public async Task File_OfADraftOrOfNothing_IsNotThere()
    {
        var (_, id, number) = await portal.FileAsync();
        var (officer, _) = await portal.AgentAsync();
        var draft = await portal.WithDatabaseAsync(async db => await db.DraftAsync(portal.Clock, await db.Organisations.OrderBy(found => found.Id).FirstAsync(Stop), await db.Users.OrderBy(found => found.Id).FirstAsync(Stop)));
        foreach (var address in (string[])[$"/dossiers/{draft}", $"/dossiers/{id}", "/dossiers/INESS-2026-999999", $"/dossiers/{number}/depenses/c9", $"/dossiers/{number}/dispositions/eli-99", $"/dossiers/{number}/pieces/{Guid.NewGuid()}"])
        {
            await officer.GoAsync(address);
            Assert.Equal(404, officer.Status);
        }
    }

    [Fact]
    public async Task Exchanges_MessageAndNote_GoToTheApplicantAndToNobody()
    {
        var (applicant, id, number) = await portal.FileAsync();
        var (officer, _) = await portal.AgentAsync();
        await officer.GoAsync($"/dossiers/{number}");
        await officer.PressAsync("Prendre en instruction");
        Assert.Contains("Vous instruisez désormais ce dossier", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/dossiers/{number}/echanges");

        await officer.PressAsync("Envoyer le message", ("message", "Pouvez-vous préciser votre effectif ?"));
        await officer.PressAsync("Ajouter la note", ("note", "Effectif à vérifier avec la DREETS."));

        Assert.Contains("Effectif à vérifier avec la DREETS.", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Prise en instruction", officer.Text, StringComparison.Ordinal);
        await applicant.GoAsync($"/demandes/{id}/suivi");
        Assert.Contains("Pouvez-vous préciser votre effectif ?", applicant.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DREETS", applicant.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slip_Corrected_CountsAndIsToldToTheApplicant()
    {
        var (applicant, id, number) = await portal.FileAsync();
        var (officer, _) = await portal.AgentAsync();
        await officer.GoAsync($"/dossiers/{number}/faits");
        await officer.FollowAsync("Conditions de l’aide");

        await officer.PressAsync("Corriger et avertir", ("effectif", "sept"), ("motif-correction", "L'attestation dit 7 salariés."));
        Assert.NotNull(officer.ErrorOf("effectif"));
        Assert.Equal(("sept", "L'attestation dit 7 salariés."), (officer.ValueOf("effectif"), officer.ValueOf("motif-correction")));
        await officer.PressAsync("Corriger et avertir", ("effectif", "7"));

        Assert.Equal(200, officer.Status);
        Assert.Contains("Le demandeur en est averti", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/dossiers/{number}");
        var finding = officer.Page.QuerySelector("#eli-3")!.TextContent.Replace('\u00A0', ' ');
        Assert.Contains("7 ETP", finding, StringComparison.Ordinal);
        Assert.Contains("Avec les faits et les dépenses retenus :", finding, StringComparison.Ordinal);
        await applicant.GoAsync($"/demandes/{id}/suivi");
        Assert.Contains("L'attestation dit 7 salariés.", applicant.Text, StringComparison.Ordinal);
        Assert.Contains("« 70 équivalents temps plein » auparavant, « 7 équivalents temps plein » maintenant", applicant.Text, StringComparison.Ordinal);
        foreach (var part in (string[])["engagements", "depenses", "depenses/c0", "rien"])
        {
            await officer.GoAsync($"/dossiers/{number}/reponses/{part}");
            Assert.Equal(404, officer.Status);
        }
    }

    [Fact]
    public async Task Register_AskedAgain_TellsWhatChangedDifferencesFirst()
    {
        var (_, id, number) = await portal.FileAsync();
        var (officer, _) = await portal.AgentAsync();
        var siren = await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == id).Select(found => found.Organisation!.Siren).SingleAsync(Stop));
        await officer.GoAsync($"/dossiers/{number}/faits");

        portal.Answer = new CompanySearch.Found([new() { Siren = Siren.TryParse(siren, out var known) ? known : throw new InvalidOperationException(siren), HasCeased = true, FetchedAt = portal.Clock.GetUtcNow() }]);
        await officer.PressAsync("Interroger de nouveau");

        Assert.Contains("Ce qui a changé : Situation : inconnu auparavant, A cessé son activité maintenant", officer.Text, StringComparison.Ordinal);
        Assert.StartsWith("Situation", officer.Page.QuerySelector("tbody th")!.TextContent, StringComparison.Ordinal);
        await officer.PressAsync("Interroger de nouveau");
        Assert.Contains("rien n’a changé depuis la dernière fois", officer.Text, StringComparison.Ordinal);
        portal.Answer = new CompanySearch.Unavailable(Unavailability.Timeout);
        await officer.PressAsync("Interroger de nouveau");
        Assert.Contains("n’a pas répondu", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_Shown_IsLockedDownBesideTheFindings()
    {
        var (applicant, id, number) = await portal.FileAsync();
        await applicant.GoAsync($"/demandes/{id}/suivi");
        using var form = Applicant.DocumentSender.Form(applicant, "", ("devis.pdf", Applicant.DocumentSender.Pdf));
        form.Add(new StringContent("Voici le devis"), "message");
        await applicant.SendAsync(new(HttpMethod.Post, $"/demandes/{id}/suivi?handler=Message") { Content = form });
        var (officer, _) = await portal.AgentAsync(Role.Auditor);
        await officer.GoAsync($"/dossiers/{number}/pieces");

        await officer.FollowAsync("devis.pdf");

        var frame = officer.Page.QuerySelector("iframe")!;
        Assert.NotEmpty(officer.Page.QuerySelectorAll("#piece .govuk-tag"));
        Assert.Contains("frame-src 'self'", officer.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        await officer.GoAsync(frame.GetAttribute("src")!);
        Assert.Equal("application/pdf", officer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("default-src 'none'", officer.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self'", officer.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_OfTheApplicant_IsMarkedUntilSomebodyReadsIt()
    {
        var (applicant, id, number) = await portal.FileAsync();
        var (officer, _) = await portal.AgentAsync();
        await applicant.GoAsync($"/demandes/{id}/suivi");
        await applicant.PressAsync("Envoyer le message", ("message", "Notre effectif a changé."));

        await officer.GoAsync($"/dossiers?recherche={number}");
        Assert.Contains("message à lire", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/dossiers/{number}");
        await officer.FollowAsync("Le demandeur a écrit");
        Assert.Contains("Notre effectif a changé.", officer.Text, StringComparison.Ordinal);

        await officer.GoAsync($"/dossiers/{number}");
        Assert.DoesNotContain("Le demandeur a écrit", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/dossiers?recherche={number}");
        Assert.Contains(number, officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("message à lire", officer.Text, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> PartsAsync(Person officer, string number)
    {
        await officer.GoAsync($"/dossiers/{number}");
        return [.. officer.Page.QuerySelectorAll(".file-tabs a").Select(part => part.TextContent)];
    }
}
