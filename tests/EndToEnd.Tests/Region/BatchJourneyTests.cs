using Iness.Casework.Decisions;
using Iness.EndToEnd.Tests.Browser;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Region;

/// <summary>A batch decided in one action, and what is left of the envelope after it.</summary>
public sealed class BatchJourneyTests(Portal shared)
{
    private const int Files = 12;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Batch_SentAndDecided_LeavesNothingForOneMoreFile()
    {
        await using var portal = await shared.BesideAsync();
        var people = await Desk.PeopleAsync(portal, 30_000);
        for (var i = 0; i < Files; i++) await CheckedAsync(portal, people);
        var last = await portal.WithDatabaseAsync(db => db.UnderReviewAsync(TimeProvider.System, people));

        var officer = await portal.SignedInAsync(people.Officer);
        await officer.GotoAsync($"/dossiers/{last.Number}/proposition");
        await officer.GetByLabel("Accorder l’aide").CheckAsync();
        await officer.PressAsync("Proposer");
        await officer.ExpectErrorAsync();
        await Assertions.Expect(officer.Locator(".govuk-error-summary")).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"n.a plus que 1\s200\s€\s: l.aide de 2\s400\s€ ne peut pas être proposée"));

        var lead = await portal.SignedInAsync(people.Lead, 768);
        await lead.GotoAsync("/lots/nouveau");
        await lead.GetByLabel("Nom du lot").FillAsync("Commission de novembre");
        await lead.SeeHereAsync();
        await lead.PressAsync("Préparer le lot");
        await Assertions.Expect(lead.Locator("main")).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"28\s800\s€\s\(12\saides\)"));
        await lead.SeeHereAsync();
        await lead.PressAsync("Transmettre au signataire");
        await Assertions.Expect(lead.GetByText("Le lot est transmis au signataire")).ToBeVisibleAsync();

        var signatory = await portal.SignedInAsync(people.Signatory);
        await signatory.GotoAsync(new Uri(lead.Url).AbsolutePath);
        await signatory.PressAsync($"Décider {Files} dossiers");
        await Assertions.Expect(signatory.Locator("main")).ToContainTextAsync("La décision du lot commence.");
        await signatory.SeeHereAsync();
        // Timed work decides it; the page follows by itself.
        await Assertions.Expect(signatory.Locator("[data-progress]")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await signatory.SeeHereAsync();
        Assert.Equal(Files, await portal.WithDatabaseAsync(db => db.Decisions.CountAsync(Stop)));
        await signatory.SeeAsync("/lots");
    }

    private static async Task CheckedAsync(Portal portal, DecisionPeople people)
    {
        var file = await portal.WithDatabaseAsync(db => db.UnderReviewAsync(TimeProvider.System, people));
        var proposed = await portal.WithAsync((ProposeDecision propose) => propose.ExecuteAsync(file.Id, file.Version, DecisionKind.Grant, null, people.Officer.AsActor(), Stop));
        Assert.True(proposed.IsDone, proposed.Message);
        var version = await portal.WithDatabaseAsync(db => db.Proposals.Where(found => found.Id == proposed.Value).Select(found => found.Version).SingleAsync(Stop));
        Assert.True((await portal.WithAsync((CheckProposal check) => check.ExecuteAsync(proposed.Value, version, null, people.Lead.AsActor(), Stop))).IsDone);
    }
}
