using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Iness.Web.Tests.Applicant;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

public sealed class MissingItemsPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Page_Proposals_AreChangedReadAgainAndSent()
    {
        var (applicant, filed) = await portal.FiledAsync("901100016");
        var officer = await OfficerAsync();
        var address = $"/dossiers/{(await portal.NumberAsync(filed))!.ToLowerInvariant()}/pieces-manquantes";
        await officer.GoAsync(address);
        Assert.Contains("Pièce absente", officer.Text, StringComparison.Ordinal);
        Assert.Equal("Statuts", officer.ValueOf("libelle-document-Statutes"));
        Assert.Equal(("24", "12", "2026"), (officer.ValueOf("date-jour"), officer.ValueOf("date-mois"), officer.ValueOf("date-annee")));

        // Le 27 décembre est un dimanche.
        await officer.PressAsync(
            "Relire le courrier", ("demande", "document-Statutes"), ("libelle-document-Statutes", "Vos statuts signés"), ("libre-1", "Le nombre d’adhérents"), ("libre-1-ou", "partie-projet"), ("date-jour", "27"), ("mot", "Bonjour à tous."));
        Assert.Contains("Le 27 décembre 2026 n’est pas un jour ouvré : le délai court jusqu’au 28 décembre 2026.", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Vos statuts signés", officer.Text, StringComparison.Ordinal);
        Assert.Equal("28", officer.ValueOf("date-jour"));
        await officer.PressAsync("Envoyer la demande");

        Assert.Contains("au plus tard jusqu’au 28 décembre 2026", officer.Text, StringComparison.Ordinal);
        var request = await portal.WithDatabaseAsync(db => db.MissingItemsRequests.Include(found => found.Items).SingleAsync(found => found.ApplicationId == filed));
        Assert.Equal([("Statutes", "Vos statuts signés"), ("", "Le nombre d’adhérents")], request.Items.OrderBy(item => item.Section).Select(item => (item.DocumentKind ?? "", item.Label)));
        await applicant.GoAsync($"/demandes/{filed}/suivi");
        Assert.Contains("Vos statuts signés", applicant.Text, StringComparison.Ordinal);
        Assert.Contains("Bonjour à tous.", applicant.Text, StringComparison.Ordinal);

        // The officer reads what the applicant said.
        await applicant.PressAsync("J’ai tout envoyé", ("reste", "oui"));
        await officer.GoAsync(address);
        Assert.Contains("Le demandeur a dit ne pas pouvoir fournir le reste", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tout envoyé", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfTheApplicant_TellsOfWhatTheRegionDid()
    {
        var (applicant, filed) = await portal.FiledAsync("901700013");
        await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == filed).ExecuteUpdateAsync(set => set.SetProperty(found => found.ChangedAt, new DateTime(2026, 11, 3, 9, 0, 0, DateTimeKind.Utc))));
        var officer = await OfficerAsync();
        await officer.GoAsync($"/dossiers/{await portal.NumberAsync(filed)}");
        await officer.PressAsync("Prendre en instruction");

        await applicant.GoAsync("/demandes");

        Assert.Contains("dernier changement le 24 novembre 2026", applicant.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NothingAskedOrWrongDate_KeepsWhatWasTyped()
    {
        var (_, filed) = await portal.FiledAsync("901200014");
        var officer = await OfficerAsync();
        await officer.GoAsync($"/dossiers/{await portal.NumberAsync(filed)}/pieces-manquantes");

        await officer.PressAsync("Relire le courrier", ("demande", "rien"), ("date-jour", "31"), ("date-mois", "2"), ("mot", "Un mot gardé"), ("libelle-document-Statutes", "Gardé aussi"));

        Assert.StartsWith("Erreur", officer.Page.Title, StringComparison.Ordinal);
        Assert.Equal(("31", "Un mot gardé", "Gardé aussi"), (officer.ValueOf("date-jour"), officer.ValueOf("mot"), officer.ValueOf("libelle-document-Statutes")));
        Assert.Contains("Cochez ou écrivez au moins un élément", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Cette date n’existe pas", officer.ErrorOf("date"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_FileChangedMeanwhile_TellsTheSecondAndKeepsTheWords()
    {
        var (applicant, filed) = await portal.FiledAsync("901300012");
        var address = $"/dossiers/{await portal.NumberAsync(filed)}/pieces-manquantes";
        var (first, second) = (await OfficerAsync(), await OfficerAsync());
        foreach (var officer in new[] { first, second })
        {
            await officer.GoAsync(address);
            await officer.PressAsync("Relire le courrier", ("mot", "Le mot du second"));
        }

        await first.PressAsync("Envoyer la demande");
        await second.PressAsync("Envoyer la demande");

        Assert.Contains("Le dossier vient de changer", second.Text, StringComparison.Ordinal);
        Assert.Equal("Le mot du second", second.ValueOf("mot"));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.MissingItemsRequests.CountAsync(found => found.ApplicationId == filed)));
        await applicant.GoAsync(address);
        Assert.Equal(403, applicant.Status);
    }

    [Fact]
    public async Task Page_Sent_ShowsItsLetterAndClockThenIsWithdrawnWithAReason()
    {
        var (applicant, filed) = await portal.FiledAsync("901310010");
        var officer = await OfficerAsync();
        var number = await portal.NumberAsync(filed);
        await officer.GoAsync($"/dossiers/{number}/pieces-manquantes");
        await officer.PressAsync("Relire le courrier", ("demande", "document-Statutes"));
        await officer.PressAsync("Envoyer la demande");
        Assert.Contains("Le délai de réponse est suspendu", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Le courrier envoyé", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/dossiers/{number}/proposition");
        Assert.Contains("seul un classement sans suite peut être proposé", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Que proposez-vous", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/dossiers/{number}/pieces-manquantes");
        await applicant.GoAsync($"/demandes/{filed}/suivi");
        var letter = applicant.Page.QuerySelectorAll("a").Single(link => link.TextContent.StartsWith("Le courrier du", StringComparison.Ordinal)).GetAttribute("href")!;
        using var kept = await applicant.Http.GetAsync(new Uri(letter, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.StartsWith($"elements-manquants-{number}-1.", kept.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);

        await officer.FollowAsync("Retirer cette demande");
        await officer.PressAsync("Ne plus attendre", ("motif", " "));
        Assert.StartsWith("Erreur", officer.Page.Title, StringComparison.Ordinal);
        // Le demandeur change le dossier pendant ce temps.
        await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == filed).ExecuteUpdateAsync(set => set.SetProperty(found => found.Version, found => found.Version + 1)));
        await officer.PressAsync("Ne plus attendre", ("motif", "Vos statuts sont publiés."));
        Assert.Equal("Vos statuts sont publiés.", officer.ValueOf("motif"));
        Assert.Contains("Le dossier vient de changer", officer.ErrorOf("motif"), StringComparison.Ordinal);
        await officer.PressAsync("Ne plus attendre");

        Assert.Contains("retirée", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Vos statuts sont publiés.", officer.Text, StringComparison.Ordinal);
        await applicant.GoAsync($"/demandes/{filed}/suivi");
        Assert.Contains("n’attend plus ce qu’elle vous avait demandé", applicant.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ce que la Région attend de vous", applicant.Text, StringComparison.Ordinal);
        await applicant.GoAsync($"/dossiers/{number}/pieces-manquantes/retrait");
        Assert.Equal(403, applicant.Status);
    }

    [Fact]
    public async Task Page_OnceTheTwoMonthsHavePassed_SaysThatNothingIsSuspended()
    {
        var (applicant, filed) = await portal.FiledAsync("901320019");
        // Déposée deux mois et un jour plus tôt.
        await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == filed).ExecuteUpdateAsync(set => set.SetProperty(found => found.FiledAt, new DateTime(2026, 9, 23, 9, 0, 0, DateTimeKind.Utc))));
        var officer = await OfficerAsync();
        await officer.GoAsync($"/dossiers/{await portal.NumberAsync(filed)}/pieces-manquantes");
        Assert.Contains("la demande ne le suspend plus", officer.Text, StringComparison.Ordinal);
        await officer.PressAsync("Relire le courrier", ("demande", "document-Statutes"));
        Assert.Contains("votre demande est réputée rejetée depuis ce jour", officer.Text, StringComparison.Ordinal);

        await officer.PressAsync("Envoyer la demande");

        Assert.Contains("Le délai de réponse a pris fin le 23 novembre 2026.", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("suspendu", officer.Text, StringComparison.Ordinal);
        await applicant.GoAsync($"/demandes/{filed}/suivi");
        Assert.Contains("la Région reprend l’examen aussitôt", applicant.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfADraft_DoesNotExist()
    {
        var officer = await OfficerAsync();
        await officer.GoAsync("/dossiers/INESS-2026-999999/pieces-manquantes");
        Assert.Equal(404, officer.Status);
    }

    private async Task<Person> OfficerAsync() => await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Noé Vandamme", Role.Officer)));
}
