using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Recoveries;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Casework.Review;
using Iness.Casework.Review.OtherAids;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Decisions;

/// <summary>What is left of a grant, once reduced, paid for less, or asked back: the same for every reader, in code and in SQL.</summary>
public sealed class GrantsLeftTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 0, null, 2_400)]
    [InlineData(400, 0, null, 2_000)]
    [InlineData(400, 0, 1_000, 2_000)]
    [InlineData(0, 300, 1_000, 700)]
    [InlineData(400, 300, 2_400, 1_700)]
    [InlineData(0, 1_000, 1_000, 0)]
    [InlineData(2_400, 0, null, 0)]
    public void Left_OfAGrantOf2400_IsWhatWasPaidOnceSomethingIsAskedBack(long reduced, long askedBack, int? paid, long left) =>
        Assert.Equal(Money.Euros(left), GrantInForce.LeftOf(Money.Euros(2_400), Money.Euros(reduced), Money.Euros(askedBack), paid is { } euros ? Money.Euros(euros) : null));

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Left_OfEachGrant_IsTheSameInCodeAndInSql(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        List<Guid> files =
        [
            await GrantedAsync(desk, paid: null, (RecoveryKind.Reduction, 0)),
            await GrantedAsync(desk, paid: null, (RecoveryKind.Reduction, 400)),
            await GrantedAsync(desk, paid: 1_000, (RecoveryKind.Reduction, 0)),
            await GrantedAsync(desk, paid: 1_000, (RecoveryKind.Repayment, 300)),
            await GrantedAsync(desk, paid: 2_400, (RecoveryKind.Reduction, 400), (RecoveryKind.Repayment, 300)),
            await GrantedAsync(desk, paid: 1_000, (RecoveryKind.Repayment, 1_000)),
        ];
        await using var db = desk.Database.Open();
        var decisions = await db.Decisions.ToDictionaryAsync(decision => decision.ApplicationId, decision => decision.Id, Stop);

        var left = await db.LeftOfGrantsAsync(decisions.Values, Stop);
        var inSql = await db.Database.SqlQueryRaw<GrantRow>($"""WITH {GrantInForce.Sql} SELECT "Id", "Cents" FROM "Grants" """).ToDictionaryAsync(row => row.Id, row => row.Cents, Stop);

        Assert.Equal([2_400, 2_000, 2_400, 700, 1_700, 0], files.Select(file => left[decisions[file]].Cents / 100));
        Assert.Equal(left.Where(grant => grant.Value > Money.Zero).ToDictionary(grant => grant.Key, grant => grant.Value.Cents), inSql);
        Assert.True(await ReadCertificate.ExistsAsync(db, files[3], Stop));
        Assert.False(await ReadCertificate.ExistsAsync(db, files[5], Stop));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Ledger_OfTheNextFile_CountsWhatIsLeftAndKnowsTheFirstAmountAsTheSameAid(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        await GrantedAsync(desk, paid: null, (RecoveryKind.Reduction, 400));
        var repaid = await GrantedAsync(desk, paid: 1_000, (RecoveryKind.Repayment, 1_000));
        var today = desk.Database.Clock.Today();
        // The applicant still declares the first amount.
        var next = await desk.FileAsync(
            createdOn => DecisionWorld.Eligible(createdOn) with { History = DecisionWorld.Eligible(createdOn).History with { DeMinimisAids = [new(today, Money.Euros(2_400), "Région")] } }, desk.People.Organisation);
        await using var db = desk.Database.Open();
        await db.Applications.Where(file => file.Id == repaid).ExecuteUpdateAsync(set => set.SetProperty(file => file.OrganisationId, desk.People.Organisation.Id), Stop);

        var ledger = await AidLedger.ReadAsync(db, (await FileUnderReview.LoadAsync(db, next.Id, Stop))!, today, Stop);

        Assert.Equal([AidSource.OwnGrant, AidSource.Declaration], Assert.Single(ledger.Lines).Entries.Select(entry => entry.Source));
        Assert.Equal(Money.Euros(2_000), ledger.Total);
    }

    private static async Task<Guid> GrantedAsync(DecisionDesk desk, long? paid, params (RecoveryKind Kind, long Euros)[] taken)
    {
        await using var db = desk.Database.Open();
        var file = paid is null ? await db.NotifiedAsync(desk.Database.Clock, desk.People) : await db.PaidAsync(desk.Database.Clock, desk.People);
        if (paid is { } euros) (await db.PaymentClaims.SingleAsync(claim => claim.ApplicationId == file.Id, Stop)).Payable = Money.Euros(euros);
        var now = desk.Database.Clock.Instant();
        db.AddRange(taken.Where(one => one.Euros > 0).Select(one => new Recovery
        {
            Id = Guid.CreateVersion7(now),
            ApplicationId = file.Id,
            Kind = one.Kind,
            Amount = Money.Euros(one.Euros),
            Grounds = "Projet réduit.",
            OpenedBy = desk.People.Officer.Id,
            OpenedAt = now,
            HearUntil = now.DayInParis(),
            DecidedAt = now,
        }));
        await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
        return file.Id;
    }

    private sealed record GrantRow(Guid Id, long Cents);
}
