using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Casework.Payments.Liquidation;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Tests.Decisions;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Payments;

/// <summary>A payment stops when it must: taken back before its batch, rejected, returned by the bank; and no answer told twice stops another one.</summary>
public sealed class StoppedPaymentTests
{
    private const string Heading = "lot;dossier;montant;mandat;date_mandat;date_paiement;date_rejet;motif\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Stop_BeforeTheBatch_TakesThePaymentBackAndTellsWhoHadAHandInIt(Engine engine)
    {
        await using var desk = await PaymentDesk.OpenAsync(engine);
        var (file, held) = (await desk.SettledAsync(), await desk.SettledAsync());
        Assert.Equal(Refusal.Invalid, (await StopAsync(desk, file, " ")).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await StopAsync(desk, file, "Compte inconnu.", by: desk.People.Officer)).Refusal);

        Assert.True((await StopAsync(desk, file, "La présidente dit n'avoir pas changé de compte.")).IsDone);

        Assert.Equal(FileStatus.PaymentClaimed, await desk.StatusAsync(file));
        var claim = await desk.ReadAsync(file);
        Assert.Equal((null, null), (claim.PreparedAt, claim.ValidatedAt));
        Assert.Contains("n'avoir pas changé de compte", Assert.Single(await desk.MailsAsync("un versement validé est repris")), StringComparison.Ordinal);
        var batch = (await desk.MakeAsync()).Value.Number;
        Assert.Equal(1, await desk.DoAsync(db => db.LiquidationLines.CountAsync(Stop)));
        Assert.Contains($"dans le lot {batch}", (await StopAsync(desk, held, "Trop tard.")).Message, StringComparison.Ordinal);
        Assert.Equal(FileStatus.Settled, await desk.StatusAsync(held));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Return_OfWhatWasPaid_BringsTheClaimBack(Engine engine)
    {
        await using var desk = await PaymentDesk.OpenAsync(engine);
        var file = await desk.SettledAsync();
        var batch = (await desk.MakeAsync()).Value.Number;
        await desk.ExportAsync(batch);
        Assert.Equal(1, (await desk.ReturnAsync((await desk.ImportAsync($"{Heading};INESS-2026-000001;;M1;;2026-11-24;;\n")).Value)).Paid);
        desk.Database.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Contains("précède le paiement", (await desk.ImportAsync($"{Heading};INESS-2026-000001;;;;;2026-11-23;AC04\n")).Message, StringComparison.Ordinal);

        Assert.Equal(1, (await desk.ReturnAsync((await desk.ImportAsync($"{Heading};INESS-2026-000001;;;;;2026-11-26;AC04\n")).Value)).Rejected);

        Assert.Equal(FileStatus.PaymentClaimed, await desk.StatusAsync(file));
        Assert.Null((await desk.ReadAsync(file)).PaidOn);
        // It is engaged, and no longer paid.
        Assert.Equal((Money.Zero, Money.Euros(2_400)), await desk.DoAsync(async db => (await db.EnvelopeBalanceAsync(2026, Stop)) is var balance ? (balance.Paid, balance.Granted) : default));
        Assert.Contains("annoncé payé le 24 novembre 2026", Assert.Single(await desk.MailsAsync("la banque a rejeté")), StringComparison.Ordinal);
        Assert.Contains("déjà rejeté, le 26 novembre", (await desk.ImportAsync($"{Heading}{batch};INESS-2026-000001;;M1;;2026-11-25;;\n")).Message, StringComparison.Ordinal);
        Assert.Contains("déjà rejeté", (await desk.ImportAsync($"{Heading};INESS-2026-000001;;;;;2026-11-26;AC04 encore\n")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejection_ToldAgainWithoutItsBatch_DoesNotHitThePaymentAskedSince()
    {
        await using var desk = await PaymentDesk.OpenAsync(Engine.Sqlite);
        var file = await desk.SettledAsync();
        await desk.ExportAsync((await desk.MakeAsync()).Value.Number);
        await desk.ImportAsync($"{Heading};INESS-2026-000001;;M1;;;2026-11-24;Montant erroné\n");
        Assert.True((await desk.PrepareAsync(file)).IsDone);
        Assert.True((await desk.ValidateAsync(file)).IsDone);
        var second = (await desk.MakeAsync()).Value.Number;
        await desk.ExportAsync(second);

        var told = await desk.ImportAsync($"{Heading};INESS-2026-000001;;M1;;;2026-11-24;Montant erroné\n;INESS-2026-000002;;;;;;\n");

        Assert.Contains("pour en rejeter un autre, écrivez son lot", told.Message, StringComparison.Ordinal);
        Assert.Equal(FileStatus.Settled, await desk.StatusAsync(file));
        Assert.Equal(1, (await desk.ReturnAsync((await desk.ImportAsync($"{Heading}{second};INESS-2026-000001;;M2;;;2026-11-24;Montant erroné\n")).Value)).Rejected);
    }

    [Theory]
    [InlineData("AC04 : compte clos", true)]
    [InlineData("Le compte bancaire n'existe plus", true)]
    [InlineData("RIB illisible", true)]
    [InlineData("Identifiant de compte incorrect", true)]
    [InlineData("Le compte du bénéficiaire est clos", true)]
    [InlineData("Titulaire différent", true)]
    [InlineData("Erreur du titulaire du marché", false)]
    [InlineData("Montant erroné compte tenu de l'arrêté", false)]
    [InlineData("Pièce manquante au compte rendu", false)]
    public void Rejection_ItsReason_SpeaksOfTheAccountOrNot(string reason, bool isAboutAccount) => Assert.Equal(isAboutAccount, BankRejection.IsAboutAccount(reason));

    private static async Task<Outcome> StopAsync(PaymentDesk desk, Guid application, string reason, Casework.Accounts.Account? by = null)
    {
        var seen = (await desk.ReadAsync(application)).Version;
        return await desk.DoAsync(db => new StopPayment(db, DecisionDesk.Portal, desk.Database.Clock).ExecuteAsync(application, seen, reason, (by ?? desk.People.Lead).AsActor(), Stop));
    }
}
