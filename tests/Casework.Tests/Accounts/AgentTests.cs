using Iness.Casework.Accounts;
using Iness.Casework.Accounts.Agents;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.TestKit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Accounts;

/// <summary>The accounts of the Région: invited, changed, closed, each with its line in the log.</summary>
public sealed class AgentTests
{
    private const string Password = "quatre tambours verts";
    private static readonly EphemeralDataProtectionProvider Keys = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Invitation_LastLink_OpensTheAccountOnceAndInTime(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (administrator, first) = await InvitedAsync(database);
        var second = (await DoAsync(database, db => Invite(db, database).ExecuteAgainAsync(first.AccountId, administrator.AsActor(), Stop))).Value;

        Assert.Equal(Refusal.NotFound, (await AcceptAsync(database, first)).Refusal);
        Assert.Equal(Refusal.Invalid, (await AcceptAsync(database, second, "motdepasse123")).Refusal);
        database.Clock.Advance(AgentLink.Validity);
        Assert.Equal(Refusal.NotFound, (await AcceptAsync(database, second)).Refusal);
        database.Clock.Advance(-AgentLink.Validity);
        Assert.True((await AcceptAsync(database, second)).IsDone);
        Assert.Equal(Refusal.NotFound, (await AcceptAsync(database, second)).Refusal);

        await using var db = database.Open();
        var account = await db.Users.SingleAsync(found => found.Id == first.AccountId, Stop);
        Assert.Equal((Role.Signatory, "Directrice de l'économie", true), (account.Role, account.Capacity, account.EmailConfirmed));
        Assert.Equal(["AgentInvited", "AgentInvitedAgain", "AgentInvitationAccepted"], await db.AuditLog.Where(line => line.Subject == Act.Account(account.Id)).OrderBy(line => line.Sequence).Select(line => line.Action).ToListAsync(Stop));
        Assert.DoesNotContain(second.Address.Split("code=")[1], string.Concat(await db.AuditLog.Select(line => line.Details).ToListAsync(Stop)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Invite_AddressOfAnother_IsRefused(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var (administrator, applicant) = (await db.AccountAsync(database.Clock, role: Role.Administrator), await db.AccountAsync(database.Clock));

        Assert.Equal(Refusal.Conflict, (await DoAsync(database, db => Invite(db, database).ExecuteAsync(new(applicant.Email!, "A", "B", Role.Officer, null), administrator.AsActor(), Stop))).Refusal);
        Assert.Equal(Refusal.Invalid, (await DoAsync(database, db => Invite(db, database).ExecuteAsync(new("a@exemple.fr", "A", "B", Role.Signatory, null), administrator.AsActor(), Stop))).Refusal);
        Assert.Equal(Refusal.Invalid, (await DoAsync(database, db => Invite(db, database).ExecuteAsync(new("a@exemple.fr", "A", "B", Role.Applicant, null), administrator.AsActor(), Stop))).Refusal);
        Assert.Equal(Role.Applicant, await DoAsync(database, db => db.Users.Where(found => found.Id == applicant.Id).Select(found => found.Role).SingleAsync(Stop)));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task LastAdministrator_NeitherGoesNorIsDemoted(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var alone = await DoAsync(database, db => db.AccountAsync(database.Clock, role: Role.Administrator));
        Assert.Equal(Refusal.Conflict, (await CloseAsync(database, alone, alone)).Refusal);
        Assert.Equal(Refusal.Conflict, (await ChangeAsync(database, alone, Role.Officer, alone)).Refusal);

        var other = await DoAsync(database, db => db.AccountAsync(database.Clock, "Sacha Petit", Role.Administrator));
        var both = await Task.WhenAll(CloseAsync(database, alone, other), CloseAsync(database, other, alone));

        Assert.Single(both, outcome => outcome.IsDone);
        Assert.Single(await DoAsync(database, db => db.Users.Where(found => found.ClosedAt == null).ToListAsync(Stop)));
    }

    [Theory]
    [InlineData(Engine.Sqlite, true)]
    [InlineData(Engine.Sqlite, false)]
    [InlineData(Engine.Postgres, true)]
    [InlineData(Engine.Postgres, false)]
    public async Task Agent_WhoGoesOrReviewsNoMore_LeavesTheirOpenFiles(Engine engine, bool isClosed)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (administrator, officer, open, over) = await DoAsync(database, async db =>
        {
            var (boss, agent, applicant) = (await db.AccountAsync(database.Clock, role: Role.Administrator), await db.AccountAsync(database.Clock, "Noé Fort", Role.Officer), await db.AccountAsync(database.Clock));
            var organisation = await db.OrganisationAsync(database.Clock, "900100017", applicant);
            var (running, gone) = (await db.DraftAsync(database.Clock, organisation, applicant), await db.DraftAsync(database.Clock, organisation, applicant));
            foreach (var id in new[] { running, gone })
            {
                var application = await db.Applications.SingleAsync(found => found.Id == id, Stop);
                application.Move(FileAction.File, applicant.AsActor(), database.Clock.Instant());
                if (id == gone) application.Move(FileAction.Withdraw, applicant.AsActor(), database.Clock.Instant());
                application.AssignedToId = agent.Id;
            }

            db.Add(new AccountSession { Id = Guid.CreateVersion7(), AccountId = agent.Id, StartedAt = database.Clock.Instant(), Browser = "Firefox" });
            db.Add(new IdentityUserPasskey<Guid> { UserId = agent.Id, CredentialId = [1, 2, 3], Data = new() { PublicKey = [1], AttestationObject = [1], ClientDataJson = [1], Name = "clé" } });
            await db.CommitAsync(new(Actor.System, "Prepared", Act.Account(agent.Id)), Stop);
            return (boss, agent, running, gone);
        });

        Assert.True((isClosed ? await CloseAsync(database, officer, administrator) : await ChangeAsync(database, officer, Role.Finance, administrator)).IsDone);

        await using var db = database.Open();
        Assert.Null((await db.Applications.SingleAsync(found => found.Id == open, Stop)).AssignedToId);
        Assert.Equal(officer.Id, (await db.Applications.SingleAsync(found => found.Id == over, Stop)).AssignedToId);
        Assert.Equal(administrator.Id, (await db.AuditLog.SingleAsync(line => line.Action == "FileUnassigned" && line.Subject == Act.Application(open), Stop)).ActorId);
        Assert.NotNull((await db.Sessions.SingleAsync(Stop)).EndedAt);
        var account = await db.Users.SingleAsync(found => found.Id == officer.Id, Stop);
        Assert.Equal("Noé Fort", account.FullName);
        Assert.Equal(isClosed, account is { ClosedAt: not null, TwoFactorEnabled: false } && account.Email != officer.Email && !await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(Stop));
        var lines = engine == Engine.Sqlite ? AuditDatabase.ReadSqliteAsync(database.Connection, Stop) : AuditDatabase.ReadPostgresAsync(database.Connection, Stop);
        Assert.True((await VerifyAudit.ExecuteAsync(lines, null, Stop)).IsIntact);
    }

    private static async Task<T> DoAsync<T>(TestDatabase database, Func<InessDbContext, Task<T>> work)
    {
        await using var db = database.Open();
        return await work(db);
    }

    private static AgentLink Link(TestDatabase database) => new(Keys, new PortalAddress(() => "https://iness.exemple"), database.Clock);

    private static InviteAgent Invite(InessDbContext db, TestDatabase database) => new(db, Link(database), database.Clock);

    private static async Task<(Account Administrator, AgentInvitation Invitation)> InvitedAsync(TestDatabase database)
    {
        var administrator = await DoAsync(database, db => db.AccountAsync(database.Clock, role: Role.Administrator));
        var invitation = await DoAsync(database, db => Invite(db, database).ExecuteAsync(new("lina.caron@exemple.fr", "Lina", "Caron", Role.Signatory, "Directrice de l'économie"), administrator.AsActor(), Stop));
        return (administrator, invitation.Value);
    }

    private static Task<Outcome<Account>> AcceptAsync(TestDatabase database, AgentInvitation invitation, string password = Password) =>
        DoAsync(database, db => new AcceptAgentInvitation(db, Link(database), new PasswordHasher<Account>()).ExecuteAsync(invitation.AccountId, invitation.Address.Split("code=")[1], password, Stop));

    private static Task<Outcome> CloseAsync(TestDatabase database, Account whose, Account who) => DoAsync(database, db => new CloseAgentAccount(db, database.Clock).ExecuteAsync(whose.Id, who.AsActor(), Stop));

    private static Task<Outcome> ChangeAsync(TestDatabase database, Account whose, Role role, Account who) =>
        DoAsync(database, db => new ChangeAgentRole(db, database.Clock).ExecuteAsync(whose.Id, role, null, who.AsActor(), Stop));
}
