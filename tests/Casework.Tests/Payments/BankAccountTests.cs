using Iness.Casework.Organisations;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Payments.Preparing;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Payments;

/// <summary>The account to pay on: a change is told to every member, and waits for a second officer.</summary>
public sealed class BankAccountTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task GiveBankAccount_OverAConfirmedOne_ReplacesItAndTellsEveryMember(Engine engine)
    {
        await using var desk = await ClaimDesk.OpenAsync(engine);
        Assert.Equal("Cet IBAN n'existe pas : un chiffre au moins est faux ou deux sont inversés. Recopiez-le depuis votre RIB.", (await desk.GiveAccountAsync("FR7630006000011234567890198")).Message);
        Assert.Equal("Joignez le RIB de ce compte.", (await desk.GiveAccountAsync(rib: null)).Message);
        Assert.True((await desk.GiveAccountAsync()).IsDone);
        await using (var db = desk.Database.Open())
        {
            var account = await db.BankAccounts.SingleAsync(Stop);
            Assert.Null(account.ReplacesId);
            account.ConfirmedAt = desk.Database.Clock.Instant();
            await db.CommitAsync(new(desk.People.Lead.AsActor(), "TestPrepared", "test/1"), Stop);
            var colleague = await db.AccountAsync(desk.Database.Clock, "Léo Morel");
            db.Add(new Membership { Id = Guid.CreateVersion7(), OrganisationId = account.OrganisationId, AccountId = colleague.Id, JoinedAt = desk.Database.Clock.Instant() });
            await db.CommitAsync(new(desk.People.Lead.AsActor(), "TestPrepared", "test/1"), Stop);
        }

        Assert.True((await desk.GiveAccountAsync("DE89 3704 0044 0532 0130 00", "autre-rib.png", "J. Dupont")).IsDone);

        await using (var db = desk.Database.Open())
        {
            var (before, given) = (await db.BankAccounts.SingleAsync(account => account.ConfirmedAt != null, Stop), await db.BankAccounts.SingleAsync(account => account.ConfirmedAt == null, Stop));
            Assert.Equal(before.Id, given.ReplacesId);
            Assert.Equal(given.Id, (await db.PaymentClaims.SingleAsync(Stop)).BankAccountId);
            Assert.Equal(2, await db.Outbox.CountAsync(mail => mail.Subject.Contains("compte bancaire") && mail.Body.Contains("FR76 … 0189") && mail.Body.Contains("DE89 … 3000"), Stop));
            Assert.Equal(4, BankAccountChecks.Of(given, "Les Jardins d’essai").Count());
        }

        // Back to the account known: nothing to confirm again.
        Assert.True((await desk.GiveAccountAsync(rib: null)).IsDone);
        Assert.NotNull((await CurrentAsync(desk)).ConfirmedAt);
        // Another RIB of it is kept, and looked at; nothing changes.
        Assert.True((await desk.GiveAccountAsync(rib: "rib-recent.png")).IsDone);
        var again = await CurrentAsync(desk);
        Assert.Equal((null, null), (again.ReplacesId, again.CheckedBy));
        Assert.Equal("rib-recent.png", await desk.DoAsync(db => db.Documents.Where(document => document.Id == again.DocumentId).Select(document => document.FileName).SingleAsync(Stop)));
        Assert.Equal(2, await desk.DoAsync(db => db.Outbox.CountAsync(mail => mail.Subject.Contains("compte bancaire"), Stop)));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task GiveBankAccount_AfterTheClaimWasFiled_IsAChangeThoughNobodyCheckedTheFirst(Engine engine)
    {
        await using var desk = await ClaimDesk.OpenAsync(engine);
        Assert.True((await desk.GiveAccountAsync()).IsDone);
        var first = await CurrentAsync(desk);
        // Before the claim is filed, a slip is mended without a word.
        Assert.True((await desk.GiveAccountAsync("DE89 3704 0044 0532 0130 00", "rib-b.png")).IsDone);
        Assert.Null((await CurrentAsync(desk)).ReplacesId);
        Assert.True((await desk.GiveAccountAsync()).IsDone);
        first = await CurrentAsync(desk);
        await desk.DoAsync(db => db.PaymentClaims.ExecuteUpdateAsync(set => set.SetProperty(claim => claim.Receipt, "{}"), Stop));

        Assert.True((await desk.GiveAccountAsync("DE89 3704 0044 0532 0130 00", "rib-b.png")).IsDone);

        var given = await CurrentAsync(desk);
        Assert.Equal(first.Id, given.ReplacesId);
        Assert.False(given.WhyNotPaid().IsDone);
        Assert.Equal(1, await desk.DoAsync(db => db.Outbox.CountAsync(mail => mail.Subject.Contains("compte bancaire") && mail.Body.Contains("FR76 … 0189") && mail.Body.Contains("DE89 … 3000"), Stop)));
        Assert.True((await desk.GiveAccountAsync(rib: null)).IsDone);
        Assert.Equal(first.Id, (await CurrentAsync(desk)).Id);
    }

    [Fact]
    public async Task Check_TheAccountsOfTwoFilesGivenBeforeAnyWasChecked_TheSecondIsAChange()
    {
        await using var desk = await PaymentDesk.OpenAsync(Engine.Sqlite);
        var (one, other) = (await desk.ClaimAsync(), await desk.ClaimAsync());
        await desk.DoAsync(db => db.BankAccounts.Where(account => db.PaymentClaims.Any(claim => claim.ApplicationId == other && claim.BankAccountId == account.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.Iban, "DE89370400440532013000").SetProperty(account => account.OrganisationId, desk.People.Organisation.Id), Stop));
        Assert.True((await desk.CheckAsync(one)).IsDone);

        Assert.True((await desk.CheckAsync(other)).IsDone);

        var account = await desk.DoAsync(db => db.BankAccounts.SingleAsync(found => found.Iban.StartsWith("DE"), Stop));
        Assert.True(account.AwaitsConfirmation());
        Assert.True((await desk.ConfirmAsync(other, desk.People.Lead)).IsDone);
    }

    [Fact]
    public async Task GiveBankAccount_OneThatWasRefused_WantsAnotherOrItsNewRibAndHoldsTheFiling()
    {
        await using var desk = await ClaimDesk.OpenAsync(Engine.Sqlite);
        Assert.True((await desk.GiveAccountAsync()).IsDone);
        await desk.DoAsync(db => db.BankAccounts.ExecuteUpdateAsync(set => set.SetProperty(account => account.RefusedAt, desk.Database.Clock.Instant()).SetProperty(account => account.RefusalReason, "Compte clos."), Stop));

        Assert.Contains("Ce compte est refusé", (await desk.GiveAccountAsync(rib: null)).Message, StringComparison.Ordinal);
        Assert.Contains(ClaimParts.Missing(await desk.ReadAsync()), part => part is { Step: ClaimStep.Account, IsBlocking: true });
        Assert.True((await desk.GiveAccountAsync("DE89 3704 0044 0532 0130 00", "rib-b.png")).IsDone);
        Assert.DoesNotContain(ClaimParts.Missing(await desk.ReadAsync()), part => part.Step == ClaimStep.Account);
    }

    private static Task<BankAccount> CurrentAsync(ClaimDesk desk) =>
        desk.DoAsync(db => db.BankAccounts.AsNoTracking().SingleAsync(account => db.PaymentClaims.Any(claim => claim.BankAccountId == account.Id), Stop));
}
