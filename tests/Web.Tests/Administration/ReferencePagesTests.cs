using Iness.Casework;
using Iness.Casework.Jobs;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Administration;

/// <summary>What administrators and auditors read: journal, holidays, parameters, jobs.</summary>
public sealed class ReferencePagesTests : IAsyncDisposable
{
    private readonly PortalHost portal = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Home_ForEach_ListsWhatTheyMayOpen()
    {
        foreach (var role in new[] { Role.Administrator, Role.Auditor })
        {
            var person = await PersonAsync(role);
            await person.GoAsync("/administration");
            var addresses = person.Page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).ToList();
            Assert.Contains("/administration/comptes", addresses);
            foreach (var address in addresses)
            {
                await person.GoAsync(address);
                Assert.True(person.Status == 200, $"{role} gets {person.Status} at {address}");
            }
        }
    }

    [Fact]
    public async Task Pages_ForAnAuditor_ShowAllAndOfferNothing()
    {
        var agent = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Maud Lemaire", Role.Officer));
        var auditor = await PersonAsync(Role.Auditor);
        foreach (var address in new[] { "/administration/comptes", $"/administration/comptes/{agent.Id}", "/administration/textes/arrete", "/administration/webhooks", "/de-minimis", "/versements/caducite", "/controles/risques" })
        {
            await auditor.GoAsync(address);
            Assert.True(auditor.Status == 200, $"{auditor.Status} at {address}");
            Assert.Empty(auditor.Page.QuerySelectorAll("main form[method=post]"));
            Assert.Empty(auditor.Page.QuerySelectorAll("main a.govuk-button"));
        }
    }

    [Fact]
    public async Task Log_BadDate_KeepsWhatWasTyped()
    {
        var person = await PersonAsync(Role.Auditor);
        await person.GoAsync("/administration/journal?personne=Alix&du-jour=31&du-mois=2&du-annee=2026");

        Assert.NotNull(person.ErrorOf("du"));
        Assert.StartsWith("Erreur", person.Page.Title, StringComparison.Ordinal);
        Assert.Equal(("Alix", "31", "2"), (person.ValueOf("personne"), person.ValueOf("du-jour"), person.ValueOf("du-mois")));
    }

    [Fact]
    public async Task Log_MoreThanAPage_IsTurnedWithItsSearch()
    {
        var person = await PersonAsync(Role.Auditor);
        await portal.WithDatabaseAsync(async db =>
        {
            for (var line = 0; line < 60; line++) await db.NoteAsync(new(Casework.Audit.Actor.System, "Noted", "test/<b>1"), Stop);
            return true;
        });
        await person.GoAsync("/administration/journal?acte=Noted&numero=");

        Assert.Equal(50, person.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("test/<b>1", person.Text, StringComparison.Ordinal);
        await person.FollowAsync("Lignes plus anciennes");
        Assert.Equal(10, person.Page.QuerySelectorAll("tbody tr").Length);
        await person.FollowAsync("Revenir aux dernières lignes");
        Assert.Equal("/administration/journal?acte=Noted", person.Address);
    }

    [Fact]
    public async Task Verification_OfALogSomebodyAltered_NamesTheLine()
    {
        var person = await PersonAsync(Role.Auditor);
        await person.GoAsync("/administration/journal/verification");
        await person.PressAsync("Vérifier maintenant");
        Assert.Contains("Intact", person.Text, StringComparison.Ordinal);

        await portal.WithDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TRIGGER "AuditLog_NoUpdate"; UPDATE "AuditLog" SET "Action" = 'Nothing' WHERE "Sequence" = 1;""", Stop));
        await person.PressAsync("Vérifier maintenant");

        Assert.Contains("La ligne 1 a été altérée", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holidays_OfAYear_AreThoseOfTheClock()
    {
        var person = await PersonAsync(Role.Administrator);
        await person.GoAsync("/administration/jours-feries");
        Assert.Contains("6 avril 2026", person.Text, StringComparison.Ordinal);
        Assert.Equal(11, person.Page.QuerySelectorAll("tbody tr").Length);
        await person.FollowAsync("Année 2027");
        Assert.Contains("29 mars 2027", person.Text, StringComparison.Ordinal);
        foreach (var wrong in new[] { "2020", "demain", "99999" })
        {
            await person.GoAsync($"/administration/jours-feries?annee={wrong}");
            Assert.Equal(404, person.Status);
        }
    }

    [Fact]
    public async Task Parameters_OfBothVersions_HaveProvisionAndSource()
    {
        var person = await PersonAsync(Role.Auditor);
        await person.GoAsync("/administration/parametres");

        Assert.Equal(2, person.Page.QuerySelectorAll("main table").Length);
        Assert.Equal(2 * Regulation.Parameter.InForce(new(2026, 1, 1)).Count, person.Page.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("règlement (UE) n° 1407/2013", person.Text, StringComparison.Ordinal);
        Assert.Contains("règlement (UE) 2023/2831", person.Text, StringComparison.Ordinal);
        Assert.All(person.Page.QuerySelectorAll("main tbody tr"), row => Assert.All(row.QuerySelectorAll("td"), cell => Assert.NotEmpty(cell.TextContent.Trim())));
    }

    [Fact]
    public async Task Jobs_OneThatRan_SaysWhenItRunsNext()
    {
        var now = portal.Clock.Instant();
        await portal.WithDatabaseAsync(db =>
        {
            db.Add(new JobLease { Name = "purge-accounts", StartedAt = now, EndedAt = now, Report = "rien" });
            db.Add(new JobLease { Name = "send-mail", StartedAt = now, HeldUntil = now.AddMinutes(5), Holder = "a" });
            return db.SaveChangesAsync(Stop);
        });
        var person = await PersonAsync(Role.Administrator);
        await person.GoAsync("/administration/taches");

        Assert.Contains($"le {now.AddDays(1).InWords()}", person.Text, StringComparison.Ordinal);
        Assert.Contains("en cours", person.Text, StringComparison.Ordinal);
        Assert.Contains("au démarrage du portail", person.Text, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private async Task<Person> PersonAsync(Role role) => await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Alix Martin", role)));
}
