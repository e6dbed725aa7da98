using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>The standard agreement, from its offer to its acceptance.</summary>
public sealed class AgreementPagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Agreement_Offered_IsAcceptedOnline()
    {
        var people = await portal.DecisionPeopleAsync("900100058", euros: 1_000_000);
        var proposal = await portal.CheckedAsync(people);
        var file = await portal.WithDatabaseAsync(db => db.Proposals.Where(found => found.Id == proposal).Join(db.Applications, found => found.ApplicationId, application => application.Id, (_, application) => application).AsNoTracking().SingleAsync(Stop));
        var signatory = await portal.SignedInAsync(people.Signatory);
        await signatory.GoAsync($"/dossiers/{file.Number}/signature");
        await signatory.PressAsync("Accorder l’aide");
        var lead = await portal.SignedInAsync(people.Lead);
        await lead.GoAsync($"/dossiers/{file.Number}/convention");
        await lead.PressAsync("Proposer la convention");
        if (lead.Text.Contains("Les PDF ne peuvent pas", StringComparison.Ordinal)) Assert.Skip("weasyprint is not installed on this machine (make weasyprint).");

        var applicant = await portal.SignedInAsync(people.Applicant);
        await applicant.GoAsync($"/demandes/{file.Id}/decision");
        await applicant.FollowAsync("Lire et accepter la convention");
        await applicant.PressAsync("Accepter la convention", ("qualite", "présidente"));
        Assert.NotNull(applicant.ErrorOf("engage"));
        Assert.Equal("présidente", applicant.ValueOf("qualite"));
        await applicant.PressAsync("Déposer l’exemplaire signé");
        Assert.NotNull(applicant.ErrorOf("exemplaire"));
        await applicant.PressAsync("Accepter la convention", ("qualite", "présidente"), ("engage", "oui"));

        Assert.Contains("acceptée en ligne le 24 novembre 2026", applicant.Text, StringComparison.Ordinal);
        await lead.GoAsync($"/dossiers/{file.Number}/decision");
        Assert.Contains("acceptée en ligne le 24 novembre 2026", lead.Text, StringComparison.Ordinal);
        using var pdf = await lead.Http.GetAsync(new Uri($"/dossiers/{file.Number}/convention.pdf", UriKind.Relative), Stop);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
    }
}
