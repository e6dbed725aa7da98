using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Decisions;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Scanning;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Letters;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Persistence;
using Iness.Casework.Tests.Documents;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Payments;

/// <summary>A beneficiary at the claim of a granted aid of 2 400 €, two months after the grant.</summary>
internal sealed class ClaimDesk(TestDatabase database, DecisionPeople people, Application file) : IAsyncDisposable
{
    public const string Iban = "FR76 3000 6000 0112 3456 7890 189";
    private static readonly PortalAddress Portal = new(() => "https://iness.exemple.fr");
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public TestDatabase Database => database;

    public DecisionPeople People => people;

    public Application File => file;

    public IEnumerable<string> Kept => folder.Files;

    private FolderDocumentStore Store => new(folder.FullPath, database.Clock);

    public static async Task<ClaimDesk> OpenAsync(Engine engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var people = await db.DecisionPeopleAsync(database.Clock, "900100017");
        var file = await db.NotifiedAsync(database.Clock, people);
        database.Clock.Advance(TimeSpan.FromDays(60));
        var desk = new ClaimDesk(database, people, file);
        await desk.DoAsync(db => new StartClaim(db, database.Clock).ExecuteAsync(file.Id, people.Applicant.AsActor(), Stop));
        return desk;
    }

    /// <summary>The same at the file of somebody else, in the same database.</summary>
    public async Task<ClaimDesk> ElsewhereAsync()
    {
        await using var db = database.Open();
        var stranger = await db.AccountAsync(database.Clock, "Alix Petit");
        var organisation = await db.OrganisationAsync(database.Clock, "900200015", stranger);
        db.Add(new Envelope { Year = database.Clock.Today().Year, Voted = Regulation.Money.Euros(50_000) });
        await db.CommitAsync(new(people.Lead.AsActor(), "TestPrepared", "test/1"), Stop);
        var others = people with { Applicant = stranger, Organisation = organisation };
        var file = await db.NotifiedAsync(database.Clock, others, organisation: organisation);
        var desk = new ClaimDesk(database, others, file);
        await desk.DoAsync(db => new StartClaim(db, database.Clock).ExecuteAsync(file.Id, stranger.AsActor(), Stop));
        return desk;
    }

    public async Task<T> DoAsync<T>(Func<InessDbContext, Task<T>> work)
    {
        await using var db = database.Open();
        return await work(db);
    }

    public Task<Outcome<AddedInvoice>> AddAsync(SentFile sent, Account? by = null)
    {
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        return DoAsync(db => new AddInvoice(db, Files, database.Clock).ExecuteAsync(file.Id, sent, (by ?? people.Applicant).AsActor(), Stop));
    }

    public Task<Outcome<AddedInvoice>> AddElectronicAsync(string number, params (string Label, decimal Amount)[] lines) =>
        AddAsync(ClaimWorld.Electronic(number, people.Organisation, new(2027, 1, 4), new(2026, 12, 1), lines));

    public Task<Outcome> SaveAsync(Guid invoice, int seen, TypedInvoice typed) =>
        DoAsync(db => new SaveInvoice(db, new(Store), database.Clock).ExecuteAsync(file.Id, invoice, seen, typed, people.Applicant.AsActor(), Stop));

    public Task<Outcome> MatchAsync(params LineMatch[] matches) => DoAsync(async db => await new MatchLines(db, database.Clock).ExecuteAsync(file.Id, await SeenAsync(), matches, people.Applicant.AsActor(), Stop));

    public Task<Outcome> RemoveAsync(Guid invoice) => DoAsync(db => new RemoveInvoice(db, database.Clock).ExecuteAsync(file.Id, invoice, people.Applicant.AsActor(), Stop));

    public async Task<Outcome> ProveAsync(Guid invoice, SentFile? statement = null) => await DoAsync(async db =>
    {
        var version = (await db.ClaimedInvoices.AsNoTracking().SingleAsync(found => found.Id == invoice, Stop)).Version;
        return await new SaveProof(db, Files, database.Clock).ExecuteAsync(
            file.Id, invoice, version, new(statement is null ? PaymentProofKind.SupplierMention : PaymentProofKind.BankStatement, new(2027, 1, 15), PaymentMeans.Transfer, "VIR 42"), statement, people.Applicant.AsActor(), Stop);
    });

    public Task<Outcome> GiveAccountAsync(string iban = Iban, string? rib = "rib.png", string holder = "Les Jardins d’essai") => DoAsync(db => new GiveBankAccount(db, Files, Portal, database.Clock).ExecuteAsync(
        file.Id, new(holder, iban, "AGRIFRPP"), rib is null ? null : ClaimWorld.Picture(rib), people.Applicant.AsActor(), Stop));

    public Task<Outcome> NoOtherAidAsync(int? seen = null) => DoAsync(async db => await new SaveOtherAid(db, database.Clock).ExecuteAsync(file.Id, seen ?? await SeenAsync(), [], people.Applicant.AsActor(), Stop));

    public async Task<Outcome> FileAsync(string key = "k1", bool isDeclared = true, Account? by = null) => await DoAsync(async db =>
    {
        var version = (await db.PaymentClaims.AsNoTracking().SingleAsync(claim => claim.ApplicationId == file.Id, Stop)).Version;
        return await new FileClaim(db, database.Clock, Options.Create(new ServiceInCharge()), Portal).ExecuteAsync(file.Id, (by ?? people.Applicant).AsActor(), key, version, isDeclared, Stop);
    });

    public Task<int> SeenAsync() => DoAsync(db => db.PaymentClaims.Where(claim => claim.ApplicationId == file.Id).Select(claim => claim.Version).SingleAsync(Stop));

    public async Task<ClaimUnderCheck> ReadAsync() => (await DoAsync(db => ClaimUnderCheck.ReadAsync(db, file.Id, database.Clock.Today(), Stop)))!;

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return database.DisposeAsync();
    }

    private ClaimFiles Files => new(new ReceiveFile(Store, Options.Create(new DocumentOptions())), Store, new NoScanner());
}
