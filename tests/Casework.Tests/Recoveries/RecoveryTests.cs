using System.Security.Cryptography;
using System.Text;
using Iness.Casework.Applications;
using Iness.Casework.Decisions;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Tests.Decisions;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Recoveries;

/// <summary>Nothing is taken off a grant, nor asked back, before its beneficiary could be heard, by who opened it, or beyond what was granted or paid.</summary>
public sealed class RecoveryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Decide_DuringTheHearing_WaitsForItsEndOrTheObservations(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var (silent, heard) = (await NotifiedAsync(desk), await NotifiedAsync(desk));
        // Ouvertes le mardi 24 novembre 2026 ; trente jours, quinze pour être réputée reçue et quinze pour répondre, mènent au jeudi 24 décembre.
        Assert.Contains("le 24 décembre 2026 au plus tôt", (await OpenAsync(desk, silent, RecoveryKind.Withdrawal, null, new(2026, 12, 23))).Message, StringComparison.Ordinal);
        var (one, other) = ((await OpenAsync(desk, silent, RecoveryKind.Withdrawal, null, new(2026, 12, 24))).Value, (await OpenAsync(desk, heard, RecoveryKind.Withdrawal, null, new(2026, 12, 24))).Value);

        Assert.Contains("jusqu'au 24 décembre 2026", (await DecideAsync(desk, one)).Message, StringComparison.Ordinal);
        desk.Database.Clock.Set(new(2026, 12, 24, 22, 0, 0, TimeSpan.Zero)); // 23 h à Paris
        Assert.False((await DecideAsync(desk, one)).IsDone);
        Assert.Equal(Refusal.NotFound, (await ObserveAsync(desk, heard, desk.People.Lead.Id)).Refusal);
        Assert.True((await ObserveAsync(desk, heard, desk.People.Applicant.Id)).IsDone);
        Assert.True((await DecideAsync(desk, other)).IsDone);
        desk.Database.Clock.Set(new(2026, 12, 24, 23, 30, 0, TimeSpan.Zero)); // le 25 à Paris
        Assert.True((await DecideAsync(desk, one)).IsDone);

        await using var db = desk.Database.Open();
        Assert.All(await db.Applications.ToListAsync(Stop), file => Assert.Equal((FileStatus.Closed, null), (file.Status, file.ClaimBy)));
        var letter = Plain((await db.Recoveries.SingleAsync(found => found.Id == other, Stop)).Letter!);
        Assert.All(
            ["L242-2", "Le projet a été abandonné.", "Vous avez présenté ces observations le 24 décembre 2026", "Nous avons payé.", "tribunal administratif de Lille", "Sacha Dubois, Directrice de l'économie sociale et solidaire", "12 rue des Tisserands", "PAY-1"],
            mention => Assert.Contains(mention, letter, StringComparison.Ordinal));
        Assert.Contains("vous n'en avez pas présenté", Plain((await db.Recoveries.SingleAsync(found => found.Id == one, Stop)).Letter!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Decide_AReduction_BoundsThePaymentAndFreesTheMoney(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var file = await NotifiedAsync(desk);
        Assert.Contains("on ne peut pas en retirer 2 500 €", (await OpenAsync(desk, file, RecoveryKind.Reduction, Money.Euros(2_500))).Message, StringComparison.Ordinal);
        Assert.Contains("choisissez le retrait", (await OpenAsync(desk, file, RecoveryKind.Reduction, Money.Euros(2_400))).Message, StringComparison.Ordinal);
        var first = (await OpenAsync(desk, file, RecoveryKind.Reduction, Money.Euros(400))).Value;
        Assert.Contains("déjà engagée", (await OpenAsync(desk, file, RecoveryKind.Withdrawal, null)).Message, StringComparison.Ordinal);
        await using var db = desk.Database.Open();
        Assert.Equal(Money.Euros(2_400), await db.GrantedForPaymentAsync(file.Id, Stop));
        await ObserveAsync(desk, file, desk.People.Applicant.Id);
        Assert.True((await DecideAsync(desk, first)).IsDone);

        Assert.Equal(Money.Euros(2_000), await db.GrantedForPaymentAsync(file.Id, Stop));
        Assert.Equal(Money.Euros(2_000), (await db.EnvelopeBalanceAsync(2026, Stop)).Granted);
        Assert.Equal(FileStatus.Notified, (await db.Applications.AsNoTracking().SingleAsync(Stop)).Status);
        var decided = await db.Recoveries.AsNoTracking().SingleAsync(Stop);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(decided.Letter!))), decided.LetterSha256);
        Assert.Contains(decided.LetterSha256!, (await db.AuditLog.AsNoTracking().SingleAsync(entry => entry.Action == "RecoveryDecided", Stop)).Details, StringComparison.Ordinal);
        Assert.Contains("L'aide vaut encore 2 000 €", (await OpenAsync(desk, file, RecoveryKind.Reduction, Money.Euros(2_100))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Repayment_InParts_IsFollowedUntilAllIsRepaidAndNeverBeyond(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var file = await FileAsync(desk, db => db.PaidAsync(desk.Database.Clock, desk.People));
        Assert.Contains("pas de retrait de l'aide possible", (await OpenAsync(desk, file, RecoveryKind.Withdrawal, null)).Message, StringComparison.Ordinal);
        Assert.Contains("Il reste 2 400 € versés", (await OpenAsync(desk, file, RecoveryKind.Repayment, Money.Euros(2_401))).Message, StringComparison.Ordinal);
        var recovery = (await OpenAsync(desk, file, RecoveryKind.Repayment, Money.Euros(1_000))).Value;
        Assert.Contains("Aucun reversement n'est décidé", (await RepayAsync(desk, recovery, 1, 100)).Message, StringComparison.Ordinal);
        await ObserveAsync(desk, file, desk.People.Applicant.Id);
        Assert.True((await DecideAsync(desk, recovery)).IsDone);
        Assert.Equal(FileStatus.Recovery, await StatusAsync(desk, file));

        Assert.Equal(Money.Euros(600), (await RepayAsync(desk, recovery, 3, 400)).Value);
        Assert.Contains("il reste 600 €", (await RepayAsync(desk, recovery, 3, 400)).Message, StringComparison.Ordinal);
        Assert.Contains("on ne peut pas constater 601 €", (await RepayAsync(desk, recovery, 4, 601)).Message, StringComparison.Ordinal);
        Assert.Equal(Money.Zero, (await RepayAsync(desk, recovery, 4, 600)).Value);

        Assert.Equal(FileStatus.Closed, await StatusAsync(desk, file));
        Assert.Contains("Il reste 1 400 € versés", (await OpenAsync(desk, file, RecoveryKind.Repayment, Money.Euros(1_500))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_WhoOpenedIt_IsRefusedAndAWithdrawalIsNoLongerDeclared()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var file = await NotifiedAsync(desk);
        await using var db = desk.Database.Open();
        var own = (await new OpenRecovery(db, DecisionDesk.Portal, desk.Database.Clock).ExecuteAsync(file.Id, file.Version, Demand(RecoveryKind.Withdrawal, null), desk.People.Signatory.AsActor(), Stop)).Value;
        await ObserveAsync(desk, file, desk.People.Applicant.Id);
        Assert.Contains("quelqu'un d'autre doit la décider", (await DecideAsync(desk, own)).Message, StringComparison.Ordinal);
        db.ChangeTracker.Clear();
        Assert.True((await new DropRecovery(db, DecisionDesk.Portal, desk.Database.Clock).ExecuteAsync(own, 2, "Engagée par erreur.", desk.People.Lead.AsActor(), Stop)).IsDone);

        var recovery = (await OpenAsync(desk, file, RecoveryKind.Withdrawal, null)).Value;
        await ObserveAsync(desk, file, desk.People.Applicant.Id);
        Assert.True((await DecideAsync(desk, recovery)).IsDone);

        Assert.NotNull((await db.AidDeclarations.AsNoTracking().SingleAsync(Stop)).DroppedAt);
        Assert.Equal(Money.Euros(2_400), (await db.Recoveries.AsNoTracking().SingleAsync(found => found.Id == recovery, Stop)).Amount);
    }

    private static RecoveryDemand Demand(RecoveryKind kind, Money? amount, DateOnly? until = null) => new(kind, amount, "Le projet a été abandonné.", "PAY-1", until ?? new(2026, 12, 24));

    private static Task<Application> NotifiedAsync(DecisionDesk desk) => FileAsync(desk, db => db.NotifiedAsync(desk.Database.Clock, desk.People));

    private static async Task<Application> FileAsync(DecisionDesk desk, Func<InessDbContext, Task<Application>> make)
    {
        await using var db = desk.Database.Open();
        return await make(db);
    }

    private static async Task<Outcome<Guid>> OpenAsync(DecisionDesk desk, Application file, RecoveryKind kind, Money? amount, DateOnly? until = null)
    {
        await using var db = desk.Database.Open();
        var version = await db.Applications.Where(found => found.Id == file.Id).Select(found => found.Version).SingleAsync(Stop);
        return await new OpenRecovery(db, DecisionDesk.Portal, desk.Database.Clock).ExecuteAsync(file.Id, version, Demand(kind, amount, until), desk.People.Officer.AsActor(), Stop);
    }

    private static async Task<Outcome> ObserveAsync(DecisionDesk desk, Application file, Guid account)
    {
        await using var db = desk.Database.Open();
        return await new GiveObservations(db, DecisionDesk.Portal, desk.Database.Clock).ExecuteAsync(file.Id, "Nous avons payé.", new(account, Role.Applicant), Stop);
    }

    private static async Task<Outcome> DecideAsync(DecisionDesk desk, Guid recovery)
    {
        await using var db = desk.Database.Open();
        var version = await db.Recoveries.Where(found => found.Id == recovery).Select(found => found.Version).SingleAsync(Stop);
        return await new DecideRecovery(db, Options.Create(new ServiceInCharge()), DecisionDesk.Portal, desk.Database.Clock).ExecuteAsync(recovery, version, desk.People.Signatory.AsActor(), Stop);
    }

    private static async Task<Outcome<Money>> RepayAsync(DecisionDesk desk, Guid recovery, int version, long euros)
    {
        await using var db = desk.Database.Open();
        return await new RecordRepayment(db, DecisionDesk.Portal, desk.Database.Clock)
            .ExecuteAsync(recovery, version, desk.Database.Clock.Today(), Money.Euros(euros), $"Titre 12, {euros}", new(desk.People.Lead.Id, Role.Finance), Stop);
    }

    private static async Task<FileStatus> StatusAsync(DecisionDesk desk, Application file)
    {
        await using var db = desk.Database.Open();
        return (await db.Applications.SingleAsync(found => found.Id == file.Id, Stop)).Status;
    }

    private static string Plain(string html) => System.Net.WebUtility.HtmlDecode(html).Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('’', '\'');
}
