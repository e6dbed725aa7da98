using System.Net;
using Iness.Casework.Applications;
using Iness.TestKit;
using Iness.Web.Tests.Portal;

namespace Iness.Web.Tests.Officer;

/// <summary>The queue of declarations to the national register, and the certificate the beneficiary has of the aid.</summary>
public sealed class DeMinimisPagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queue_FromGrantToAnswer_IsExportedThenAnsweredRowByRow()
    {
        var people = await portal.DecisionPeopleAsync("900100017", euros: 1_000_000);
        var (one, two) = (await portal.GrantedAsync(people), await portal.GrantedAsync(people));
        var officer = await portal.SignedInAsync(people.Officer);
        await officer.GoAsync("/de-minimis");
        Assert.Equal("De minimis", officer.Page.QuerySelector(".site-nav [aria-current]")!.TextContent);
        Assert.Contains(one.Number!, officer.Text, StringComparison.Ordinal);
        Assert.Contains("22 décembre 2026", officer.Text, StringComparison.Ordinal);

        await officer.PressAsync("Transmettre ce qui attend");
        Assert.Contains("2 aides sont transmises", officer.Text, StringComparison.Ordinal);
        var file = await officer.Http.GetAsync(new Uri(officer.Page.QuerySelector("a[href^='/de-minimis/export.csv']")!.GetAttribute("href")!, UriKind.Relative), Stop);
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains($";{one.Organisation!.Siren};2400.00;", await file.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        await officer.FollowAsync($"Noter la réponse pour {one.Number}");
        await officer.PressAsync("Noter la réponse", ("resultat", "refusee"), ("reference", "Écrite trop tôt"));
        Assert.Contains("Indiquez pourquoi", officer.ErrorOf("motif"), StringComparison.Ordinal);
        Assert.StartsWith("Erreur :", officer.Page.Title, StringComparison.Ordinal);
        Assert.Equal("Écrite trop tôt", officer.ValueOf("reference"));
        await officer.PressAsync("Noter la réponse", ("motif", "SIREN inconnu du registre"));
        await officer.GoAsync("/de-minimis?etat=refusees");
        Assert.Contains("SIREN inconnu du registre", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Transmettre ce qui attend", officer.Text, StringComparison.Ordinal);

        await officer.GoAsync("/de-minimis/reponses");
        await SendAsync(officer, null);
        Assert.Contains("Choisissez le fichier", officer.ErrorOf("fichier"), StringComparison.Ordinal);
        await SendAsync(officer, $"dossier;resultat;reference\n{two.Number};confirmée;MIN-7\nINESS-2026-999999;confirmée;\n");
        Assert.Contains("1 réponse notée, 1 ligne refusée", officer.Text, StringComparison.Ordinal);
        Assert.Contains("INESS-2026-999999", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync("/de-minimis?etat=confirmees");
        Assert.Contains("MIN-7", officer.Text, StringComparison.Ordinal);

        portal.Clock.Set(new(2026, 12, 23, 9, 0, 0, TimeSpan.Zero));
        // A month later, the session is over.
        officer = await portal.SignedInAsync(people.Officer);
        await officer.GoAsync("/de-minimis?etat=en-retard");
        Assert.Contains(one.Number!, officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(two.Number!, officer.Text, StringComparison.Ordinal);
        await officer.GoAsync("/de-minimis/export.csv?lot=1");
        Assert.Equal(404, officer.Status);
    }

    [Fact]
    public async Task Certificate_OfAGrant_StatesTheAidAndIsOnesOwn()
    {
        var people = await portal.DecisionPeopleAsync("900100033", euros: 1_000_000);
        var file = await portal.GrantedAsync(people);
        var applicant = await portal.SignedInAsync(people.Applicant);
        await applicant.GoAsync($"/demandes/{file.Id}/suivi");
        await applicant.FollowAsync("L’attestation d’aide de minimis");
        foreach (var expected in new[] { "2 400 €", "règlement (UE) 2023/2831", "Région Hauts-de-France", file.Number!, "Les Jardins d’essai", "articles 3, 6 et 7", "déclaration en cours" })
            Assert.Contains(expected, applicant.Text, StringComparison.Ordinal);
        Assert.Contains("sandbox", applicant.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var pdf = await applicant.Http.GetAsync(new Uri($"/demandes/{file.Id}/attestation-de-minimis.pdf", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, pdf.StatusCode);
        Assert.True(pdf.Content.Headers.ContentType!.MediaType is "application/pdf" or "text/html");

        // Renounced, there is nothing to certify any more.
        var stranger = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Sacha Loin")));
        await stranger.GoAsync($"/demandes/{file.Id}/attestation-de-minimis");
        Assert.Equal(404, stranger.Status);
        await portal.WithAsync<WithdrawApplication, bool>(async withdraw => (await withdraw.ExecuteAsync(file.Id, people.Applicant.AsActor(), null, Stop)).IsDone);
        await applicant.GoAsync($"/demandes/{file.Id}/attestation-de-minimis");
        Assert.Equal(404, applicant.Status);
        await applicant.GoAsync($"/demandes/{file.Id}/suivi");
        Assert.DoesNotContain("attestation", applicant.Text, StringComparison.Ordinal);
    }

    private static Task SendAsync(Person officer, string? text)
    {
        var form = new MultipartFormDataContent { { new StringContent(officer.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        if (text is not null) form.Add(new StringContent(text), "fichier", "reponses.csv");
        return officer.SendAsync(new(HttpMethod.Post, "/de-minimis/reponses") { Content = form });
    }
}
