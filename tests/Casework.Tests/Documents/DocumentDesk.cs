using System.Text;
using Iness.Casework.Accounts;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Documents.Scanning;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Persistence;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Documents;

/// <summary>A draft with a store of documents and a scanner that the test sets.</summary>
internal sealed class DocumentDesk(TestDatabase database, Account camille, Guid draft) : IAsyncDisposable
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("Dépense;Montant HT\nBoutique en ligne;4 200,00\n");
    private readonly TemporaryFolder folder = new();

    public TestDatabase Database => database;

    public Account Camille => camille;

    public Guid Draft => draft;

    public SetScanner Scanner { get; } = new();

    public IEnumerable<string> Files => folder.Files;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private FolderDocumentStore Store => new(folder.FullPath, database.Clock);

    public static async Task<DocumentDesk> OpenAsync(Engine engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var camille = await db.AccountAsync(database.Clock);
        return new(database, camille, await db.DraftAsync(database.Clock, await db.OrganisationAsync(database.Clock, "900100017", camille), camille));
    }

    public AddDocument Adding(InessDbContext db, IVirusScanner? scanner = null) =>
        new(db, new ReceiveFile(Store, Options.Create(new DocumentOptions())), Store, scanner ?? Scanner, database.Clock);

    public async Task<Outcome<Guid>> AddAsync(string name = "devis.csv", DocumentKind kind = DocumentKind.Quote, string? line = "c1", Account? by = null, IVirusScanner? scanner = null, byte[]? content = null)
    {
        await using var db = database.Open();
        return await Adding(db, scanner).ExecuteAsync(draft, new(kind, line, name, new MemoryStream(content ?? Text)), (by ?? camille).AsActor(), Stop);
    }

    public async Task<string> ScanAsync()
    {
        await using var db = database.Open();
        return await new ScanDocuments(db, Store, Scanner, database.Clock).RunAsync(Stop);
    }

    public async Task<StoredDocument> DocumentAsync(Guid id)
    {
        await using var db = database.Open();
        return await db.Documents.AsNoTracking().SingleAsync(document => document.Id == id, Stop);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return database.DisposeAsync();
    }

    /// <summary>A scanner that answers what the test tells it to.</summary>
    internal sealed class SetScanner : IVirusScanner
    {
        public Func<Task<ScanAnswer>> Answer { get; set; } = () => Task.FromResult<ScanAnswer>(new ScanAnswer.Clean());

        public int Asked { get; private set; }

        public Task<ScanAnswer> ScanAsync(Stream content, CancellationToken cancellationToken)
        {
            Asked++;
            return Answer();
        }

        public Task<ScannerHealth> CheckAsync(CancellationToken cancellationToken) => Task.FromResult(ScannerHealth.Answering);
    }
}
