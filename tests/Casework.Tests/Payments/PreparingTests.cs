using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Recoveries;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Payments;

/// <summary>A payment is computed by the regulation on what officers retain, prepared by one person and validated by another, on an account that was checked.</summary>
public sealed class PreparingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Payment_PreparedAndValidatedByTwo_IsSettledWithWhatItRestsOn(Engine engine)
    {
        await using var desk = await PaymentDesk.OpenAsync(engine);
        var file = await desk.ClaimAsync();

        Assert.Contains("reste à examiner", (await desk.PrepareAsync(file)).Message, StringComparison.Ordinal);
        Assert.Equal(Refusal.Invalid, (await desk.RetainAsync(file, 4_500, reason: null)).Refusal);
        Assert.True((await desk.RetainAsync(file, 4_500)).IsDone);
        Assert.Equal(Refusal.Conflict, (await desk.RetainAsync(file, 5_000, seen: 1)).Refusal);
        Assert.True((await desk.PrepareAsync(file)).IsDone);
        Assert.Equal(Money.Euros(1_800), Assert.Single((await desk.DoAsync(db => new ReadPayments(db, desk.Database.Clock).ExecuteAsync(PaymentStage.ToValidate, null, Stop))).Rows).Payable);
        Assert.Contains("reprenez-le", (await desk.RetainAsync(file)).Message, StringComparison.Ordinal);
        Assert.Contains("pas encore vérifié", (await desk.ValidateAsync(file)).Message, StringComparison.Ordinal);
        Assert.True((await desk.CheckAsync(file)).IsDone);
        // From now on another account is a change, that a second officer confirms.
        Assert.NotNull(await desk.DoAsync(db => db.ConfirmedAccountAsync(desk.People.Organisation.Id, Stop)));
        Assert.True((await desk.ValidateAsync(file)).IsDone);

        var claim = await desk.ReadAsync(file);
        Assert.Equal((Money.Euros(2_400), Money.Euros(4_500), Money.Euros(1_800)), (claim.Granted, claim.Retained, claim.Payable));
        Assert.Equal(FileStatus.Settled, await desk.StatusAsync(file));
        Assert.Contains("\"amount\":4500", claim.Facts, StringComparison.Ordinal);
        Assert.Contains("4 500 € retenus sur 6 000 €. Paiement non prouvé (PAY-1)", Assert.Single(await desk.MailsAsync("est validé")), StringComparison.Ordinal);
        Assert.Contains("tribunal administratif de Lille", Assert.Single(await desk.MailsAsync("est validé")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retain_AnInvoiceInAnotherCurrency_IsRefused()
    {
        await using var desk = await PaymentDesk.OpenAsync(Engine.Sqlite);
        var file = await desk.ClaimAsync();
        await desk.DoAsync(db => db.ClaimedInvoices.ExecuteUpdateAsync(set => set.SetProperty(invoice => invoice.Currency, "USD"), Stop));

        Assert.Contains("en USD", (await desk.RetainAsync(file)).Message, StringComparison.Ordinal);
        Assert.True((await desk.RetainAsync(file, 0)).IsDone);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Retain_AnInvoicePresentedBefore_IsRefusedUntilTheOtherIsSetAside(Engine engine)
    {
        await using var desk = await PaymentDesk.OpenAsync(engine);
        var one = await desk.ClaimAsync();
        desk.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        var other = await desk.ClaimAsync();
        var first = await desk.DoAsync(db => db.ClaimedInvoices.OrderBy(invoice => invoice.AddedAt).FirstAsync(Stop));
        await desk.DoAsync(db => db.ClaimedInvoices.ExecuteUpdateAsync(set => set.SetProperty(invoice => invoice.Number, first.Number).SetProperty(invoice => invoice.Identity, first.Identity), Stop));

        var refused = await desk.RetainAsync(other);

        Assert.Contains($"dossier {await desk.NumberAsync(one)}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Rien n'en est retenu ici", refused.Message, StringComparison.Ordinal);
        Assert.True((await desk.RetainAsync(other, 0)).IsDone);
        Assert.True((await desk.RetainAsync(one, 0)).IsDone);
        Assert.True((await desk.RetainAsync(other)).IsDone);
        // The first one cannot come back besides.
        Assert.Contains($"dossier {await desk.NumberAsync(other)}", (await desk.RetainAsync(one)).Message, StringComparison.Ordinal);
        // Retained on both sides all the same, neither is prepared before one is set aside.
        await desk.DoAsync(db => db.Set<ClaimedLine>().ExecuteUpdateAsync(set => set.SetProperty(line => line.Retained, line => line.Amount), Stop));
        foreach (var file in new[] { one, other }) Assert.Contains("écartez l'autre", (await desk.PrepareAsync(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_WhileAReductionIsHeard_Waits()
    {
        await using var desk = await PaymentDesk.OpenAsync(Engine.Sqlite);
        var file = await desk.ClaimAsync();
        Assert.True((await desk.RetainAsync(file)).IsDone);
        Assert.True((await desk.PrepareAsync(file)).IsDone);
        Assert.True((await desk.CheckAsync(file)).IsDone);
        await desk.DoAsync(async db =>
        {
            var now = desk.Database.Clock.Instant();
            db.Add(new Recovery { Id = Guid.CreateVersion7(now), ApplicationId = file, Kind = RecoveryKind.Reduction, Amount = Money.Euros(100), Grounds = "Écart", OpenedBy = desk.People.Officer.Id, OpenedAt = now, HearUntil = now.DayInParis().AddDays(15) });
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
            return true;
        });

        Assert.Contains("le versement attend son issue", (await desk.ValidateAsync(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Validate_WhoHadAHandInIt_IsRefusedWhateverTheirRoleNow(Engine engine)
    {
        await using var desk = await PaymentDesk.OpenAsync(engine);
        var file = await desk.ClaimAsync();
        var (officer, lead) = (desk.People.Officer, desk.People.Lead);
        Assert.True((await desk.RetainAsync(file, by: lead)).IsDone);
        Assert.True((await desk.PrepareAsync(file)).IsDone);
        Assert.True((await desk.CheckAsync(file)).IsDone);

        // The lead officer retained the lines; the officer, who prepared it, has become a lead officer since.
        Assert.Contains("quelqu'un d'autre", (await desk.ValidateAsync(file)).Message, StringComparison.Ordinal);
        Assert.Equal(Refusal.NotAllowed, (await desk.ValidateAsync(file, officer)).Refusal);
        await desk.DoAsync(async db =>
        {
            (await db.Users.SingleAsync(account => account.Id == officer.Id, Stop)).Role = officer.Role = Role.LeadOfficer;
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
            return true;
        });
        Assert.Contains("quelqu'un d'autre", (await desk.ValidateAsync(file, officer)).Message, StringComparison.Ordinal);
        var third = await desk.DoAsync(db => db.AccountAsync(desk.Database.Clock, "Ines Petit", Role.LeadOfficer));
        Assert.True((await desk.ValidateAsync(file, third)).IsDone);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Validate_SentBack_ReturnsToThePreparerWithAWord(Engine engine)
    {
        await using var desk = await PaymentDesk.OpenAsync(engine);
        var file = await desk.ClaimAsync();
        Assert.True((await desk.RetainAsync(file)).IsDone);
        Assert.True((await desk.PrepareAsync(file)).IsDone);

        Assert.Equal(Refusal.Invalid, (await desk.SendBackAsync(file, " ")).Refusal);
        Assert.True((await desk.SendBackAsync(file, "La facture n'est pas datée.")).IsDone);

        Assert.Null((await desk.ReadAsync(file)).PreparedAt);
        Assert.Contains("La facture n'est pas datée.", Assert.Single(await desk.MailsAsync("vous est renvoyé")), StringComparison.Ordinal);
        Assert.True((await desk.RetainAsync(file, 5_000)).IsDone);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Prepare_BelowTheFloor_WaitsForARulingThatLaterAmountsUndo(Engine engine)
    {
        await using var desk = await PaymentDesk.OpenAsync(engine);
        var file = await desk.ClaimAsync();
        Assert.True((await desk.RetainAsync(file, 2_000)).IsDone);

        Assert.Contains("dites d'abord", (await desk.PrepareAsync(file)).Message, StringComparison.Ordinal);
        Assert.Equal(Refusal.Invalid, (await desk.RuleAsync(file, true, " ")).Refusal);
        Assert.True((await desk.RuleAsync(file, false)).IsDone);
        Assert.Contains("Rien n'est à payer", (await desk.PrepareAsync(file)).Message, StringComparison.Ordinal);
        Assert.True((await desk.RuleAsync(file, true)).IsDone);
        Assert.True((await desk.RetainAsync(file, 1_000)).IsDone);
        Assert.Contains("dites d'abord", (await desk.PrepareAsync(file)).Message, StringComparison.Ordinal);
        Assert.True((await desk.RuleAsync(file, true)).IsDone);
        Assert.True((await desk.PrepareAsync(file)).IsDone);
        Assert.True((await desk.CheckAsync(file)).IsDone);
        Assert.True((await desk.ValidateAsync(file)).IsDone);
        Assert.Equal(Money.Euros(400), (await desk.ReadAsync(file)).Payable);
    }
}
