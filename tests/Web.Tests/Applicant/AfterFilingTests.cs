using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Applicant;

/// <summary>What an organisation can do with an application once it is filed, or with a draft it gives up.</summary>
public sealed class AfterFilingTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task FollowUp_Filed_TellsTheTimeLimitAndWhatHappened()
    {
        var (person, draft) = await portal.FiledAsync("900400011");

        await person.GoAsync($"/demandes/{draft}/suivi");

        Assert.Contains("La Région doit répondre le 24 janvier 2027 au plus tard", person.Text, StringComparison.Ordinal);
        Assert.Contains("Vous avez déposé la demande", person.Text, StringComparison.Ordinal);
        await person.FollowAsync("La demande telle que vous l’avez déposée");
        Assert.Equal("La demande déposée", person.Heading);
        Assert.Contains("12 rue des Tisserands", person.Text, StringComparison.Ordinal);
        Assert.Contains("À préciser", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_ReasonTooLong_KeepsItThenWithdraws()
    {
        var (person, draft) = await portal.FiledAsync("900500018");
        await person.GoAsync($"/demandes/{draft}/suivi");
        await person.FollowAsync("Retirer la demande");

        await person.PressAsync("Retirer la demande", ("motif", new('a', 501)));
        Assert.Equal(new string('a', 501), person.ValueOf("motif"));
        Assert.NotNull(person.ErrorOf("motif"));
        await person.PressAsync("Retirer la demande", ("motif", "Projet abandonné"));

        Assert.Equal($"/demandes/{draft}/suivi", person.Address);
        Assert.Contains("Vous avez retiré la demande", person.Text, StringComparison.Ordinal);
        Assert.Contains("Projet abandonné", person.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Page.QuerySelectorAll("a"), link => link.GetAttribute("href") == $"/demandes/{draft}/retrait");
    }

    [Fact]
    public async Task Copy_Filed_StartsADraftWithoutItsDeclarations()
    {
        var (person, draft) = await portal.FiledAsync("900600016");
        await person.GoAsync($"/demandes/{draft}/suivi");

        Assert.Contains("la prochaine peut être commencée à partir du 24 novembre 2028 (disposition FRQ-1)", person.Text, StringComparison.Ordinal);
        await person.PressAsync("Copier dans un nouveau brouillon");

        Assert.Equal("Vendre en ligne", person.Heading);
        var copy = await portal.WithDatabaseAsync(db => db.Applications.Include(found => found.Answers).SingleAsync(found => found.CopiedFromId == draft));
        Assert.Equal($"/demandes/{copy.Id}", person.Address);
        Assert.Equal(["adresse", "titre"], copy.Answers.Select(answer => answer.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Delete_Draft_ErasesItAfterAsking()
    {
        var (person, draft) = await portal.FilerAsync("900700014");
        await person.GoAsync($"/demandes/{draft}");
        await person.FollowAsync("Supprimer ce brouillon");

        await person.PressAsync("Supprimer le brouillon");

        Assert.Equal("/demandes", person.Address);
        Assert.False(await portal.WithDatabaseAsync(db => db.Answers.AnyAsync(answer => answer.ApplicationId == draft)));
        await person.GoAsync($"/demandes/{draft}/suivi");
        Assert.Equal(404, person.Status);
    }
}
