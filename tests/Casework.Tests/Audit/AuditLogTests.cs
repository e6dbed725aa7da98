using System.Data.Common;
using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Audit;

/// <summary>Each write leaves its line, with it or not at all; no line is altered; nobody's secret is written down.</summary>
public sealed class AuditLogTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Commit_Once_LeavesOneLineChainedToTheLast(Engine engine)
    {
        await using var log = await Log.OfAsync(engine, 2);

        var entries = await log.EntriesAsync();

        Assert.Equal([1, 2], entries.Select(entry => entry.Sequence));
        Assert.Equal([AuditChain.Origin, entries[0].Hash], entries.Select(entry => entry.PreviousHash));
        Assert.Contains("\"why\":\"Parce que.\"", entries[1].Details, StringComparison.Ordinal);
        Assert.Contains("\"Name\":[null,\"Les Jardins d’essai\"]", entries[1].Details, StringComparison.Ordinal);
        await using var db = log.Database.Open();
        var head = await db.AuditHead.AsNoTracking().SingleAsync(Stop);
        Assert.Equal((2, entries[1].Hash), (head.Sequence, head.Hash));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Commit_RolledBack_LeavesNone(Engine engine)
    {
        await using var log = await Log.OfAsync(engine, 1);
        await using (var db = log.Database.Open())
        {
            await using var transaction = await db.BeginAsync(Stop);
            await log.WriteAsync(db);
            await transaction.RollbackAsync(Stop);
        }

        await log.WriteAsync();

        Assert.Equal([1, 2], (await log.EntriesAsync()).Select(entry => entry.Sequence));
        Assert.True((await log.VerifyAsync()).IsIntact);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Commit_Refused_LeavesNoneAndTheNextIsChained(Engine engine)
    {
        await using var log = await Log.OfAsync(engine, 1);
        await using var db = log.Database.Open();
        var organisation = Log.Organisation(log.Database.Clock);
        db.Add(organisation);
        await db.CommitAsync(new(Actor.System, "Tested", "test/1"), Stop);
        await using (var other = log.Database.Open())
        {
            (await other.Organisations.SingleAsync(one => one.Id == organisation.Id, Stop)).Name = "Un";
            await other.CommitAsync(new(Actor.System, "Tested", "test/1"), Stop);
        }

        organisation.Name = "Deux";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.CommitAsync(new(Actor.System, "Tested", "test/1"), Stop));
        db.Entry(organisation).State = EntityState.Detached;
        await log.WriteAsync(db);

        Assert.Equal((4, null), ((await log.VerifyAsync()).Sequence, (await log.VerifyAsync()).Fault));
    }

    [Theory]
    [InlineData(Engine.Sqlite, """UPDATE "AuditLog" SET "Action" = 'Other' WHERE "Sequence" = 1""")]
    [InlineData(Engine.Postgres, """UPDATE "AuditLog" SET "Action" = 'Other' WHERE "Sequence" = 1""")]
    [InlineData(Engine.Sqlite, """UPDATE "AuditLog" SET "Details" = '' WHERE "Sequence" = 1""")]
    [InlineData(Engine.Postgres, """UPDATE "AuditLog" SET "Details" = '' WHERE "Sequence" = 1""")]
    [InlineData(Engine.Sqlite, """DELETE FROM "AuditLog" WHERE "Sequence" = 2""")]
    [InlineData(Engine.Postgres, """DELETE FROM "AuditLog" WHERE "Sequence" = 2""")]
    public async Task Database_AskedToChangeALine_Refuses(Engine engine, string sql)
    {
        await using var log = await Log.OfAsync(engine, 2);

        var refused = await Assert.ThrowsAnyAsync<DbException>(() => log.SqlAsync(sql));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        Assert.Equal((2, null), ((await log.VerifyAsync()).Sequence, (await log.VerifyAsync()).Fault));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Commit_EightAtOnce_LeaveAChainWithoutAGap(Engine engine)
    {
        await using var log = await Log.OfAsync(engine, 0);

        await Parallel.ForAsync(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop }, async (_, _) =>
        {
            await using var db = log.Database.Open();
            for (var write = 0; write < 5; write++) await log.WriteAsync(db);
        });

        var verdict = await log.VerifyAsync();
        Assert.Equal((40, null), (verdict.Sequence, verdict.Fault));
    }

    [Fact]
    public async Task Commit_Secrets_AreNamedNeverShown()
    {
        await using var log = await Log.OfAsync(Engine.Sqlite, 0);
        await using var db = log.Database.Open();
        var account = await db.AccountAsync(log.Database.Clock);
        (account.PasswordHash, account.SecurityStamp, account.ConcurrencyStamp) = ("HASH-OF-PASSWORD", "STAMP-OF-SECURITY", "STAMP-OF-CONCURRENCY");
        db.Add(new Microsoft.AspNetCore.Identity.IdentityUserToken<Guid> { UserId = account.Id, LoginProvider = "test", Name = "RecoveryCodes", Value = "CODES-OF-RECOVERY" });
        await db.CommitAsync(new(new Actor(account.Id, account.Role), "PasswordChanged", Act.Account(account.Id)), Stop);

        var details = (await log.EntriesAsync())[^1].Details!;

        Assert.Contains(nameof(Account.PasswordHash), details, StringComparison.Ordinal);
        Assert.All(["HASH-OF", "STAMP-OF", "CODES-OF"], secret => Assert.DoesNotContain(secret, details, StringComparison.Ordinal));
    }
}
