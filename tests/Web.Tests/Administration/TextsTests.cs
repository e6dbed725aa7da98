using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Iness.Web.Tests.Officer;
using Iness.Web.Tests.Portal;

namespace Iness.Web.Tests.Administration;

/// <summary>The texts of letters: an unknown field is refused by its name, a preview fills the known ones, a version is used by the next letter.</summary>
public sealed class TextsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Text_Edited_IsCheckedPreviewedAndUsed()
    {
        var person = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Ada Noir", Role.Administrator)));
        await person.GoAsync("/administration/textes");
        await person.FollowAsync("Arrêté attributif");
        await person.PressAsync("Enregistrer", ("introduction", "Pour {{structure}} : {{montent}}."));
        Assert.Contains("Ce courrier ne connaît pas : montent.", person.ErrorOf("introduction"), StringComparison.Ordinal);
        Assert.Equal("Pour {{structure}} : {{montent}}.", person.ValueOf("introduction"));

        await person.PressAsync("Voir l’aperçu", ("introduction", "Pour {{structure}} : {{montant}}."), ("fin", "À bientôt."));
        Assert.Contains("Pour Association d’exemple : 2 400 €.", person.Text, StringComparison.Ordinal);
        await person.PressAsync("Enregistrer");
        Assert.Contains("Version 1, du 24 novembre 2026", person.Text, StringComparison.Ordinal);

        var people = await portal.DecisionPeopleAsync("900100017");
        var file = await portal.UnderReviewAsync(people);
        await portal.ProposedAsync(file, people.Officer.Id);
        var officer = await portal.SignedInAsync(people.Officer);
        await officer.GoAsync($"/dossiers/{file.Number}/courrier");
        Assert.Contains("Pour Les Jardins d’essai : 2 400 €.", officer.Text, StringComparison.Ordinal);
        Assert.Contains("À bientôt.", officer.Text, StringComparison.Ordinal);
    }
}
