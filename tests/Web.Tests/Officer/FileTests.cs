using Iness.Casework.Lifecycle;
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
        var draft = await portal.WithDatabaseAsync(async db => await db.DraftAsync(portal.Clock, await db.Organisations.FirstAsync(Stop), await db.Users.FirstAsync(Stop)));
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
}
