using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Organisations;

/// <summary>An account closed says nothing any more of whom it was; what the organisation did stays.</summary>
public sealed class CloseAccountTests
{
    private const string Password = "un long mot de passe";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_WithThePassword_ErasesThePerson(Engine engine)
    {
        await using var office = await Office.OpenAsync(engine);
        await office.AcceptAsync(await office.InviteAsync(office.Dominique.Email!), office.Dominique);
        var draft = await office.DoAsync(db => db.DraftAsync(office.Database.Clock, office.Organisation, office.Dominique, ("titre", "Vendre en ligne")));
        await office.DoAsync(async db =>
        {
            var account = await db.Users.SingleAsync(found => found.Id == office.Dominique.Id, Stop);
            account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
            account.PhoneNumber = "0600000000";
            db.Add(new AccountSession { Id = Guid.CreateVersion7(), AccountId = account.Id, StartedAt = office.Database.Clock.Instant(), Browser = "Firefox" });
            db.Add(new IdentityUserLogin<Guid> { UserId = account.Id, LoginProvider = "proconnect", ProviderKey = "1", ProviderDisplayName = "ProConnect" });
            db.Add(new IdentityUserToken<Guid> { UserId = account.Id, LoginProvider = "x", Name = "otp", Value = "secret" });
            db.Add(new IdentityUserPasskey<Guid> { UserId = account.Id, CredentialId = [1, 2, 3], Data = new() { PublicKey = [1], AttestationObject = [1], ClientDataJson = [1], Name = "clé" } });
            await db.CommitAsync(new(Actor.System, "Prepared", Act.Account(account.Id)), Stop);
            (await db.Users.SingleAsync(found => found.Id == office.Camille.Id, Stop)).PhoneNumber = "0611111111";
            await db.CommitAsync(new(Actor.System, "Prepared", Act.Account(office.Camille.Id)), Stop);
            return true;
        });

        Assert.Equal(Refusal.Invalid, (await CloseAsync(office, office.Dominique, "un autre mot de passe")).Refusal);
        Assert.True((await CloseAsync(office, office.Dominique, Password)).IsDone);

        await using var db = office.Database.Open();
        var closed = await db.Users.SingleAsync(found => found.Id == office.Dominique.Id, Stop);
        Assert.Equal($"ferme-{closed.Id}@invalid", closed.Email);
        Assert.Equal((office.Database.Clock.Instant(), null, null), (closed.ClosedAt, closed.PasswordHash, closed.PhoneNumber));
        Assert.DoesNotContain("Dominique", closed.FullName, StringComparison.Ordinal);
        Assert.False(await db.UserLogins.AnyAsync(Stop) || await db.UserTokens.AnyAsync(Stop) || await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(Stop));
        Assert.NotNull((await db.Sessions.SingleAsync(Stop)).EndedAt);
        Assert.False(await db.Invitations.AnyAsync(found => found.Email == office.Dominique.Email, Stop) || await db.Outbox.AnyAsync(mail => mail.To == office.Dominique.Email, Stop));
        Assert.Equal([office.Camille.Id], await office.MembersAsync());
        Assert.Equal(office.Camille.Id, (await db.Applications.SingleAsync(found => found.Id == draft, Stop)).ContactId);
        var entry = await db.AuditLog.SingleAsync(line => line.Action == "AccountClosed", Stop);
        Assert.DoesNotContain(office.Dominique.Email!, entry.Details!, StringComparison.Ordinal);
        var about = await db.AuditLog.Where(line => line.Subject == Act.Account(office.Dominique.Id) && line.Sequence < entry.Sequence).ToListAsync(Stop);
        Assert.NotEmpty(about);
        Assert.All(about, line => Assert.True(line is { Details: null, Salt: null }));
        Assert.NotNull((await db.AuditLog.FirstAsync(line => line.Subject == Act.Account(office.Camille.Id), Stop)).Details);
        var lines = engine == Engine.Sqlite ? AuditDatabase.ReadSqliteAsync(office.Database.Connection, Stop) : AuditDatabase.ReadPostgresAsync(office.Database.Connection, Stop);
        Assert.True((await VerifyAudit.ExecuteAsync(lines, null, Stop)).IsIntact);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_LastMemberWithAFileOpen_IsRefusedAndChangesNothing(Engine engine)
    {
        await using var office = await Office.OpenAsync(engine);
        await office.DoAsync(async db =>
        {
            var draft = await db.DraftAsync(office.Database.Clock, office.Organisation, office.Camille);
            var application = await db.Applications.SingleAsync(found => found.Id == draft, Stop);
            application.Move(FileAction.File, office.Camille.AsActor(), office.Database.Clock.Instant());
            await db.CommitAsync(new(office.Camille.AsActor(), "Filed", Act.Application(draft)), Stop);
            return true;
        });

        var outcome = await CloseAsync(office, office.Camille, null);

        Assert.Equal(Refusal.Conflict, outcome.Refusal);
        Assert.Contains(office.Organisation.Name, outcome.Message, StringComparison.Ordinal);
        Assert.Equal([office.Camille.Id], await office.MembersAsync());
        Assert.Equal(office.Camille.Email, await office.DoAsync(db => db.Users.Where(found => found.Id == office.Camille.Id && found.ClosedAt == null).Select(found => found.Email).SingleAsync(Stop)));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_WrongPasswords_CountTowardTheLockOfTheDoor(Engine engine)
    {
        await using var office = await Office.OpenAsync(engine);
        await office.DoAsync(async db =>
        {
            var account = await db.Users.SingleAsync(found => found.Id == office.Dominique.Id, Stop);
            (account.PasswordHash, account.LockoutEnabled) = (new PasswordHasher<Account>().HashPassword(account, Password), true);
            await db.CommitAsync(new(Actor.System, "Prepared", Act.Account(account.Id)), Stop);
            return true;
        });

        for (var i = 0; i < 5; i++) Assert.Equal(Refusal.Invalid, (await CloseAsync(office, office.Dominique, "un autre mot de passe")).Refusal);

        Assert.Equal((Refusal.NotAllowed, Passwords.TooManyTries), await CloseAsync(office, office.Dominique, Password) is { } refused ? (refused.Refusal, refused.Message) : default);
        Assert.Null(await office.DoAsync(db => db.Users.Where(found => found.Id == office.Dominique.Id).Select(found => found.ClosedAt).SingleAsync(Stop)));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Execute_OfAdministrators_KeepsTheirNamesAndNeverTheLastGoes(Engine engine)
    {
        await using var office = await Office.OpenAsync(engine);
        var (first, second) = await office.DoAsync(async db =>
        {
            var invited = await db.AccountAsync(office.Database.Clock, "Pas Encore", Role.Administrator);
            invited.EmailConfirmed = false;
            await db.CommitAsync(new(Actor.System, "Prepared", Act.Account(invited.Id)), Stop);
            return (await db.AccountAsync(office.Database.Clock, "Ada Noir", Role.Administrator), await db.AccountAsync(office.Database.Clock, "Ida Blanc", Role.Administrator));
        });

        Assert.True((await CloseAsync(office, first, null)).IsDone);
        // Whoever is only invited cannot administer yet.
        Assert.Equal(Refusal.Conflict, (await CloseAsync(office, second, null)).Refusal);

        var accounts = await office.DoAsync(db => db.Users.Where(found => found.Id == first.Id || found.Id == second.Id).ToDictionaryAsync(found => found.Id, Stop));
        Assert.Equal(("Ada Noir", $"ferme-{first.Id}@invalid"), (accounts[first.Id].FullName, accounts[first.Id].Email));
        Assert.Null(accounts[second.Id].ClosedAt);
    }

    private static Task<Outcome> CloseAsync(Office office, Account who, string? password) =>
        office.DoAsync(db => new CloseAccount(db, db.AccountManager(), Office.Portal, office.Database.Clock).ExecuteAsync(who.AsActor(), password, isConfirmed: true, Stop));
}
