using Iness.Casework;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>The list of filed applications, as the Région's people use it.</summary>
public sealed class WorklistTests(WorklistHost portal) : IClassFixture<WorklistHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_ForwardsThenBackwards_HoldEveryFileOnceAndNoDraft()
    {
        var (person, _) = await portal.EnterAsync(Role.Officer);
        await DraftAsync();
        List<string> forwards = [], backwards = [];

        await person.GoAsync("/dossiers?tri=depot&ordre=decroissant");
        for (forwards.AddRange(Numbers(person)); person.Page.QuerySelector("a[rel=next]") is not null; forwards.AddRange(Numbers(person))) await person.FollowAsync("Page suivante");
        for (backwards.AddRange(Numbers(person)); person.Page.QuerySelector("a[rel=prev]") is not null; backwards.InsertRange(0, Numbers(person))) await person.FollowAsync("Page précédente");

        var expected = await portal.WithDatabaseAsync(db => db.Applications.Where(file => file.FiledAt != null).OrderByDescending(file => file.FiledAt).Select(file => file.Number!).ToListAsync(Stop));
        Assert.Equal(WorklistHost.Files, expected.Count);
        Assert.Equal(expected, forwards);
        Assert.Equal(expected, backwards);
        Assert.DoesNotContain("Brouillon secret", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_Together_AreKeptFromTabToTabAndShown()
    {
        var (person, _) = await portal.EnterAsync(Role.Auditor);
        var expected = await portal.WithDatabaseAsync(db => db.Applications.Where(file => file.Status == FileStatus.Paid && file.Listing!.Department == "59").Select(file => file.Number!).ToListAsync(Stop));
        Assert.InRange(expected.Count, 2, 25);

        await person.GoAsync("/dossiers?departement=59");
        await person.FollowAsync("payée");

        Assert.Equal(expected.Order(), Numbers(person).Order());
        Assert.Contains($"payée ({expected.Count})", person.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("59", person.ValueOf("departement"));
        Assert.Equal("page", person.Page.QuerySelectorAll(".status-tabs a").Single(link => link.TextContent.StartsWith("payée", StringComparison.Ordinal)).GetAttribute("aria-current"));
        Assert.Null(person.Page.QuerySelector("#confier"));
    }

    [Fact]
    public async Task Search_WithoutAccents_FindsTheTown()
    {
        var (person, _) = await portal.EnterAsync(Role.Officer);
        var (number, name) = await portal.WithDatabaseAsync(async db =>
        {
            var file = await db.Applications.Include(found => found.Organisation).Include(found => found.Listing).Where(found => found.Organisation!.Name.Contains("Œillet")).FirstAsync(Stop);
            return (file.Number!, file.Organisation!.Name);
        });

        await person.GoAsync($"/dossiers?recherche={Uri.EscapeDataString($"oeillet {number[^6..]}")}");

        Assert.Equal([number], Numbers(person));
        Assert.Contains(name, person.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("statut=inconnu&instructeur=x&departement=99&avis=&echeance=%00&depense=tout&tri=nom&ordre=haut")]
    [InlineData("apres=n%E2%80%99importe~quoi&avant=~&tri=aide")]
    [InlineData("tri=numero&apres=%00%ED%A0%80~0193c7d08f2a7b9c8d1e2f3a4b5c6d7e")]
    [InlineData("tri=depot&apres=99999999999999999999~0193c7d08f2a7b9c8d1e2f3a4b5c6d7e")]
    [InlineData("tri=aide&avant=9223372036854775807~0193c7d08f2a7b9c8d1e2f3a4b5c6d7e")]
    [InlineData("tri=echeance&apres=0001-01-01~0193c7d08f2a7b9c8d1e2f3a4b5c6d7e")]
    [InlineData("recherche=%00%25_'%22*%20OR&statut=payee&statut=close")]
    [InlineData("instructeur=00000000-0000-0000-0000-000000000000&recherche=AND%20OR%20NOT%20NEAR")]
    public async Task Address_Nonsense_IsAPageAllTheSame(string query)
    {
        var (person, _) = await portal.EnterAsync(Role.Officer);
        await person.GoAsync($"/dossiers?{query}");
        Assert.Equal((200, "Dossiers"), (person.Status, person.Heading));
    }

    [Fact]
    public async Task Amount_Unreadable_IsSaidBesideItsFieldAndKept()
    {
        var (person, _) = await portal.EnterAsync(Role.Officer);

        await person.GoAsync($"/dossiers?aide-min=beaucoup&aide-max=4%20000&recherche={new string('a', 101)}");

        Assert.StartsWith("Erreur : ", person.Page.Title, StringComparison.Ordinal);
        Assert.Contains("en chiffres", person.ErrorOf("aide-min"), StringComparison.Ordinal);
        Assert.Null(person.ErrorOf("aide-max"));
        Assert.Contains("100 caractères", person.ErrorOf("recherche"), StringComparison.Ordinal);
        await person.GoAsync("/dossiers?recherche=%25%25+ab&aide-min=beaucoup&aide-max=4%20000");
        Assert.Contains("3 caractères", person.ErrorOf("recherche"), StringComparison.Ordinal);
        Assert.Equal(("beaucoup", "4 000"), (person.ValueOf("aide-min"), person.ValueOf("aide-max")));
    }

    [Fact]
    public async Task Opening_AnOfficer_SeesTheirDeadlinesFirst()
    {
        var (person, account) = await portal.EnterAsync(Role.Officer, "Ada Prompte");
        var numbers = await portal.WithDatabaseAsync(async db =>
        {
            var files = await db.Applications.Where(file => file.RespondBy != null).OrderBy(file => file.Number).Take(2).ToListAsync(Stop);
            (files[0].RespondBy, files[1].RespondBy) = (portal.Clock.Today().AddDays(3), portal.Clock.Today().AddDays(-1));
            foreach (var file in files) file.AssignedToId = account.Id;
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
            return files.Select(file => file.Number!).ToList();
        });

        await person.GoAsync("/dossiers");

        Assert.Equal([numbers[1], numbers[0]], person.Page.QuerySelectorAll(".application-list a").Select(link => link.TextContent));
        var counts = person.Page.QuerySelectorAll(".deadline-counts a").Select(link => link.TextContent.Trim().Split(' ', '\u00A0', '\u202F')[0]).ToList();
        Assert.Equal(["2", "1", "1"], counts[..3]);
        await person.FollowAsync("1 échéance dépassée");
        Assert.Equal([numbers[1]], Numbers(person));

        // Those of all, for who watches over all.
        var (lead, _) = await portal.EnterAsync(Role.LeadOfficer, "Luc Attentif");
        await lead.GoAsync("/dossiers");
        var passed = await portal.WithDatabaseAsync(db => db.Applications.CountAsync(file => file.RespondBy < portal.Clock.Today(), Stop));
        await lead.FollowAsync($"{passed} échéance dépassée");
        Assert.Contains(numbers[1], Numbers(lead));
    }

    private static IReadOnlyList<string> Numbers(Person person) => [.. person.Page.QuerySelectorAll("tbody th a").Select(link => link.TextContent)];

    private Task<Guid> DraftAsync() => portal.WithDatabaseAsync(async db =>
    {
        var account = await db.AccountAsync(portal.Clock);
        return await db.DraftAsync(portal.Clock, await db.OrganisationAsync(portal.Clock, "904000010", account), account, ("titre", "Brouillon secret"));
    });
}
