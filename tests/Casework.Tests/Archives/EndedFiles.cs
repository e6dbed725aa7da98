using System.Text;
using Iness.Casework.Applications;
using Iness.Casework.Archives;
using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Lifecycle;
using Iness.Casework.Payments;
using Iness.Casework.Persistence;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Archives;

/// <summary>Files that have ended, with a row in every table that a file can have one in, and the people who keep them or let them go.</summary>
internal sealed partial class EndedFiles : IAsyncDisposable
{
    private const string Secret = "Secret du dossier";
    private int given;

    private EndedFiles(TestDatabase database, DecisionPeople people) => (Database, People, Store) = (database, people, new(ScratchFolder.New(), database.Clock));

    public TestDatabase Database { get; }

    public DecisionPeople People { get; }

    public FolderDocumentStore Store { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateTime Now => Database.Clock.Instant();

    public static async Task<EndedFiles> OpenAsync(Engine engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        return new(database, await db.DecisionPeopleAsync(database.Clock, "900100017"));
    }

    /// <summary>A file granted, paid, controlled, repaid in part and closed, today; another file of the same organisation may share its account.</summary>
    public async Task<Application> PaidAsync(BankAccount? account = null)
    {
        await using var db = Database.Open();
        var id = (await db.UnderReviewAsync(Database.Clock, People)).Id;
        var application = await db.Applications.SingleAsync(found => found.Id == id, Stop);
        Move(application, (FileAction.Propose, Role.Officer), (FileAction.Grant, Role.Signatory), (FileAction.Notify, Role.System), (FileAction.ClaimPayment, Role.Applicant),
            (FileAction.Settle, Role.LeadOfficer), (FileAction.RecordPayment, Role.Finance), (FileAction.Close, Role.Officer));
        var (invoice, rib, quote) = (await DocumentAsync(application, "facture n° 1.pdf"), await DocumentAsync(application, "rib.pdf"), await DocumentAsync(application, "devis 40 %.pdf"));
        db.AddRange(invoice, rib, quote);
        db.AddRange(Decided(application));
        account ??= new() { Id = Guid.CreateVersion7(), OrganisationId = application.OrganisationId, Holder = Secret, Iban = "FR7630006000011234567890189", Bic = "AGRIFRPP", DocumentId = rib.Id, GivenAt = Now, GivenBy = People.Applicant.Id };
        if (account.DocumentId == rib.Id) db.Add(account);
        db.AddRange(Paid(application, account.Id, invoice.Id));
        db.AddRange(Exchanged(application));
        await db.CommitAsync(new(People.Officer.AsActor(), "FileEnded", Act.Application(id), Secret), Stop);
        return application;
    }

    /// <summary>A file that was refused or withdrawn, today.</summary>
    public async Task<Application> WithdrawnAsync()
    {
        await using var db = Database.Open();
        var id = (await db.UnderReviewAsync(Database.Clock, People)).Id;
        var application = await db.Applications.SingleAsync(found => found.Id == id, Stop);
        Move(application, (FileAction.Withdraw, Role.Applicant));
        await db.CommitAsync(new(People.Applicant.AsActor(), "ApplicationWithdrawn", Act.Application(id), Secret), Stop);
        return application;
    }

    public async Task<Outcome<PreparedArchive>> ArchiveAsync(Guid application, Role role = Role.LeadOfficer)
    {
        await using var db = Database.Open();
        return await new ArchiveFile(db, Store, Database.Clock).ExecuteAsync(application, new(People.Lead.Id, role), Stop);
    }

    public async Task<string> RunAsync(IDocumentStore? store = null)
    {
        await using var db = Database.Open();
        return await new PurgeFiles(db, new PurgeFile(db, store ?? Store, Database.Clock), new DrawPurgeReport(db, Database.Clock), Database.Clock).RunAsync(Stop);
    }

    public Task<AuditVerdict> VerifyLogAsync() => VerifyAudit.ExecuteAsync(Log(), null, Stop);

    public IAsyncEnumerable<AuditRecord> Log() => Database.Engine == Engine.Sqlite ? AuditDatabase.ReadSqliteAsync(Database.Connection, Stop) : AuditDatabase.ReadPostgresAsync(Database.Connection, Stop);

    public async Task ChangeAsync(Func<InessDbContext, Task> change)
    {
        await using var db = Database.Open();
        await change(db);
        await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private void Move(Application application, params (FileAction Action, Role Role)[] steps)
    {
        foreach (var (action, role) in steps) Assert.True(application.Move(action, new(role == Role.System ? null : People.Officer.Id, role), Now).IsDone, action.ToString());
    }

    private async Task<StoredDocument> DocumentAsync(Application application, string name)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes($"{Secret} : {name}"));
        var stored = Assert.IsType<StoreAnswer.Stored>(await Store.WriteAsync(bytes, 10_000, Stop)).Content;
        return new()
        {
            // In the order they are given, however fast.
            Id = Guid.CreateVersion7(Now.AddMilliseconds(++given)),
            OrganisationId = application.OrganisationId,
            ApplicationId = application.Id,
            Kind = "Other",
            FileName = name,
            MediaType = "application/pdf",
            Length = stored.Length,
            Sha256 = stored.Sha256,
            StorageKey = stored.Key,
            UploadedAt = Now,
            UploadedBy = People.Applicant.Id,
            Scan = ScanState.Clean,
        };
    }
}
