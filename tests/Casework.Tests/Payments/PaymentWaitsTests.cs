using Iness.Casework.Audit;
using Iness.Casework.Jobs;
using Iness.Casework.Lifecycle;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Tests.Decisions;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Payments;

/// <summary>What a payment waits for: an account that was accepted, what the beneficiary has to send, and never longer than sixty days unseen.</summary>
public sealed class PaymentWaitsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task BankAccount_Changed_IsConfirmedByASecondOfficerAndToldToAll(Engine engine)
    {
        await using var desk = await PaymentDesk.OpenAsync(engine);
        var file = await desk.ClaimAsync();
        await desk.DoAsync(async db =>
        {
            var given = await db.BankAccounts.SingleAsync(Stop);
            db.Add(new Casework.Payments.BankAccount { Id = Guid.CreateVersion7(), OrganisationId = given.OrganisationId, Holder = given.Holder, Iban = "FR7610107001011234567890129", Bic = given.Bic, DocumentId = given.DocumentId, GivenAt = given.GivenAt, GivenBy = given.GivenBy, ReplacesId = given.Id });
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
            (await db.PaymentClaims.SingleAsync(Stop)).BankAccountId = (await db.BankAccounts.SingleAsync(account => account.ReplacesId != null, Stop)).Id;
            var colleague = await db.AccountAsync(desk.Database.Clock, "Alix Bon");
            db.Add(new Casework.Organisations.Membership { Id = Guid.CreateVersion7(), OrganisationId = given.OrganisationId, AccountId = colleague.Id, JoinedAt = given.GivenAt });
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
            return true;
        });
        Assert.True((await desk.RetainAsync(file)).IsDone);
        Assert.True((await desk.PrepareAsync(file)).IsDone);

        Assert.True((await desk.CheckAsync(file)).IsDone);
        Assert.Contains("second agent", (await desk.ValidateAsync(file)).Message, StringComparison.Ordinal);
        Assert.Equal(Refusal.NotAllowed, (await desk.ConfirmAsync(file, desk.People.Officer)).Refusal);
        Assert.Empty(await desk.MailsAsync("compte bancaire de"));
        Assert.True((await desk.ConfirmAsync(file, desk.People.Lead)).IsDone);
        Assert.Equal(2, (await desk.MailsAsync("compte bancaire de")).Count);
        Assert.True((await desk.ValidateAsync(file)).IsDone);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Items_Asked_SuspendTheSixtyDaysAndAlertsAreToldOnce(Engine engine)
    {
        await using var desk = await PaymentDesk.OpenAsync(engine);
        var (file, clock) = (await desk.ClaimAsync(), desk.Database.Clock);
        clock.Advance(TimeSpan.FromDays(10));
        Assert.True((await desk.AskAsync(file)).IsDone);
        Assert.Equal(FileStatus.Notified, await desk.StatusAsync(file));
        clock.Advance(TimeSpan.FromDays(20));
        var page = await desk.DoAsync(db => new ReadPayments(db, clock).ExecuteAsync(PaymentStage.Awaiting, null, Stop));
        Assert.True(Assert.Single(page.Rows).Clock is { IsSuspended: true, DaysLeft: 50, DaysWaited: 20 });
        // Filed again.
        await desk.DoAsync(async db =>
        {
            var application = await db.Applications.SingleAsync(found => found.Id == file, Stop);
            Assert.True(application.Move(FileAction.ClaimPayment, desk.People.Applicant.AsActor(), clock.Instant()).IsDone);
            (await db.MissingItemsRequests.SingleAsync(Stop)).AnsweredAt = clock.Instant();
            (await db.PaymentClaims.SingleAsync(Stop)).FiledAt = clock.Instant();
            await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
            return true;
        });
        Assert.Equal(0, await ToldAsync(desk));
        clock.Advance(TimeSpan.FromDays(35));
        Assert.Equal(1, await ToldAsync(desk));
        Assert.Equal(0, await ToldAsync(desk));
        clock.Advance(TimeSpan.FromDays(16));
        Assert.Equal(1, await ToldAsync(desk));
        Assert.Contains("est passé depuis le", Assert.Single(await desk.MailsAsync("délai de paiement")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_AClaimThatLacksWhatNobodyAsked_CountsFromItsFiling()
    {
        await using var desk = await PaymentDesk.OpenAsync(Engine.Sqlite);
        await desk.ClaimAsync();
        await desk.DoAsync(db => db.PaymentClaims.ExecuteUpdateAsync(set => set.SetProperty(claim => claim.CompleteOn, (DateOnly?)null), Stop));
        desk.Database.Clock.Advance(TimeSpan.FromDays(44));
        Assert.Equal(0, await ToldAsync(desk));
        desk.Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await ToldAsync(desk));
        Assert.Contains("déposée avec un manque", Assert.Single(await desk.MailsAsync("jours ou moins pour payer")), StringComparison.Ordinal);
    }

    private static async Task<int> ToldAsync(PaymentDesk desk)
    {
        var report = await desk.DoAsync(db => new WatchPayments(db, DecisionDesk.Portal, desk.Database.Clock).RunAsync(Stop));
        return int.Parse(report[(report.LastIndexOf(' ') + 1)..^1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
