using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Applicant;

/// <summary>Filing an application, and what its organisation can do with it afterwards.</summary>
public sealed class FilingTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly (string, string)[] Declared = [("titre", "Vendre en ligne"), ("attestation", "oui"), ("habilitation", "oui"), ("adresse", "12 rue des Tisserands\n59100 Roubaix")];

    [Fact]
    public async Task Deposit_FromTheCheckPage_GivesOneNumberHoweverOftenItIsSent()
    {
        var (person, draft) = await FilerAsync("900100017", Declared);
        await person.GoAsync($"/demandes/{draft}/verification");

        await person.PressAsync("Déposer la demande");

        Assert.Equal($"/demandes/{draft}/depot/fait", person.Address);
        var number = await NumberAsync(draft);
        Assert.Equal("Demande déposée", person.Heading);
        Assert.Contains(number!, person.Text, StringComparison.Ordinal);
        Assert.Contains("24 janvier 2027", person.Text, StringComparison.Ordinal);
        await person.PostAsync($"/demandes/{draft}/depot", ("revision", "0"));
        Assert.Equal($"/demandes/{draft}/depot/fait", person.Address);
        Assert.Contains(number!, person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deposit_AnswersChangedMeanwhile_ComesBackToBeReadAgain()
    {
        var (person, draft) = await FilerAsync("900200015", Declared);
        await person.GoAsync($"/demandes/{draft}/verification");

        await person.PressAsync("Déposer la demande", ("revision", "7"));

        Assert.Equal($"/demandes/{draft}/verification", person.Address);
        Assert.Contains("a changé depuis que vous l’avez relue", person.Text, StringComparison.Ordinal);
        Assert.Null(await NumberAsync(draft));
    }

    [Fact]
    public async Task Acknowledgement_MentionsAllThatTheLawAsks()
    {
        var (person, draft) = await FiledAsync("900300013");

        await person.GoAsync($"/demandes/{draft}/accuse");

        var letter = person.Page.Body!.TextContent.Replace('\u00A0', ' ');
        foreach (var mention in new[]
        {
            (await NumberAsync(draft))!, "24 novembre 2026", "Service chargé de l’aide INESS", "03 74 27 00 00", "151 avenue du président Hoover",
            "Son silence vaut rejet", "24 janvier 2027", "tribunal administratif de Lille", "12 rue des Tisserands", "Statuts",
        }) Assert.Contains(mention, letter, StringComparison.Ordinal);
        Assert.Contains("sandbox", person.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        await person.GoAsync($"/demandes/{draft}/accuse.pdf");
        Assert.True(person.Response.Content.Headers.ContentType!.MediaType == "application/pdf" || person.Page.Body!.TextContent.Contains("PDF n’est pas disponible", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FollowUp_Filed_TellsTheTimeLimitAndWhatHappened()
    {
        var (person, draft) = await FiledAsync("900400011");

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
        var (person, draft) = await FiledAsync("900500018");
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
        var (person, draft) = await FiledAsync("900600016");
        await person.GoAsync($"/demandes/{draft}/suivi");

        await person.PressAsync("Copier dans un nouveau brouillon");

        Assert.Equal("Vendre en ligne", person.Heading);
        var copy = await portal.WithDatabaseAsync(db => db.Applications.Include(found => found.Answers).SingleAsync(found => found.CopiedFromId == draft));
        Assert.Equal($"/demandes/{copy.Id}", person.Address);
        Assert.Equal(["adresse", "titre"], copy.Answers.Select(answer => answer.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Delete_Draft_ErasesItAfterAsking()
    {
        var (person, draft) = await FilerAsync("900700014", Declared);
        await person.GoAsync($"/demandes/{draft}");
        await person.FollowAsync("Supprimer ce brouillon");

        await person.PressAsync("Supprimer le brouillon");

        Assert.Equal("/demandes", person.Address);
        Assert.False(await portal.WithDatabaseAsync(db => db.Answers.AnyAsync(answer => answer.ApplicationId == draft)));
        await person.GoAsync($"/demandes/{draft}/suivi");
        Assert.Equal(404, person.Status);
    }

    [Fact]
    public async Task EveryPage_OfAnotherOrganisation_IsNotFound()
    {
        var (_, draft) = await FiledAsync("900800012");
        var stranger = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Sacha Loin")));

        foreach (var page in new[] { "depot", "depot/fait", "accuse", "accuse.pdf", "suivi", "reponses", "retrait", "copie", "suppression" })
        {
            await stranger.GoAsync($"/demandes/{draft}/{page}");
            Assert.True(stranger.Status == 404, page);
        }

        await stranger.GoAsync("/demandes/nouvelle");
        foreach (var action in new[] { "depot", "retrait", "copie", "suppression" })
        {
            await stranger.PostAsync($"/demandes/{draft}/{action}", ("revision", "0"));
            Assert.True(stranger.Status is 404 or 400, action);
        }

        Assert.Equal(FileStatus.Filed, await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == draft).Select(found => found.Status).SingleAsync()));
    }

    private async Task<(Person Person, Guid Draft)> FiledAsync(string siren)
    {
        var (person, draft) = await FilerAsync(siren, Declared);
        await person.GoAsync($"/demandes/{draft}/verification");
        await person.PressAsync("Déposer la demande");
        return (person, draft);
    }

    private async Task<(Person Person, Guid Draft)> FilerAsync(string siren, (string, string)[] answers)
    {
        var (account, draft) = await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(portal.Clock);
            return (account, await db.DraftAsync(portal.Clock, await db.OrganisationAsync(portal.Clock, siren, account), account, answers));
        });
        return (await portal.SignedInAsync(account), draft);
    }

    private Task<string?> NumberAsync(Guid draft) => portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == draft).Select(found => found.Number).SingleAsync());
}
