using Iness.Casework.Lifecycle;
using Iness.Casework.Review;
using Iness.TestKit;
using Iness.Web.Tests.Applicant;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

public sealed class OpinionsPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Address = "lou.marchand@exemple.fr";

    [Fact]
    public async Task Opinion_AskedAndGivenByTheLink_IsReadByTheOfficerAndTheAuditor()
    {
        var (_, filed) = await portal.FiledAsync("901400010");
        var officer = await AskedAsync(filed, Address);
        var link = await LinkAsync(Address);
        var expert = portal.Visitor();

        await expert.GoAsync(link);
        Assert.Equal("Ce coût est-il juste ?", expert.Page.QuerySelector(".govuk-inset-text")!.TextContent);
        Assert.Contains("Éléments communiqués : le projet", expert.Text, StringComparison.Ordinal);
        Assert.Contains("Vendre en ligne", expert.Text, StringComparison.Ordinal);
        // Rien de qui demande, ni de son adresse.
        var organisation = await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == filed).Select(found => found.Organisation!.Name).SingleAsync());
        foreach (var secret in new[] { "Camille", "Tisserands", organisation }) Assert.DoesNotContain(secret, expert.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("no-store", expert.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        await expert.PressAsync("Envoyer mon avis", ("avis", " "));
        Assert.Contains("Écrivez votre avis", expert.ErrorOf("avis"), StringComparison.Ordinal);
        var tooLong = new string('a', Opinion.LongestText + 1);
        await expert.PressAsync("Envoyer mon avis", ("avis", tooLong));
        Assert.Equal(tooLong, expert.ValueOf("avis"));
        await expert.PressAsync("Envoyer mon avis", ("avis", "Oui, c’est le prix courant."));
        Assert.Contains("Votre avis est envoyé", expert.Text, StringComparison.Ordinal);

        var auditor = await PersonAsync("Maud Lemaire", Role.Auditor);
        foreach (var reader in new[] { officer, auditor })
        {
            await reader.GoAsync(officer.Address);
            Assert.Contains("Oui, c’est le prix courant.", reader.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Demander un avis", auditor.Text, StringComparison.Ordinal);
        foreach (var dead in new[] { link, "/avis/inconnu" }) await IsDeadAsync(expert, dead);
    }

    [Fact]
    public async Task Opinion_WithDocuments_OpensThoseSharedAlone()
    {
        var (person, draft) = await portal.FilerAsync("901410016");
        await DocumentSender.UploadAsync(person, draft, "piece-other", ("devis.pdf", DocumentSender.Pdf));
        await DocumentSender.UploadAsync(person, draft, "piece-other", ("prive.pdf", [.. DocumentSender.Pdf, (byte)'\n']));
        await person.GoAsync($"/demandes/{draft}/verification");
        await person.PressAsync("Déposer la demande");
        var documents = await portal.WithDatabaseAsync(db => db.Documents.Where(document => document.ApplicationId == draft && document.UploadedBy != null).ToDictionaryAsync(document => document.FileName, document => document.Id));
        await AskedAsync(draft, "max@exemple.fr", ("pieces", documents["devis.pdf"].ToString()), ("parties", nameof(SharedParts.Organisation)));
        var link = await LinkAsync("max@exemple.fr");
        var expert = portal.Visitor();

        await expert.GoAsync(link);
        Assert.Contains("devis.pdf", expert.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("prive.pdf", expert.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vendre en ligne", expert.Text, StringComparison.Ordinal);
        using var shared = await expert.Http.GetAsync(new Uri($"{link}/pieces/{documents["devis.pdf"]}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(DocumentSender.Pdf, await shared.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        await expert.GoAsync($"{link}/pieces/{documents["prive.pdf"]}");
        Assert.Equal(404, expert.Status);

        // Le dossier n'attend plus de décision : rien ne s'ouvre, ni la question ni la pièce.
        await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == draft).ExecuteUpdateAsync(set => set.SetProperty(found => found.Status, FileStatus.Closed)));
        await IsDeadAsync(expert, link);
        await expert.GoAsync($"{link}/pieces/{documents["devis.pdf"]}");
        Assert.Equal(404, expert.Status);
        await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == draft).ExecuteUpdateAsync(set => set.SetProperty(found => found.Status, FileStatus.Filed)));
        await expert.GoAsync(link);
        Assert.Equal(200, expert.Status);

        // Passé le délai, plus rien ne s'ouvre.
        await portal.WithDatabaseAsync(db => db.Opinions.Where(opinion => opinion.Email == "max@exemple.fr").ExecuteUpdateAsync(set => set.SetProperty(opinion => opinion.ExpiresAt, portal.Clock.GetUtcNow().UtcDateTime)));
        await IsDeadAsync(expert, link);
        await expert.GoAsync($"{link}/pieces/{documents["devis.pdf"]}");
        Assert.Equal(404, expert.Status);
    }

    [Fact]
    public async Task Opinion_AskedOfAColleagueThenTakenBack_OpensNothing()
    {
        var (applicant, filed) = await portal.FiledAsync("901500017");
        var colleague = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Sam Dupont", Role.LeadOfficer));
        var officer = await AskedAsync(filed, "", ("collegue", colleague.Id.ToString()), ("nom", ""));
        var expert = portal.Visitor();
        var link = await LinkAsync(colleague.Email!);
        await expert.GoAsync(link);
        Assert.Equal(200, expert.Status);

        await officer.PressAsync("Retirer la demande");

        Assert.Contains("retiré", officer.Text, StringComparison.Ordinal);
        await IsDeadAsync(expert, link);
        await applicant.GoAsync(officer.Address);
        Assert.Equal(403, applicant.Status);
    }

    [Fact]
    public async Task Form_WrongAddress_KeepsWhatWasTyped()
    {
        var (_, filed) = await portal.FiledAsync("901600015");
        var officer = await PersonAsync("Noé Vandamme", Role.Officer);
        await officer.GoAsync($"/dossiers/{await portal.NumberAsync(filed)}/avis/demande");

        await officer.PressAsync("Envoyer la question", ("nom", "Lou"), ("courriel", "pas une adresse"), ("question", "Gardée"), ("parties", nameof(SharedParts.Funding)));

        Assert.StartsWith("Erreur", officer.Page.Title, StringComparison.Ordinal);
        Assert.NotNull(officer.ErrorOf("courriel"));
        Assert.Equal(("Lou", "Gardée"), (officer.ValueOf("nom"), officer.ValueOf("question")));
        Assert.Equal([nameof(SharedParts.Funding)], officer.Page.QuerySelectorAll("input[name=parties][checked]").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task Form_AColleagueAndSomebodyElse_AsksWhoIsMeant()
    {
        var (_, filed) = await portal.FiledAsync("901610014");
        var colleague = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Alix Dupont", Role.LeadOfficer));
        var officer = await PersonAsync("Noé Vandamme", Role.Officer);
        await officer.GoAsync($"/dossiers/{await portal.NumberAsync(filed)}/avis/demande");

        await officer.PressAsync("Envoyer la question", ("collegue", colleague.Id.ToString()), ("nom", "Lou"), ("courriel", "lou@exemple.fr"), ("question", "Gardée"), ("parties", nameof(SharedParts.Funding)));

        Assert.Contains("à une seule personne", officer.Page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Lou", "Gardée"), (officer.ValueOf("nom"), officer.ValueOf("question")));
    }

    [Fact]
    public async Task Link_TriedMoreThanAMinuteAllows_IsRefused()
    {
        await using var strict = portal.WithWebHostBuilder(host => host.UseScratchData().UseSetting("Accounts:EntryPermitsPerMinute", "2"));
        var person = new Person(strict.CreateClient(new() { AllowAutoRedirect = false }));
        for (var tries = 0; tries < 2; tries++)
        {
            await person.GoAsync("/connexion");
            await person.PostAsync($"/avis/essai-{tries}", ("avis", "x"));
            Assert.Equal(404, person.Status);
        }

        await person.PostAsync("/avis/essai-3", ("avis", "x"));
        Assert.Equal(429, person.Status);
    }

    private static async Task IsDeadAsync(Person expert, string link)
    {
        await expert.GoAsync(link);
        Assert.Equal((404, "Ce lien n’a pas ou plus d’effet"), (expert.Status, expert.Heading));
    }

    private async Task<Person> AskedAsync(Guid filed, string email, params (string, string)[] others)
    {
        var officer = await PersonAsync("Noé Vandamme", Role.Officer);
        await officer.GoAsync($"/dossiers/{await portal.NumberAsync(filed)}/avis");
        await officer.FollowAsync("Demander un avis");
        await officer.PressAsync("Envoyer la question", [.. new[] { ("nom", "Lou Marchand"), ("courriel", email), ("question", "Ce coût est-il juste ?") }.Where(field => others.All(other => other.Item1 != field.Item1)), .. others]);
        Assert.Contains("attendu", officer.Text, StringComparison.Ordinal);
        return officer;
    }

    private async Task<string> LinkAsync(string email)
    {
        var body = await portal.WithDatabaseAsync(db => db.Outbox.Where(mail => mail.To == email && mail.Body.Contains("/avis/")).Select(mail => mail.Body).SingleAsync());
        return $"/avis/{body.Split("/avis/")[1].Split('\n')[0]}";
    }

    private async Task<Person> PersonAsync(string name, Role role) => await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, name, role)));
}
