using System.Text.Json;
using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Lifecycle;
using Iness.Casework.Payments.Liquidation;
using Iness.Casework.Payments.Preparing;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Payments;

/// <summary>Batches to finance hold each settled claim once and never change; its answers are recorded or refused line by line, once.</summary>
public sealed class LiquidationTests
{
    private const string Heading = "lot;dossier;montant;mandat;date_mandat;date_paiement;date_rejet;motif\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Batch_MadeTwiceAtOnce_HoldsEachClaimOnceUnderOneNumber(Engine engine)
    {
        await using var desk = await PaymentDesk.OpenAsync(engine);
        await desk.SettledAsync();
        await desk.SettledAsync();

        var made = await Task.WhenAll(desk.MakeAsync(), desk.MakeAsync());

        var batch = Assert.Single(made, outcome => outcome.IsDone).Value;
        Assert.Equal(("LIQ-2026-0001", 0), (batch.Number, batch.LeftOut.Count));
        var third = await desk.SettledAsync();
        Assert.Equal("LIQ-2026-0002", (await desk.MakeAsync()).Value.Number);
        Assert.Equal(Refusal.Conflict, (await desk.MakeAsync()).Refusal);
        var csv = (await desk.ExportAsync("LIQ-2026-0001")).Value;
        Assert.Equal(csv, (await desk.ExportAsync("LIQ-2026-0001")).Value);
        Assert.Equal(3, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("LIQ-2026-0001,2026,INESS-2026-000001,2026/INESS-2026-000001,INESS-2026-000001,2026-11-24,900100017,Les Jardins d’essai,\"12 rue des Tisserands, 59100 Roubaix\",Les Jardins d’essai,FR7630006000011234567890189,AGRIFRPP,2400.00,INESS INESS-2026-000001 Vendre en ligne,2026-11-24,arrete-INESS-2026-000001:", csv, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await desk.ExportAsync("LIQ-2026-0001", LiquidationFormat.Json)).Value);
        Assert.Equal(4800m, json.RootElement.GetProperty("total").GetDecimal());
        Assert.Equal(3, json.RootElement.GetProperty("payments")[0].GetProperty("documents").GetArrayLength());
        Assert.Equal(PaymentStage.InLiquidation, await StageAsync(desk, third));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Return_EachLine_IsRecordedOrRefusedByItsNumber(Engine engine)
    {
        await using var desk = await PaymentDesk.OpenAsync(engine);
        Guid[] files = [await desk.SettledAsync(), await desk.SettledAsync(), await desk.SettledAsync(), await desk.SettledAsync()];
        var batch = (await desk.MakeAsync()).Value.Number;
        Assert.Contains("pas encore été transmis", await RefusalAsync(desk, $"{batch};INESS-2026-000001;;M1;;2026-11-24;;"), StringComparison.Ordinal);
        await desk.ExportAsync(batch);

        var csv = $"""
            {Heading}{batch};INESS-2026-000001;2400,00;M1;24/11/2026;2026-11-24;;
            {batch};INESS-2026-000002;2400;M2;;;2026-11-24;AC01 : IBAN incorrect
            {batch};INESS-2026-000003;2300,50;M3;;2026-11-24;;
            ;INESS-2026-000099;;M4;;2026-11-24;;
            {batch};INESS-2026-000001;2400,00;M1;;2026-11-24;;
            {batch};INESS-2026-000004;;M5;;;;

            """;
        var id = (await desk.ImportAsync(csv)).Value;

        var read = await desk.ReturnAsync(id);
        Assert.Equal((6, 1, 1), (read.Lines, read.Paid, read.Rejected));
        var refusals = ReturnRefusal.Read(read.Refusals);
        Assert.Equal([4, 5, 6], refusals.Select(refusal => refusal.Line));
        Assert.Contains("2 300,50 €, et 2 400 € étaient demandés", refusals[0].Reason, StringComparison.Ordinal);
        Assert.Contains("aucun versement n'a été demandé", refusals[1].Reason, StringComparison.Ordinal);
        Assert.Contains("déjà sur une autre ligne", refusals[2].Reason, StringComparison.Ordinal);
        Assert.Equal([FileStatus.Paid, FileStatus.PaymentClaimed, FileStatus.Settled, FileStatus.Settled], [.. await Task.WhenAll(files.Select(desk.StatusAsync))]);
        Assert.Contains("2 400 €, le 24 novembre 2026, mandat n° M1", Assert.Single(await desk.MailsAsync("votre aide est payée")), StringComparison.Ordinal);
        Assert.Single(await desk.MailsAsync("la banque a rejeté"));
        Assert.Contains("déjà importé", (await desk.ImportAsync(csv)).Message, StringComparison.Ordinal);
        Assert.Contains("déjà payé, le 24 novembre 2026 (mandat M1)", await RefusalAsync(desk, $"{batch};INESS-2026-000001;;M1;;2026-11-24;;"), StringComparison.Ordinal);

        // The account is refused: nothing is paid on it again.
        Assert.Equal(PaymentStage.Rejected, await StageAsync(desk, files[1]));
        Assert.True((await desk.PrepareAsync(files[1])).IsDone);
        Assert.Contains("refusé", (await desk.ValidateAsync(files[1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_OfPaymentsThatAnAccountantCertified_HoldsTheList()
    {
        await using var desk = await PaymentDesk.OpenAsync(Engine.Sqlite);
        var file = await desk.SettledAsync();
        await desk.DoAsync(async db =>
        {
            var rib = await db.Documents.AsNoTracking().SingleAsync(document => document.Kind == nameof(DocumentKind.BankDetails), Stop);
            db.Add(new StoredDocument
            {
                Id = Guid.CreateVersion7(),
                OrganisationId = rib.OrganisationId,
                ApplicationId = file,
                Kind = nameof(DocumentKind.AccountantList),
                FileName = "liste-certifiee.pdf",
                MediaType = rib.MediaType,
                Length = 1,
                Sha256 = new('a', 64),
                StorageKey = "liste",
                UploadedAt = rib.UploadedAt,
                UploadedBy = rib.UploadedBy,
                Scan = ScanState.Clean,
            });
            (await db.PaymentClaims.SingleAsync(Stop)).IsAccountantListed = true;
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
            return true;
        });

        var batch = (await desk.MakeAsync()).Value.Number;

        Assert.Contains($"liste-certifiee.pdf:{new string('a', 64)}", (await desk.ExportAsync(batch)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_Unreadable_IsRefusedWhole()
    {
        await using var desk = await PaymentDesk.OpenAsync(Engine.Sqlite);

        Assert.Contains("« dossier »", (await desk.ImportAsync("mandat;date\n1;2")).Message, StringComparison.Ordinal);
        Assert.Contains("guillemet", (await desk.ImportAsync("dossier;motif\nINESS-2026-000001;\"oups")).Message, StringComparison.Ordinal);
        Assert.Equal(Refusal.NotAllowed, (await desk.ImportAsync(Heading, desk.People.Officer)).Refusal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Envelope_PaidForLess_GivesTheRestBack(Engine engine)
    {
        await using var desk = await PaymentDesk.OpenAsync(engine);
        await desk.SettledAsync(("Boutique en ligne", 5_000, "c1"));
        var batch = (await desk.MakeAsync()).Value.Number;
        await desk.ExportAsync(batch);
        var before = await desk.DoAsync(db => db.EnvelopeBalanceAsync(2026, Stop));
        Assert.Equal((Money.Euros(47_600), Money.Zero), (before.Left, before.Paid));

        Assert.True((await desk.ImportAsync($"{Heading};INESS-2026-000001;2000;M1;;2026-11-24;;")).IsDone);

        var after = await desk.DoAsync(db => db.EnvelopeBalanceAsync(2026, Stop));
        Assert.Equal((Money.Euros(2_400), Money.Euros(2_000), Money.Euros(400), Money.Euros(48_000)), (after.Granted, after.Paid, after.Freed, after.Left));
    }

    private static async Task<string> RefusalAsync(PaymentDesk desk, string line)
    {
        var imported = await desk.ImportAsync(Heading + line);
        Assert.Equal(Refusal.Invalid, imported.Refusal);
        Assert.StartsWith("Aucune ligne n'est enregistrée. Ligne 2, INESS-2026-000001 :", imported.Message, StringComparison.Ordinal);
        return imported.Message!;
    }

    private static async Task<PaymentStage?> StageAsync(PaymentDesk desk, Guid application)
    {
        var number = await desk.NumberAsync(application);
        foreach (var stage in Enum.GetValues<PaymentStage>())
        {
            var page = await desk.DoAsync(db => new ReadPayments(db, desk.Database.Clock).ExecuteAsync(stage, null, Stop));
            if (page.Rows.Any(row => row.Number == number)) return stage;
        }

        return null;
    }
}
