using Iness.Casework;
using Iness.Casework.Messages;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Applicant;

/// <summary>What an organisation and the service say to one another about a filed application.</summary>
public sealed class ExchangeTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task MissingItems_SomeNotSent_AsksOnceMoreThenTellsTheService()
    {
        var (account, filed) = await portal.FiledAsync("900500018", isIncomplete: true);
        var person = await portal.SignedInAsync(account);
        await person.GoAsync($"/demandes/{filed}/suivi");

        await person.PressAsync("J’ai tout envoyé");
        Assert.StartsWith("Erreur", person.Page.Title, StringComparison.Ordinal);
        Assert.Contains("Le nom du projet", person.ErrorOf("reste"), StringComparison.Ordinal);
        Assert.Null(await portal.WithDatabaseAsync(db => db.MissingItemsRequests.Where(found => found.ApplicationId == filed).Select(found => found.AnsweredAt).SingleAsync()));

        await person.PressAsync("J’ai tout envoyé", ("reste", "oui"));
        Assert.Equal($"/demandes/{filed}/suivi", person.Address);
        Assert.Contains("Non fourni : Le nom du projet", person.Text, StringComparison.Ordinal);
        var request = await portal.WithDatabaseAsync(db => db.MissingItemsRequests.Include(found => found.Items).SingleAsync(found => found.ApplicationId == filed));
        Assert.NotNull(request.AnsweredAt);
        Assert.Null(Assert.Single(request.Items).ProducedAt);
    }

    [Fact]
    public async Task MissingItems_AllSent_ResumesTheTimeLimit()
    {
        var (account, filed) = await portal.FiledAsync("900300013", isIncomplete: true);
        var person = await portal.SignedInAsync(account);
        await person.GoAsync($"/demandes/{filed}/suivi");
        Assert.Contains("Le délai de réponse est suspendu depuis le 24 novembre 2026", person.Text, StringComparison.Ordinal);
        Assert.Contains(person.Page.QuerySelectorAll("main a"), link => link.TextContent == "Le nom du projet" && link.GetAttribute("href") == $"/demandes/{filed}/projet");

        await person.FollowAsync("Le nom du projet");
        await person.PressAsync("Enregistrer", ("titre", "Vendre en ligne"));
        await person.GoAsync($"/demandes/{filed}/suivi");
        await person.PressAsync("J’ai tout envoyé");

        Assert.Equal($"/demandes/{filed}/suivi", person.Address);
        Assert.Contains("La Région doit répondre le 24 janvier 2027", person.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("J’ai tout envoyé", person.Text, StringComparison.Ordinal);
        var request = await portal.WithDatabaseAsync(db => db.MissingItemsRequests.Include(found => found.Items).SingleAsync(found => found.ApplicationId == filed));
        Assert.NotNull(request.AnsweredAt);
        Assert.All(request.Items, item => Assert.NotNull(item.ProducedAt));
    }

    /// <summary>What is asked may be right already: saying so answers it.</summary>
    [Fact]
    public async Task MissingItems_AnswerRightAsItStands_IsConfirmedOnThePageThatAsks()
    {
        var (account, filed) = await portal.FiledAsync("900600016", isIncomplete: true);
        var person = await portal.SignedInAsync(account);
        await person.GoAsync($"/demandes/{filed}/projet");
        Assert.Contains("Le nom du projet", person.Page.QuerySelector("#question")!.ParentElement!.TextContent, StringComparison.Ordinal);

        await person.PressAsync("Notre réponse est juste telle quelle");
        Assert.StartsWith($"/demandes/{filed}/suivi", person.Address, StringComparison.Ordinal);
        Assert.Contains("Le nom du projet (fourni)", person.Text, StringComparison.Ordinal);

        await person.PressAsync("J’ai tout envoyé");
        Assert.Contains("La Région doit répondre le", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exchange_OfAnotherOrganisation_IsNotFound()
    {
        var (_, filed) = await portal.FiledAsync("900400011", isIncomplete: true);
        var stranger = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Sacha Loin"));

        var sent = await portal.WithAsync<SendMessage, Outcome<Guid>>(send => send.ExecuteAsync(filed, stranger.AsActor(), "Bonjour", [], CancellationToken.None));
        var answered = await portal.WithAsync<AnswerMissingItems, Outcome>(answer => answer.ExecuteAsync(filed, stranger.AsActor(), withoutTheRest: true, CancellationToken.None));

        Assert.Equal((Refusal.NotFound, Refusal.NotFound), (sent.Refusal, answered.Refusal));
    }
}
