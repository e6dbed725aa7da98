using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Iness.Web.Tests.Applicant;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

public sealed class OpinionsPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Opinion_AskedAndGivenByTheLink_IsReadByTheOfficer()
    {
        var (_, filed) = await portal.FiledAsync("901400010");
        var officer = await AskedAsync(filed, "lou.marchand@exemple.fr");
        var link = await LinkAsync("lou.marchand@exemple.fr");
        var expert = portal.Visitor();

        await expert.GoAsync(link);
        Assert.Contains("Ce coût est-il juste ?", expert.Text, StringComparison.Ordinal);
        Assert.Contains("Vendre en ligne", expert.Text, StringComparison.Ordinal);
        // Rien de la personne qui demande, ni de son adresse.
        Assert.DoesNotContain("Camille", expert.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tisserands", expert.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", expert.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        await expert.PressAsync("Envoyer mon avis", ("avis", " "));
        Assert.Contains("Écrivez votre avis", expert.ErrorOf("avis"), StringComparison.Ordinal);
        await expert.PressAsync("Envoyer mon avis", ("avis", "Oui, c’est le prix courant."));
        Assert.Contains("Votre avis est envoyé", expert.Text, StringComparison.Ordinal);

        await officer.GoAsync(officer.Address);
        Assert.Contains("Oui, c’est le prix courant.", officer.Text, StringComparison.Ordinal);
        foreach (var dead in new[] { link, "/avis/inconnu" })
        {
            await expert.GoAsync(dead);
            Assert.Equal((404, "Ce lien n’a pas ou plus d’effet"), (expert.Status, expert.Heading));
        }
    }

    [Fact]
    public async Task Opinion_TakenBack_OpensNothing()
    {
        var (_, filed) = await portal.FiledAsync("901500017");
        var officer = await AskedAsync(filed, "sam.dupont@exemple.fr");

        await officer.PressAsync("Retirer la demande");

        Assert.Contains("retiré", officer.Text, StringComparison.Ordinal);
        var expert = portal.Visitor();
        await expert.GoAsync(await LinkAsync("sam.dupont@exemple.fr"));
        Assert.Equal(404, expert.Status);
    }

    [Fact]
    public async Task Form_WrongAddress_KeepsWhatWasTyped()
    {
        var (_, filed) = await portal.FiledAsync("901600015");
        var officer = await OfficerAsync();
        await officer.GoAsync($"/dossiers/{await portal.NumberAsync(filed)}/avis");

        await officer.PressAsync("Envoyer la question", ("nom", "Lou"), ("courriel", "pas une adresse"), ("question", "Gardée"));

        Assert.NotNull(officer.ErrorOf("courriel"));
        Assert.Equal(("Lou", "Gardée"), (officer.ValueOf("nom"), officer.ValueOf("question")));
    }

    private async Task<Person> AskedAsync(Guid filed, string email)
    {
        var officer = await OfficerAsync();
        await officer.GoAsync($"/dossiers/{await portal.NumberAsync(filed)}/avis");
        await officer.PressAsync("Envoyer la question", ("nom", "Lou Marchand"), ("courriel", email), ("question", "Ce coût est-il juste ?"));
        Assert.Contains("attendu", officer.Text, StringComparison.Ordinal);
        return officer;
    }

    private async Task<string> LinkAsync(string email)
    {
        var body = await portal.WithDatabaseAsync(db => db.Outbox.Where(mail => mail.To == email && mail.Body.Contains("/avis/")).Select(mail => mail.Body).SingleAsync());
        return $"/avis/{body.Split("/avis/")[1].Split('\n')[0]}";
    }

    private async Task<Person> OfficerAsync() => await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Noé Vandamme", Role.Officer)));
}
