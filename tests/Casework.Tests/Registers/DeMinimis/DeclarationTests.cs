using System.Text;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Jobs;
using Iness.Casework.Lifecycle;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Recoveries;
using Iness.Casework.Registers.DeMinimis;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Casework.Review;
using Iness.Casework.Review.OtherAids;
using Iness.Casework.Tests.Decisions;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Registers.DeMinimis;

/// <summary>Grants on their way to the national register: none is forgotten, each is answered by itself, and what comes back is not a second aid.</summary>
public sealed class DeclarationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-11-24", "2026-12-22")]
    // Christmas and New Year's Day do not count.
    [InlineData("2026-12-10", "2027-01-11")]
    // Nor do Easter Monday, then Ascension Day and Whit Monday.
    [InlineData("2027-03-25", "2027-04-23")]
    [InlineData("2027-04-16", "2027-05-18")]
    public void DueOn_TwentyWorkingDays_PassesOverHolidays(string granted, string due) =>
        Assert.Equal(DateOnly.Parse(due, null), Declaring.DueOn(DateOnly.Parse(granted, null)));

    [Theory]
    [InlineData("16.23Z", "C.16.23")]
    [InlineData("01.11Z", "A.01.11")]
    [InlineData("88.99B", "Q.88.99")]
    [InlineData("99.00Z", "U.99.00")]
    [InlineData("00.10Z", null)]
    public void Sector_OfAnActivity_IsItsSectionAndClass(string activity, string? sector) => Assert.Equal(sector, NaceSector.Of(ActivityCode.Parse(activity)));

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Decide_Grant_EntersTheQueueAndALaterDecisionTakesItOut(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var (id, _) = await GrantedAsync(desk);
        await using (var db = desk.Database.Open())
        {
            var declaration = await db.AidDeclarations.SingleAsync(Stop);
            Assert.Equal((id, Money.Euros(2_400), new DateOnly(2026, 11, 24), new DateOnly(2026, 12, 22)), (declaration.ApplicationId, declaration.Amount, declaration.GrantedOn, declaration.DueOn));
        }

        // Revoked, opened again, refused: nothing was declared, and nothing is to be.
        await MoveAsync(desk, id, (FileAction.RevokeGrant, Role.Signatory), (FileAction.Reopen, Role.LeadOfficer));
        var again = (await desk.ProposeAsync(await ApplicationAsync(desk, id), DecisionKind.Closure, "Sans suite.")).Value;
        Assert.True((await desk.CheckAsync(again)).IsDone);
        Assert.True((await desk.DecideAsync(again)).IsDone);
        await using (var db = desk.Database.Open()) Assert.NotNull((await db.AidDeclarations.SingleAsync(Stop)).DroppedAt);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Lapse_OfAGrantDeclared_EndsItsDeclaration(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var (id, _) = await GrantedAsync(desk);
        await desk.NotifyAsync();
        await using var db = desk.Database.Open();
        Assert.True((await new ExportDeclarations(db, new(db), desk.Database.Clock).ExecuteAsync(desk.People.Officer.AsActor(), Stop)).IsDone);
        Assert.False(await db.Ended().AnyAsync(Stop));

        await MoveAsync(desk, id, (FileAction.Lapse, Role.LeadOfficer));

        Assert.True(await db.Ended().AnyAsync(Stop));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Reduction_OfAnActReplaced_BoundsNoPaymentOfTheNext(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var (id, _) = await GrantedAsync(desk);
        await ReduceAsync(desk, id, Money.Euros(500));
        await using var db = desk.Database.Open();
        var decidedAt = await db.Decisions.Select(decision => decision.At).SingleAsync(Stop);

        Assert.Equal(Money.Euros(500), await db.ReducedSinceAsync(id, decidedAt, Stop));
        Assert.Equal(Money.Zero, await db.ReducedSinceAsync(id, desk.Database.Clock.Instant().AddSeconds(1), Stop));
        Assert.Equal(Money.Euros(500), (await GrantedAid.ReadAsync(db, id, Stop))!.Reduced);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Export_Answers_AreEachNotedByThemselvesAndTheRefusedLeaveAgain(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var (_, one) = await GrantedAsync(desk);
        var (_, two) = await GrantedAsync(desk);
        var (_, three) = await GrantedAsync(desk);
        await using var db = desk.Database.Open();
        var export = new ExportDeclarations(db, new(db), desk.Database.Clock);
        var first = await export.ExecuteAsync(desk.People.Lead.AsActor(), Stop);
        Assert.Equal(3, first.Value.Count);
        Assert.Equal(Refusal.Conflict, (await export.ExecuteAsync(desk.People.Lead.AsActor(), Stop)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await export.ExecuteAsync(desk.People.Signatory.AsActor(), Stop)).Refusal);

        var answered = (await AnswersAsync(desk, $"dossier;resultat;reference;motif\r\n{one};Confirmée;MIN-1;\r\n{two};refusée;;SIREN inconnu\r\nINESS-2026-999999;confirmée;;\r\n{three};confirmée;A;\r\n{three};refusée;;Autre\r\n")).Value;

        Assert.Equal([true, true, false, false, false], answered.Select(row => row.IsDone));
        Assert.Contains("Inconnue", answered[2].Result, StringComparison.Ordinal);
        Assert.All(answered.Skip(3), row => Assert.Contains("les lignes 5, 6", row.Result, StringComparison.Ordinal));
        Assert.Equal(Refusal.Invalid, (await AnswersAsync(desk, "dossier;reponse\r\nx;y\r\n")).Refusal);
        // As an old spreadsheet saves it.
        Assert.Contains("déjà confirmée", Assert.Single((await AnswersAsync(desk, $"dossier;resultat\r\n{one};confirmée\r\n", Encoding.Latin1)).Value).Result, StringComparison.Ordinal);
        Assert.Contains("déjà confirmée", Assert.Single((await AnswersAsync(desk, $"dossier;resultat;motif\r\n{one};refusée;Non\r\n")).Value).Result, StringComparison.Ordinal);

        desk.Database.Clock.Advance(TimeSpan.FromDays(1));
        db.ChangeTracker.Clear();
        var second = await export.ExecuteAsync(desk.People.Officer.AsActor(), Stop);
        var file = Encoding.UTF8.GetString((await new RegisterExport(db).ReadAsync(second.Value.At, Stop))!).Split("\r\n");
        Assert.Equal(string.Join(';', RegisterExport.Columns), file[0]);
        Assert.Equal(
            $"Minimis;Les Jardins d’essai;{await SirenAsync(desk, two)};2400.00;Subvention directe;Q.88.99;Lille;France;2026-11-24;2026-11-25;;Région Hauts-de-France;Région Hauts-de-France", file[1]);
        Assert.Equal(3, file.Length);
        // The first file is read as it left, with the one refused since.
        var before = (await new RegisterExport(db).ReadAsync(first.Value.At, Stop))!;
        Assert.Equal(5, Encoding.UTF8.GetString(before).Split("\r\n").Length);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(before));
        Assert.Equal(1, await db.AuditLog.CountAsync(line => line.Action == "AidDeclarationsExported" && line.Details!.Contains(sha256), Stop));
        Assert.Equal(
            [DeclarationState.Confirmed, DeclarationState.Exported, DeclarationState.Exported],
            (await db.AidDeclarations.AsNoTracking().OrderBy(found => found.Id).ToListAsync(Stop)).Select(DeclarationStates.Of));
        Assert.True((await AnswersAsync(desk, $"identifiant_beneficiaire,date_octroi,montant_esb,resultat\n{await SirenAsync(desk, two)},2026-11-24,2400,publiée\n")).Value.Single().IsDone);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Register_OwnExportComesBack_IsOneAidInTheLedgerOfTheNextFile(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var (id, number) = await GrantedAsync(desk);
        var next = await desk.FileAsync(organisation: desk.People.Organisation);
        await using var db = desk.Database.Open();
        var exported = (await new ExportDeclarations(db, new(db), desk.Database.Clock).ExecuteAsync(desk.People.Lead.AsActor(), Stop)).Value;
        Assert.True((await AnswersAsync(desk, $"dossier;resultat\r\n{number};confirmée\r\n")).Value.Single().IsDone);
        using var published = new MemoryStream((await new RegisterExport(db).ReadAsync(exported.At, Stop))!);
        Assert.Equal((1, 0), ((await new ImportRegister(db, desk.Database.Clock).ExecuteAsync(published, Actor.System, Stop)).Value.Rows, 0));

        var ledger = await AidLedger.ReadAsync(db, (await FileUnderReview.LoadAsync(db, next.Id, Stop))!, desk.Database.Clock.Today(), Stop);

        Assert.Equal([AidSource.OwnGrant, AidSource.Register], Assert.Single(ledger.Lines).Entries.Select(entry => entry.Source));
        Assert.Equal(Money.Euros(2_400), ledger.Total);
        // Nor is it an earlier aid of the very file that it was granted to.
        Assert.Empty((await AidLedger.ReadAsync(db, (await FileUnderReview.LoadAsync(db, id, Stop))!, desk.Database.Clock.Today(), Stop)).Lines);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Watch_NearThenPast_TellsTheLeadOnceEachAndSettlesWhatWasWithdrawn(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        await GrantedAsync(desk);
        var (renounced, _) = await GrantedAsync(desk);
        var (reduced, _) = await GrantedAsync(desk);
        await MoveAsync(desk, renounced, (FileAction.Withdraw, Role.Applicant));
        await ReduceAsync(desk, reduced, Money.Euros(400));

        // Twenty working days end on 22 December: five before is the 15th.
        foreach (var (day, mails) in new[] { (14, 0), (15, 1), (15, 1), (22, 1), (23, 2), (24, 2) })
        {
            desk.Database.Clock.Set(new(2026, 12, day, 9, 0, 0, TimeSpan.Zero));
            await using var db = desk.Database.Open();
            await new WatchDeclarations(db, DecisionDesk.Portal, desk.Database.Clock).RunAsync(Stop);
            Assert.Equal(mails, await db.Outbox.CountAsync(mail => mail.To == desk.People.Lead.Email && mail.Subject.StartsWith("Registre de minimis"), Stop));
        }

        await using var read = desk.Database.Open();
        var declarations = await read.AidDeclarations.OrderBy(found => found.Id).ToListAsync(Stop);
        Assert.Equal([false, true, false], declarations.Select(found => found.DroppedAt is not null));
        Assert.Equal(Money.Euros(2_000), declarations[2].Amount);
        Assert.Contains("2 aides", (await read.Outbox.FirstAsync(mail => mail.Subject.StartsWith("Registre"), Stop)).Body, StringComparison.Ordinal);
    }

    /// <summary>A file granted and notified: its identifier and number.</summary>
    internal static async Task<(Guid Id, string Number)> GrantedAsync(DecisionDesk desk, Func<DateOnly, AssessmentRequest>? request = null)
    {
        var decision = (await desk.DecideAsync(await desk.CheckedAsync(request: request))).Value;
        await using var db = desk.Database.Open();
        Assert.True((await new NotifyDecision(db, desk.Database.Clock, DecisionDesk.Portal).ExecuteAsync(decision, Stop)).IsDone);
        desk.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        return await db.Decisions.Where(found => found.Id == decision).Join(db.Applications, found => found.ApplicationId, application => application.Id, (_, application) => new ValueTuple<Guid, string>(application.Id, application.Number!)).SingleAsync(Stop);
    }

    /// <summary>Takes a file along its lifecycle.</summary>
    internal static async Task MoveAsync(DecisionDesk desk, Guid id, params (FileAction Action, Role Role)[] steps)
    {
        await using var db = desk.Database.Open();
        var application = await db.Applications.SingleAsync(found => found.Id == id, Stop);
        foreach (var (action, role) in steps)
        {
            desk.Database.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.True(application.Move(action, new(null, role), desk.Database.Clock.Instant()).IsDone);
        }

        await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
    }

    /// <summary>Takes an amount off a grant.</summary>
    internal static async Task ReduceAsync(DecisionDesk desk, Guid id, Money amount)
    {
        await using var db = desk.Database.Open();
        var now = desk.Database.Clock.Instant();
        db.Add(new Recovery { Id = Guid.CreateVersion7(), ApplicationId = id, Kind = RecoveryKind.Reduction, Amount = amount, Grounds = "Projet réduit.", OpenedBy = desk.People.Officer.Id, OpenedAt = now, HearUntil = now.DayInParis(), DecidedAt = now });
        await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
    }

    private static async Task<Application> ApplicationAsync(DecisionDesk desk, Guid id)
    {
        await using var db = desk.Database.Open();
        return await db.Applications.AsNoTracking().SingleAsync(found => found.Id == id, Stop);
    }

    private static async Task<string> SirenAsync(DecisionDesk desk, string number)
    {
        await using var db = desk.Database.Open();
        return await db.Applications.Where(found => found.Number == number).Select(found => found.Organisation!.Siren).SingleAsync(Stop);
    }

    private static async Task<Outcome<IReadOnlyList<AnsweredRow>>> AnswersAsync(DecisionDesk desk, string text, Encoding? encoding = null)
    {
        await using var db = desk.Database.Open();
        using var content = new MemoryStream((encoding ?? Encoding.UTF8).GetBytes(text));
        return await new ImportAnswers(db, new(db, desk.Database.Clock)).ExecuteAsync(content, desk.People.Officer.AsActor(), Stop);
    }
}
