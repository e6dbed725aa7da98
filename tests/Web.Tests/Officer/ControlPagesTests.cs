using Iness.Casework.Control;
using Iness.Casework.Lifecycle;
using Iness.Casework.Recoveries;
using Iness.Regulation;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>Files are drawn or pointed at, controlled, and what was paid too much is asked back from what the control found.</summary>
public sealed class ControlPagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sample_Drawn_IsDrawnAgainOnItsPageAndItsListIsGiven()
    {
        var people = await portal.DecisionPeopleAsync("900100017", euros: 1_000_000);
        var numbers = await portal.WithDatabaseAsync(async db =>
        {
            List<string> paid = [];
            for (var i = 0; i < 4; i++) paid.Add((await db.PaidAsync(portal.Clock, people, new(2026, 10, 5))).Number!);
            return paid;
        });
        var lead = await portal.SignedInAsync(people.Lead);
        await lead.GoAsync("/controles");
        await lead.FollowAsync("Tirer au sort");
        (string, string)[] october = [("nom", "Octobre"), ("du-jour", "1"), ("du-mois", "10"), ("du-annee", "2026"), ("au-jour", "31"), ("au-mois", "10"), ("au-annee", "2026")];
        await lead.PressAsync("Tirer au sort", [.. october, ("nombre", "5")]);
        Assert.Contains("on ne peut pas en tirer 5", lead.ErrorOf("nombre"), StringComparison.Ordinal);
        Assert.Equal("Octobre", lead.ValueOf("nom"));
        await lead.PressAsync("Tirer au sort", [.. october, ("nombre", "2")]);

        Assert.Equal("Octobre", lead.Heading);
        Assert.Contains("le tirage donne les mêmes dossiers", lead.Text, StringComparison.Ordinal);
        Assert.Equal(2, lead.Page.QuerySelectorAll("tbody tr").Length);
        var list = await lead.Http.GetStringAsync(new Uri($"{lead.Address}/liste.txt", UriKind.Relative), Stop);
        Assert.Equal(string.Concat(numbers.Select(number => $"{number}\n")), list);

        var signatory = await portal.SignedInAsync(people.Signatory);
        await signatory.GoAsync("/controles");
        Assert.Contains("Octobre", signatory.Text, StringComparison.Ordinal);
        await signatory.GoAsync("/controles/tirage");
        Assert.Equal(403, signatory.Status);
    }

    [Fact]
    public async Task Control_FromTheRiskToTheRepayment_ThenClosed()
    {
        var people = await portal.DecisionPeopleAsync("900100025", euros: 1_000_000);
        var file = await portal.WithDatabaseAsync(async db =>
        {
            var paid = await db.PaidAsync(portal.Clock, people, new(2026, 11, 3));
            (await db.PaymentClaims.SingleAsync(claim => claim.ApplicationId == paid.Id, Stop)).Retained = Money.Euros(3_000);
            await db.CommitAsync(new(Casework.Audit.Actor.System, "TestPrepared", "test/1"), Stop);
            return paid;
        });
        var officer = await portal.SignedInAsync(people.Officer);
        await officer.GoAsync("/controles/risques");
        Assert.Contains("3 000 € retenus pour un plancher de 3 000 €", officer.Text, StringComparison.Ordinal);
        await officer.PressAsync("Ouvrir un contrôle");
        await officer.FollowAsync("Écrire le résultat");
        var amount = officer.Page.QuerySelector("tbody input")!.GetAttribute("name")!;
        var reason = amount.Replace("retenu", "raison", StringComparison.Ordinal);
        Assert.Equal("6000,00", officer.ValueOf(amount));
        await officer.PressAsync("Recalculer", (amount, "4 000"), ("constat", "La moitié sert ailleurs."));
        Assert.Contains("Aide selon le règlement : 1 600 €, pour 2 400 € versés : 800 € de trop.", officer.Text, StringComparison.Ordinal);
        await officer.PressAsync("Terminer", (amount, "beaucoup"));
        Assert.Contains(officer.Page.QuerySelectorAll(".govuk-error-summary a"), link => link.GetAttribute("href") == $"#{amount}");
        Assert.NotNull(officer.ErrorOf("lieu"));
        Assert.Equal("La moitié sert ailleurs.", officer.ValueOf("constat"));
        (string, string)[] record = [("lieu", "OnSite"), ("fait-jour", "24"), ("fait-mois", "11"), ("fait-annee", "2026"), ("resultat", "Corrected"), (amount, "4000")];
        await officer.PressAsync("Terminer", record);
        Assert.Contains("Écrivez pourquoi la ligne", officer.Text, StringComparison.Ordinal);
        await officer.PressAsync("Terminer", [.. record, (reason, "Part d’une autre structure.")]);
        Assert.Contains("1 600 €, soit 800 € de moins que les 2 400 € versés", officer.Text, StringComparison.Ordinal);

        await officer.FollowAsync("Engager le reversement");
        Assert.Equal("800", officer.ValueOf("montant"));
        Assert.Contains("La moitié sert ailleurs.", officer.ValueOf("motifs"), StringComparison.Ordinal);
        await officer.PressAsync("Inviter le bénéficiaire");
        Assert.NotNull(await portal.WithDatabaseAsync(db => db.Recoveries.Where(found => found.ApplicationId == file.Id).Select(found => found.ControlId).SingleAsync(Stop)));
        await officer.GoAsync($"/dossiers/{file.Number}/cloture");
        await officer.PressAsync("Clore le dossier");
        Assert.Contains("Un reversement est engagé", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/dossiers/{file.Number}/reversement");
        await officer.FollowAsync("Abandonner");
        await officer.PressAsync("Abandonner", ("motif", "Reversé de lui-même."));
        await officer.GoAsync($"/dossiers/{file.Number}/cloture");
        await officer.PressAsync("Clore le dossier");
        Assert.Equal(FileStatus.Closed, await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == file.Id).Select(found => found.Status).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Control_OfAnAidAskedBackInPart_OffersWhatIsLeftOnceTheOtherIsOver()
    {
        var people = await portal.DecisionPeopleAsync("900100033", euros: 1_000_000);
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        var file = await portal.WithDatabaseAsync(async db =>
        {
            var paid = await db.PaidAsync(portal.Clock, people);
            db.Add(new FileControl
            {
                Id = Guid.CreateVersion7(),
                ApplicationId = paid.Id,
                Origin = ControlOrigin.Risk,
                Why = "Écart.",
                OpenedBy = people.Officer.Id,
                OpenedAt = now,
                Place = ControlPlace.Desk,
                MadeOn = new(2026, 11, 24),
                Record = "Vu.",
                Outcome = ControlOutcome.Corrected,
                CorrectedAid = Money.Euros(1_600),
                EndedBy = people.Officer.Id,
                EndedAt = now,
            });
            db.Add(new Recovery { Id = Guid.CreateVersion7(), ApplicationId = paid.Id, Kind = RecoveryKind.Repayment, Amount = Money.Euros(400), Grounds = "Écart.", OpenedBy = people.Officer.Id, OpenedAt = now, HearUntil = new(2026, 11, 24), DecidedAt = now });
            await db.CommitAsync(new(Casework.Audit.Actor.System, "TestPrepared", "test/1"), Stop);
            return paid;
        });
        var officer = await portal.SignedInAsync(people.Officer);
        await officer.GoAsync($"/dossiers/{file.Number}/controles");

        Assert.Contains("1 600 €, soit 400 € de moins que les 2 400 € versés, dont 400 € déjà redemandés", officer.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        await officer.FollowAsync("Engager le reversement de l’écart");
        Assert.Equal("400", officer.ValueOf("montant"));
        await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == file.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.Status, FileStatus.Recovery)));
        await officer.GoAsync($"/dossiers/{file.Number}/controles");
        Assert.DoesNotContain("Engager le reversement", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/dossiers/{file.Number}/reversement/nouveau");
        Assert.Contains("Un reversement est en cours", officer.Text, StringComparison.Ordinal);
    }
}
