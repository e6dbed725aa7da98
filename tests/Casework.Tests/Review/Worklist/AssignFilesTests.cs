using Iness.Casework.Accounts;
using Iness.Casework.Lifecycle;
using Iness.Casework.Review.Worklist;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Review.Worklist;

/// <summary>Files are entrusted all together or not at all, to somebody who reviews, and not over another choice that was not seen.</summary>
public sealed class AssignFilesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_FilesAsSeen_AreEntrustedAndToldInTheLog(Engine engine)
    {
        await using var list = await SeededList.CreateAsync(engine, 30);
        var (lead, officer) = await PeopleAsync(list);
        var files = list.Files.Take(3).ToList();

        var outcome = await AssignAsync(list, files.Select(file => new SeenFile(file.Number!, file.AssignedToId)), officer.Id, lead);

        Assert.True(outcome.IsDone, outcome.Message);
        Assert.Equal([officer.Id, officer.Id, officer.Id], await OfficersAsync(list, files.Select(file => file.Id)));
        Assert.Equal(3, await list.WithAsync(db => db.AuditLog.CountAsync(entry => entry.Action == "FileAssigned" && entry.ActorId == lead.Id, Stop)));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_OneEntrustedMeanwhile_ChangesNone(Engine engine)
    {
        await using var list = await SeededList.CreateAsync(engine, 30);
        var (lead, officer) = await PeopleAsync(list);
        var files = list.Files.Where(file => file.AssignedToId is not null).Take(3).ToList();

        var outcome = await AssignAsync(list, files.Select((file, i) => new SeenFile(file.Number!, i == 1 ? null : file.AssignedToId)), officer.Id, lead);

        Assert.Equal(Refusal.Conflict, outcome.Refusal);
        Assert.Contains(files[1].Number!, outcome.Message, StringComparison.Ordinal);
        Assert.Equal(files.OrderBy(file => file.Number).Select(file => file.AssignedToId), await OfficersAsync(list, files.Select(file => file.Id)));
    }

    [Fact]
    public async Task Execute_SomebodyWhoDoesNotReview_IsRefused()
    {
        await using var list = await SeededList.CreateAsync(Engine.Sqlite, 5);
        var (lead, _) = await PeopleAsync(list);
        var finance = await list.WithAsync(db => db.AccountAsync(list.Database.Clock, "Lina Argent", Role.Finance));
        var file = list.Files[0];

        Assert.Equal(Refusal.Invalid, (await AssignAsync(list, [new(file.Number!, file.AssignedToId)], finance.Id, lead)).Refusal);
        Assert.Equal(Refusal.NotFound, (await AssignAsync(list, [new("INESS-1999-000001", null)], null, lead)).Refusal);
        Assert.Equal(Refusal.Invalid, (await AssignAsync(list, [], null, lead)).Refusal);
    }

    private static Task<(Account Lead, Account Officer)> PeopleAsync(SeededList list) => list.WithAsync(async db =>
        (await db.AccountAsync(list.Database.Clock, "Inès Chef", Role.LeadOfficer), await db.AccountAsync(list.Database.Clock, "Noé Nouveau", Role.Officer)));

    private static Task<Outcome> AssignAsync(SeededList list, IEnumerable<SeenFile> seen, Guid? officer, Account who) =>
        list.WithAsync(db => new AssignFiles(db).ExecuteAsync([.. seen], officer, who.AsActor(), Stop));

    private static Task<List<Guid?>> OfficersAsync(SeededList list, IEnumerable<Guid> ids) => list.WithAsync(db =>
    {
        var wanted = ids.ToList();
        return db.Applications.Where(file => wanted.Contains(file.Id)).OrderBy(file => file.Number).Select(file => file.AssignedToId).ToListAsync(Stop);
    });
}
