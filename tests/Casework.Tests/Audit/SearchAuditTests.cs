using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Audit;

/// <summary>The log, searched and turned page by page.</summary>
public sealed class SearchAuditTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Search_ByEachThing_FindsItsLinesAndNoOther(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var (camille, dominique) = (await db.AccountAsync(database.Clock), await db.AccountAsync(database.Clock, "Dominique Petit"));
        var organisation = await db.OrganisationAsync(database.Clock, "900100017", camille);
        var draft = await db.DraftAsync(database.Clock, organisation, camille);
        database.Clock.Advance(TimeSpan.FromDays(1));
        var application = await db.Applications.SingleAsync(found => found.Id == draft, Stop);
        (application.Number, application.FiledAt) = ("INESS-2026-000123", database.Clock.Instant());
        await db.CommitAsync(new(camille.AsActor(), "ApplicationFiled", Act.Application(draft)), Stop);
        await db.NoteAsync(new(Actor.System, "PasswordChanged", Act.Account(dominique.Id)), Stop);
        var today = database.Clock.Today();

        Assert.Equal(["ApplicationFiled", "ApplicationStarted"], await FindAsync(new(Number: "iness-2026-000123")));
        Assert.Empty(await FindAsync(new(Number: "INESS-2026-999999")));
        Assert.Equal(["ApplicationFiled", "ApplicationStarted"], await FindAsync(new(Person: camille.Email)));
        Assert.Equal(["PasswordChanged"], await FindAsync(new(Person: "petit")));
        Assert.Equal(["PasswordChanged"], await FindAsync(new(Person: "ÎQUE pétit")));
        Assert.Equal(["ApplicationFiled"], await FindAsync(new(Action: "deposee")));
        Assert.Equal(["PasswordChanged", "ApplicationFiled"], await FindAsync(new(From: today, To: today)));
        Assert.Equal(["ApplicationStarted"], await FindAsync(new(Action: "commencée", To: today.AddDays(-1))));
        var row = (await new SearchAudit(db).ExecuteAsync(new(Action: "ApplicationFiled"), null, Stop)).Rows.Single();
        Assert.Equal(("Camille Roy", "INESS-2026-000123", Role.Applicant), (row.Actor, row.Subject, row.Entry.ActorRole));

        async Task<List<string>> FindAsync(AuditQuery query) => [.. (await new SearchAudit(db).ExecuteAsync(query, null, Stop)).Rows.Select(row => row.Entry.Action)];
    }

    [Theory]
    [InlineData("batch/0192d1f0-0000-7000-8000-00000012ab34", "lot de décisions n° 12ab34", null)]
    [InlineData("envelope/2026", "enveloppe 2026", null)]
    [InlineData("de-minimis/queue", "déclarations de minimis", "/de-minimis")]
    [InlineData("other/1", "other/1", null)]
    public void Subject_InWords_SaysWhatItIsAndWhereItIsRead(string subject, string text, string? address) =>
        Assert.Equal((text, address), AuditSubjects.InWords(subject));

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Pages_OneAfterTheOther_GiveEachLineOnce(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        const int Lines = 2 * SearchAudit.PageSize + 1;
        for (var line = 0; line < Lines; line++) await db.NoteAsync(new(Actor.System, "Noted", "test/1"), Stop);
        List<long> seen = [];
        long? before = null;
        do
        {
            var page = await new SearchAudit(db).ExecuteAsync(new(), before, Stop);
            seen.AddRange(page.Rows.Select(row => row.Entry.Sequence));
            before = page.Next;
        }
        while (before is not null);

        Assert.Equal(Enumerable.Range(1, Lines).Select(line => (long)line).Reverse(), seen);
    }
}
