using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Registers.DeMinimis;
using Iness.Regulation;
using Iness.TestKit;
using Iness.Web.Tests.Applicant;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>The other aid of an undertaking, as an officer reads it.</summary>
public sealed class OtherAidsPageTests(CountedHost portal) : IClassFixture<CountedHost>
{
    private const int Most = 12;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_OfADecidedFile_CountsAsOfItsDecision()
    {
        var people = await portal.DecisionPeopleAsync("900100033");
        var granted = await portal.WithDatabaseAsync(db => db.GrantedAsync(portal.Clock, people));
        await portal.WithDatabaseAsync(db => db.Decisions.Where(decision => decision.ApplicationId == granted.Id).ExecuteUpdateAsync(set => set.SetProperty(decision => decision.On, new DateOnly(2026, 10, 19)), Stop));
        var (officer, _) = await portal.AgentAsync();

        await officer.GoAsync($"/dossiers/{granted.Number}/autres-aides");

        Assert.Contains("accordée le 19 octobre 2026", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithAnAidOfTheRegister_ShowsItCountsItAndAsksTheDatabaseLittle()
    {
        var (applicant, id, number) = await portal.FileAsync();
        var (officer, _) = await portal.AgentAsync();
        // What is not eligible has no aid to lessen.
        await officer.GoAsync($"/dossiers/{number}/dispositions/eli-3");
        await officer.PressAsync("Enregistrer", ("avis", "remplie"), ("motif", "49 équivalents temps plein au registre du personnel."));
        await officer.GoAsync($"/dossiers/{number}/autres-aides");
        Assert.Contains("Aucun fichier du registre national", officer.Text, StringComparison.Ordinal);
        await portal.WithDatabaseAsync(async db =>
        {
            var siren = await db.Applications.Where(found => found.Id == id).Select(found => found.Organisation!.Siren).SingleAsync(Stop);
            var now = portal.Clock.GetUtcNow().UtcDateTime;
            var import = new RegisterImport { Source = RegisterSource.File, StartedAt = now, FinishedAt = now, IsCurrent = true, Rows = 2 };
            db.Add(import);
            await db.SaveChangesAsync(Stop);
            db.Add(new RegisteredAid { ImportId = import.Id, Line = 2, Siren = siren, GrantedOn = DateOnly.FromDateTime(now).AddDays(-40), Amount = Money.Euros(299_000), Authority = "Ville de Lens" });
            db.Add(new RegisteredAid { ImportId = import.Id, Line = 3, Siren = siren, GrantedOn = DateOnly.FromDateTime(now).AddYears(-4), Amount = Money.Euros(7_000), Authority = "Ville de Lille" });
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
            return true;
        });

        portal.Commands.Take();
        await officer.GoAsync($"/dossiers/{number.ToLowerInvariant()}/autres-aides");
        var commands = portal.Commands.Take();

        Assert.Equal(200, officer.Status);
        Assert.True(commands.Count <= Most, string.Join("\n\n", commands));
        Assert.Contains("Ville de Lens", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Ville de Lille", officer.Text, StringComparison.Ordinal);
        Assert.Matches(@"Reste\s*1\s000\s€", officer.Text);
        Assert.Contains("La liste consolidée laisse", officer.Text, StringComparison.Ordinal);

        var (auditor, _) = await portal.AgentAsync(Role.Auditor);
        await auditor.GoAsync($"/dossiers/{number}/autres-aides");
        Assert.Equal(200, auditor.Status);
        await applicant.GoAsync($"/dossiers/{number}/autres-aides");
        Assert.NotEqual(200, applicant.Status);
    }
}
