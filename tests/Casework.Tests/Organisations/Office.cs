using Iness.Casework.Accounts;
using Iness.Casework.Mail;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.Companies;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Organisations;

/// <summary>An organisation of one member, with somebody outside it.</summary>
internal sealed class Office(TestDatabase database, Account camille, Account dominique, Organisation organisation) : IAsyncDisposable
{
    public const string Siren = "900100017";

    public static PortalAddress Portal { get; } = new(() => "https://iness.exemple");

    public TestDatabase Database => database;

    /// <summary>The member.</summary>
    public Account Camille => camille;

    /// <summary>The one outside.</summary>
    public Account Dominique => dominique;

    public Organisation Organisation => organisation;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Office> OpenAsync(Engine engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var camille = await db.AccountAsync(database.Clock);
        var dominique = await db.AccountAsync(database.Clock, "Dominique Petit");
        return new(database, camille, dominique, await db.OrganisationAsync(database.Clock, Siren, camille));
    }

    public async Task<T> DoAsync<T>(Func<InessDbContext, Task<T>> work)
    {
        await using var db = database.Open();
        return await work(db);
    }

    /// <summary>Invites, and gives the secret of the link in the mail.</summary>
    public async Task<string> InviteAsync(string email)
    {
        await using var db = database.Open();
        Assert.True((await new InviteColleague(db, Portal, database.Clock).ExecuteAsync(organisation.Id, email, camille.AsActor(), Stop)).IsDone);
        var mail = await db.Outbox.SingleAsync(mail => mail.To == email, Stop);
        return mail.Body.Split("/invitations/")[1].Split('\n')[0];
    }

    public Task<Outcome> AcceptAsync(string secret, Account who) => DoAsync(db => new AcceptInvitation(db, database.Clock).ExecuteAsync(secret, who.AsActor(), Stop));

    public Task<Outcome> LeaveAsync(Account who) => DoAsync(db => new LeaveOrganisation(db, Portal, database.Clock).ExecuteAsync(organisation.Id, who.AsActor(), Stop));

    public Task<Outcome<JoinAnswer>> JoinAsync(string number, string? name, Account who, CompanySearch answer) =>
        DoAsync(db => new JoinOrganisation(db, new Register(answer), Portal, database.Clock).ExecuteAsync(number, name, who.AsActor(), Stop));

    public Task<List<Guid>> MembersAsync() =>
        DoAsync(db => db.Memberships.Where(membership => membership.OrganisationId == organisation.Id && membership.LeftAt == null).Select(membership => membership.AccountId).ToListAsync(Stop));

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private sealed class Register(CompanySearch answer) : ICompanyRegister
    {
        public Task<CompanySearch> FindAsync(CompanyNumber number, CancellationToken cancellationToken) => Task.FromResult(answer);

        public Task<CompanySearch> SearchAsync(string name, CancellationToken cancellationToken) => Task.FromResult(answer);
    }
}
