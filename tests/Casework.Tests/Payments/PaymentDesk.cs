using System.Text;
using Iness.Casework.Accounts;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Liquidation;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Casework.Tests.Decisions;
using Iness.Casework.Tests.Letters;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Payments;

/// <summary>The desk where payments are prepared, validated and liquidated, on one database.</summary>
internal sealed class PaymentDesk(TestDatabase database, DecisionPeople people, Account finance) : IAsyncDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public TestDatabase Database => database;

    public DecisionPeople People => people;

    public Account Finance => finance;

    public static async Task<PaymentDesk> OpenAsync(Engine engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var people = await db.DecisionPeopleAsync(database.Clock, "900100017");
        return new(database, people, await db.AccountAsync(database.Clock, "Lou Caron", Role.Finance));
    }

    /// <summary>A claim filed: its application.</summary>
    public async Task<Guid> ClaimAsync(params (string Label, long Euros, string? Cost)[] lines)
    {
        await using var db = database.Open();
        var application = await db.GrantedAsync(database.Clock, people);
        await db.ClaimedAsync(database.Clock, people, application.Id, lines);
        return application.Id;
    }

    public async Task<T> DoAsync<T>(Func<InessDbContext, Task<T>> work)
    {
        await using var db = database.Open();
        return await work(db);
    }

    public Task<PaymentClaim> ReadAsync(Guid application) => DoAsync(db => db.PaymentClaims.AsNoTracking().Include(claim => claim.Invoices).ThenInclude(invoice => invoice.Lines).AsSplitQuery().SingleAsync(claim => claim.ApplicationId == application, Stop));

    public Task<string> NumberAsync(Guid application) => DoAsync(db => db.Applications.Where(found => found.Id == application).Select(found => found.Number!).SingleAsync(Stop));

    public Task<FileStatus> StatusAsync(Guid application) => DoAsync(db => db.Applications.Where(found => found.Id == application).Select(found => found.Status).SingleAsync(Stop));

    /// <summary>Retains every line, or so many euros of the first with a reason.</summary>
    public async Task<Outcome> RetainAsync(Guid application, long? euros = null, DeductionReason? reason = DeductionReason.NotProved, Account? by = null, int? seen = null)
    {
        var claim = await ReadAsync(application);
        var invoice = claim.Invoices[0];
        var lines = invoice.Lines.OrderBy(line => line.Position)
            .Select((line, place) => place == 0 && euros is { } kept ? new LineRetention(line.Id, Money.Euros(kept), reason, null) : new LineRetention(line.Id, line.Amount, null, null)).ToList();
        return await DoAsync(db => new RetainLines(db, database.Clock).ExecuteAsync(application, seen ?? claim.Version, invoice.Id, lines, (by ?? people.Officer).AsActor(), Stop));
    }

    public async Task<Outcome> RuleAsync(Guid application, bool pays, string reason = "Le projet est abouti.")
    {
        var seen = (await ReadAsync(application)).Version;
        return await DoAsync(db => new RuleOnFloor(db, database.Clock).ExecuteAsync(application, seen, pays, reason, people.Officer.AsActor(), Stop));
    }

    public async Task<Outcome> PrepareAsync(Guid application, Account? by = null)
    {
        var seen = (await ReadAsync(application)).Version;
        return await DoAsync(db => new PreparePayment(db, database.Clock).ExecuteAsync(application, seen, (by ?? people.Officer).AsActor(), Stop));
    }

    public async Task<Outcome> ValidateAsync(Guid application, Account? by = null)
    {
        var seen = (await ReadAsync(application)).Version;
        return await DoAsync(db => Validating(db).ExecuteAsync(application, seen, (by ?? people.Lead).AsActor(), Stop));
    }

    public async Task<Outcome> SendBackAsync(Guid application, string word)
    {
        var seen = (await ReadAsync(application)).Version;
        return await DoAsync(db => Validating(db).SendBackAsync(application, seen, word, people.Lead.AsActor(), Stop));
    }

    private ValidatePayment Validating(InessDbContext db) => new(db, Options.Create(new ServiceInCharge()), DecisionDesk.Portal, database.Clock);

    public async Task<Outcome> BankAsync(Guid application, Func<CheckBankAccount, Guid, int, Task<Outcome>> act)
    {
        var account = await DoAsync(db => db.PaymentClaims.Where(claim => claim.ApplicationId == application).Join(db.BankAccounts, claim => claim.BankAccountId, found => found.Id, (claim, found) => found).AsNoTracking().SingleAsync(Stop));
        return await DoAsync(db => act(new(db, DecisionDesk.Portal, database.Clock), account.Id, account.Version));
    }

    public Task<Outcome> CheckAsync(Guid application, Account? by = null) => BankAsync(application, (check, account, seen) => check.ExecuteAsync(application, account, seen, (by ?? people.Officer).AsActor(), Stop));

    public Task<Outcome> ConfirmAsync(Guid application, Account by) => BankAsync(application, (check, account, seen) => check.ConfirmAsync(application, account, seen, by.AsActor(), Stop));

    /// <summary>A claim settled: prepared by the officer, validated by the lead officer, on an account that was checked.</summary>
    public async Task<Guid> SettledAsync(params (string Label, long Euros, string? Cost)[] lines)
    {
        var application = await ClaimAsync(lines);
        foreach (var outcome in new[] { await RetainAsync(application), await CheckAsync(application), await PrepareAsync(application), await ValidateAsync(application) }) Assert.True(outcome.IsDone, outcome.Message);
        return application;
    }

    public async Task<Outcome<DateOnly>> AskAsync(Guid application)
    {
        var seen = (await ReadAsync(application)).Version;
        return await DoAsync(db => new RequestPaymentItems(db, new(new SetRenderer(), new FolderDocumentStore(ScratchFolder.New(), database.Clock), database.Clock), Options.Create(new ServiceInCharge()), DecisionDesk.Portal, database.Clock)
            .ExecuteAsync(application, seen, new([new("PaymentProof", null, "Le relevé de mai")], database.Clock.Today().AddDays(30), null, []), people.Officer.AsActor(), Stop));
    }

    public Task<Outcome<MadeBatch>> MakeAsync(int year = 2026) => DoAsync(db => new MakeLiquidationBatch(db, database.Clock).ExecuteAsync(year, finance.AsActor(), Stop));

    public Task<Outcome<string>> ExportAsync(string number, LiquidationFormat format = LiquidationFormat.Csv) =>
        DoAsync(db => new ExportLiquidationBatch(db, database.Clock).ExecuteAsync(number, format, finance.AsActor(), Stop));

    public Task<Outcome<Guid>> ImportAsync(string csv, Account? by = null) => DoAsync(db => Import(db).ExecuteAsync("retour.csv", Encoding.UTF8.GetBytes(csv), (by ?? finance).AsActor(), Stop));

    public ImportPaymentReturn Import(InessDbContext db) => new(db, new(db, new(db, DecisionDesk.Portal), database.Clock), database.Clock);

    public Task<PaymentReturn> ReturnAsync(Guid id) => DoAsync(db => db.PaymentReturns.AsNoTracking().SingleAsync(found => found.Id == id, Stop));

    public Task<List<string>> MailsAsync(string subject) => DoAsync(db => db.Outbox.Where(mail => mail.Subject.Contains(subject)).OrderBy(mail => mail.Id).Select(mail => mail.Body).ToListAsync(Stop));

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
