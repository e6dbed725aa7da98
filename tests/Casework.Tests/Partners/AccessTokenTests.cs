using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Partners;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Partners;

/// <summary>A token opens what it says, to whom it was given, for as long as it was given, and is written nowhere.</summary>
public sealed class AccessTokenTests
{
    private static readonly string[] Everything = [.. TokenScope.All.Select(scope => scope.Name)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Token_Made_OpensItsScopesAndIsWrittenNowhere(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (account, made) = await MadeAsync(database, Role.LeadOfficer, Everything);

        Assert.Matches("^iness_[A-Za-z0-9_-]{43}$", made.Secret);
        var bearer = (await CheckAsync(database, made.Secret)).Value;
        Assert.Equal((account.Id, Role.LeadOfficer, Everything.Length), (bearer.AccountId, bearer.Role, bearer.Scopes.Count));
        await using var db = database.Open();
        var kept = await db.AccessTokens.AsNoTracking().SingleAsync(Stop);
        Assert.Equal(TokenSecret.Hash(made.Secret), kept.TokenHash);
        Assert.StartsWith(kept.Prefix, made.Secret, StringComparison.Ordinal);
        var line = await db.AuditLog.AsNoTracking().SingleAsync(entry => entry.Action == "AccessTokenCreated", Stop);
        Assert.DoesNotContain(kept.TokenHash, line.Details, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Secret, line.Details, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Use_ManyInAMinute_IsNotedOnceAndLeavesNoLine(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (_, made) = await MadeAsync(database, Role.Officer, Everything);
        await using var db = database.Open();
        var before = (await db.AuditHead.AsNoTracking().SingleAsync(Stop)).Sequence;
        database.Clock.Advance(TimeSpan.FromSeconds(20));
        var first = database.Clock.Instant().AddSeconds(-20);

        for (var i = 0; i < 3; i++) Assert.True((await CheckAsync(database, made.Secret)).IsDone);
        Assert.Equal(first, (await db.AccessTokenUses.AsNoTracking().SingleAsync(Stop)).LastAt);
        database.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True((await CheckAsync(database, made.Secret)).IsDone);

        Assert.Equal(first.AddMinutes(2), (await db.AccessTokenUses.AsNoTracking().SingleAsync(Stop)).LastAt);
        Assert.Equal(before, (await db.AuditHead.AsNoTracking().SingleAsync(Stop)).Sequence);
    }

    [Fact]
    public async Task Token_OverRevokedOrOfAClosedAccount_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var (account, made) = await MadeAsync(database, Role.Officer, Everything);
        var (_, other) = await MadeAsync(database, Role.Officer, Everything);
        await using (var db = database.Open())
        {
            // Of somebody else, it is not there.
            Assert.Equal(Refusal.NotFound, (await new RevokeAccessToken(db, database.Clock).ExecuteAsync(other.Id, account.AsActor(), Stop)).Refusal);
            Assert.True((await new RevokeAccessToken(db, database.Clock).ExecuteAsync(made.Id, account.AsActor(), Stop)).IsDone);
        }

        Assert.Equal("Ce jeton est révoqué.", (await CheckAsync(database, made.Secret)).Message);
        Assert.Equal("Ce jeton n'est pas connu.", (await CheckAsync(database, other.Secret[..^1])).Message);
        Assert.Equal("Ce jeton n'est pas connu.", (await CheckAsync(database, TokenSecret.New())).Message);
        database.Clock.Advance(TimeSpan.FromDays(29));
        Assert.True((await CheckAsync(database, other.Secret)).IsDone);
        database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Ce jeton a expiré.", (await CheckAsync(database, other.Secret)).Message);

        var (closed, last) = await MadeAsync(database, Role.Officer, Everything);
        await ChangeAsync(database, closed, found => found.ClosedAt = database.Clock.Instant());
        Assert.Equal("Le compte de ce jeton est fermé.", (await CheckAsync(database, last.Secret)).Message);
    }

    [Fact]
    public async Task Role_Changed_TakesAwayWhatItNoLongerMayDo()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var (account, made) = await MadeAsync(database, Role.Officer, Everything);

        await ChangeAsync(database, account, found => found.Role = Role.Administrator);

        // An administrator does not export the list: neither by the page, nor by the API.
        Assert.Equal([TokenScope.Applications, TokenScope.Decisions], (await CheckAsync(database, made.Secret)).Value.Scopes);
        await ChangeAsync(database, account, found => found.Role = Role.Applicant);
        Assert.Empty((await CheckAsync(database, made.Secret)).Value.Scopes);
    }

    [Theory]
    [InlineData("", 30, new[] { "applications:read" })]
    [InlineData("Tableau", 366, new[] { "applications:read" })]
    [InlineData("Tableau", 0, new[] { "applications:read" })]
    [InlineData("Tableau", 30, new[] { "payments:read" })]
    [InlineData("Tableau", 30, new[] { "applications:read", "applications:write" })]
    public async Task Create_WhatCannotBe_IsRefused(string name, int days, string[] scopes)
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var db = database.Open();
        var officer = await db.AccountAsync(database.Clock, "Amina Lefèvre", Role.Officer);

        Assert.False((await new CreateAccessToken(db, database.Clock).ExecuteAsync(name, scopes, days, officer.AsActor(), Stop)).IsDone);
        Assert.Equal(0, await db.AccessTokens.CountAsync(Stop));
    }

    [Fact]
    public async Task Create_RoleWithoutTheRight_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var db = database.Open();
        foreach (var role in new[] { Role.Applicant, Role.Signatory })
        {
            var account = await db.AccountAsync(database.Clock, "Camille Roy", role);
            Assert.Equal(Refusal.NotAllowed, (await new CreateAccessToken(db, database.Clock).ExecuteAsync("Tableau", ["applications:read"], 30, account.AsActor(), Stop)).Refusal);
        }

        var administrator = await db.AccountAsync(database.Clock, "Alix Martin", Role.Administrator);
        Assert.Equal(Refusal.NotAllowed, (await new CreateAccessToken(db, database.Clock).ExecuteAsync("Tableau", Everything, 30, administrator.AsActor(), Stop)).Refusal);
    }

    private static async Task<(Account Account, NewAccessToken Made)> MadeAsync(TestDatabase database, Role role, string[] scopes)
    {
        await using var db = database.Open();
        var account = await db.AccountAsync(database.Clock, "Amina Lefèvre", role);
        return (account, (await new CreateAccessToken(db, database.Clock).ExecuteAsync("Tableau de bord", scopes, 30, account.AsActor(), Stop)).Value);
    }

    private static async Task<Outcome<TokenBearer>> CheckAsync(TestDatabase database, string secret)
    {
        await using var db = database.Open();
        return await new CheckAccessToken(db, database.Clock).ExecuteAsync(secret, Stop);
    }

    private static async Task ChangeAsync(TestDatabase database, Account account, Action<Account> change)
    {
        await using var db = database.Open();
        change(await db.Users.SingleAsync(found => found.Id == account.Id, Stop));
        await db.CommitAsync(new(Actor.System, "TestPrepared", Act.Account(account.Id)), Stop);
    }
}
