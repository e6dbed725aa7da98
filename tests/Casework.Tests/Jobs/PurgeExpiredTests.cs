using System.Text;
using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Jobs;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Jobs;

public sealed class PurgeExpiredTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_DraftLeftAlone_IsAnnouncedThenErasedWithItsDocumentsAndItsTraces(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var store = new FolderDocumentStore(ScratchFolder.New(), database.Clock);
        var (draft, key, camille) = await WithDocumentAsync(database, store, isFiled: false);

        await RunAsync(database, store, TimeSpan.FromDays(300));
        Assert.Null((await ReadAsync(database, draft)).WarnedAt);

        await RunAsync(database, store, TimeSpan.FromDays(40));
        Assert.NotNull((await ReadAsync(database, draft)).WarnedAt);
        await using (var db = database.Open())
        {
            var warning = await db.Outbox.AsNoTracking().SingleAsync(Stop);
            Assert.Equal(camille.Email, warning.To);
            Assert.Contains($"https://portail.exemple/demandes/{draft}", warning.Body, StringComparison.Ordinal);
        }

        await RunAsync(database, store, TimeSpan.FromDays(20));
        Assert.Equal(FileStatus.Draft, (await ReadAsync(database, draft)).Status);
        await RunAsync(database, store, TimeSpan.FromDays(20));
        Assert.Equal(FileStatus.Withdrawn, (await ReadAsync(database, draft)).Status);
        Assert.True(await store.ExistsAsync(key, Stop));
        await RunAsync(database, store, TimeSpan.FromDays(31));
        Assert.False(await store.ExistsAsync(key, Stop));
        await using var read = database.Open();
        Assert.False(await read.Answers.AnyAsync(Stop) || await read.Documents.AnyAsync(Stop));
        var lines = await read.AuditLog.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync(Stop);
        Assert.All(lines.Where(entry => entry.Subject == Act.Application(draft)), entry => Assert.True(entry is { Details: null, Salt: null }));
        Assert.Contains(lines, entry => entry.Details is not null);
        // The chain can still be checked.
        Assert.All(lines, line => Assert.Equal(line.Hash, AuditChain.Hash(line.Sequence, line.At, line.ActorId, line.ActorRole, line.Action, line.Subject, line.DetailsDigest, line.PreviousHash)));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_ContactGone_WarnsTheLongestStandingMemberOrNobody(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var store = new FolderDocumentStore(ScratchFolder.New(), database.Clock);
        var (_, _, camille) = await WithDocumentAsync(database, store, isFiled: false);
        await using var db = database.Open();
        var (alone, dominique, sacha) = (await db.AccountAsync(database.Clock, "Seule Restée"), await db.AccountAsync(database.Clock, "Dominique Petit"), await db.AccountAsync(database.Clock, "Sacha Loin"));
        await db.DraftAsync(database.Clock, await db.OrganisationAsync(database.Clock, "900200015", alone), alone);
        var organisation = await db.Organisations.SingleAsync(found => found.Siren == "900100017", Stop);
        db.AddRange(new[] { (sacha, 2), (dominique, 1) }.Select(pair => new Casework.Organisations.Membership { Id = Guid.CreateVersion7(), OrganisationId = organisation.Id, AccountId = pair.Item1.Id, JoinedAt = database.Clock.Instant().AddDays(pair.Item2) }));
        foreach (var gone in await db.Users.Where(found => found.Id == camille.Id || found.Id == alone.Id).ToListAsync(Stop)) (gone.ClosedAt, gone.Email) = (database.Clock.Instant(), $"ferme-{gone.Id}@invalid");
        await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);

        await RunAsync(database, store, TimeSpan.FromDays(340));

        Assert.Equal([dominique.Email!], await db.Outbox.Select(mail => mail.To).ToListAsync(Stop));
    }

    [Fact]
    public async Task Run_DraftTakenUpAfterTheWarning_Lives()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var store = new FolderDocumentStore(ScratchFolder.New(), database.Clock);
        var (draft, _, camille) = await WithDocumentAsync(database, store, isFiled: false);
        await RunAsync(database, store, TimeSpan.FromDays(340));
        await using (var db = database.Open())
            await new Casework.Applications.SaveAnswers(db, database.Clock).ExecuteAsync(draft, "projet", camille.AsActor(), [new("titre", "Encore utile", 0)], Stop);

        await RunAsync(database, store, TimeSpan.FromDays(60));

        Assert.Equal(FileStatus.Draft, (await ReadAsync(database, draft)).Status);
    }

    [Fact]
    public async Task Run_FiledApplication_LosesNothing()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var store = new FolderDocumentStore(ScratchFolder.New(), database.Clock);
        var (filed, key, _) = await WithDocumentAsync(database, store, isFiled: true);
        await using (var db = database.Open())
        {
            (await db.Documents.SingleAsync(Stop)).RemovedAt = database.Clock.Instant();
            await db.CommitAsync(new(Actor.System, "Removed", Act.Application(filed)), Stop);
        }

        await RunAsync(database, store, TimeSpan.FromDays(800));
        Assert.True(await store.ExistsAsync(key, Stop));
        await using var read = database.Open();
        Assert.True(await read.Answers.AnyAsync(Stop) && await read.Documents.AnyAsync(Stop));
        Assert.False(await read.AuditLog.AnyAsync(entry => entry.Details == null, Stop));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_OldMail_LosesItsTextAlone(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var now = database.Clock.Instant();
        foreach (var sent in new DateTime?[] { now, now.AddDays(30), null })
        {
            var mail = OutboxMail.For("camille@exemple.fr", "Camille", "Objet", "lien secret", now);
            mail.SentAt = sent;
            db.Add(mail);
        }

        await db.SaveChangesAsync(Stop);

        await RunAsync(database, new FolderDocumentStore(ScratchFolder.New(), database.Clock), TimeSpan.FromDays(91));

        Assert.Equal(["", "lien secret", "lien secret"], (await db.Outbox.AsNoTracking().Select(mail => mail.Body).ToListAsync(Stop)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_OldSessions_AreErased()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var db = database.Open();
        var camille = await db.AccountAsync(database.Clock);
        var now = database.Clock.Instant();
        db.AddRange(new[] { now, now.AddDays(80) }.Select(seen => new AccountSession { Id = Guid.CreateVersion7(), AccountId = camille.Id, StartedAt = seen, LastSeenAt = seen, Browser = "Firefox" }));
        await db.SaveChangesAsync(Stop);

        await RunAsync(database, new FolderDocumentStore(ScratchFolder.New(), database.Clock), TimeSpan.FromDays(91));

        Assert.Equal(now.AddDays(80), (await db.Sessions.AsNoTracking().SingleAsync(Stop)).LastSeenAt);
    }

    private static async Task<(Guid Application, string Key, Account Camille)> WithDocumentAsync(TestDatabase database, FolderDocumentStore store, bool isFiled)
    {
        await using var db = database.Open();
        var camille = await db.AccountAsync(database.Clock);
        var organisation = await db.OrganisationAsync(database.Clock, "900100017", camille);
        var id = await db.DraftAsync(database.Clock, organisation, camille, ("besoin", "secret du projet"));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("devis"));
        var stored = Assert.IsType<StoreAnswer.Stored>(await store.WriteAsync(content, 1000, Stop)).Content;
        db.Add(new StoredDocument
        {
            Id = Guid.CreateVersion7(),
            OrganisationId = organisation.Id,
            ApplicationId = id,
            Kind = "Quote",
            FileName = "devis.pdf",
            MediaType = "application/pdf",
            Length = stored.Length,
            Sha256 = stored.Sha256,
            StorageKey = stored.Key,
            UploadedAt = database.Clock.Instant(),
            UploadedBy = camille.Id,
        });
        var application = await db.Applications.SingleAsync(found => found.Id == id, Stop);
        if (isFiled)
        {
            application.Move(FileAction.File, camille.AsActor(), database.Clock.Instant());
            application.FiledAt = database.Clock.Instant();
        }

        await db.CommitAsync(new(camille.AsActor(), "TestPrepared", Act.Application(id)), Stop);
        return (id, stored.Key, camille);
    }

    private static async Task RunAsync(TestDatabase database, FolderDocumentStore store, TimeSpan after)
    {
        database.Clock.Advance(after);
        await using var db = database.Open();
        var portal = new PortalAddress(() => "https://portail.exemple");
        await new PurgeExpired(db, new(db, portal, database.Clock), new(db, store, database.Clock), database.Clock).RunAsync(Stop);
    }

    private static async Task<Casework.Applications.Application> ReadAsync(TestDatabase database, Guid id)
    {
        await using var db = database.Open();
        return await db.Applications.AsNoTracking().SingleAsync(found => found.Id == id, Stop);
    }
}
