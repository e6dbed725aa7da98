using Iness.Casework;
using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Iness.TestKit;

/// <summary>People, organisations and applications for a test, written as the product writes them.</summary>
public static class World
{
    private static readonly Act Given = new(Actor.System, "TestPrepared", "test/1");

    /// <summary>A person with a confirmed address.</summary>
    public static async Task<Account> AccountAsync(this InessDbContext db, TimeProvider clock, string name = "Camille Roy", Role role = Role.Applicant)
    {
        var email = $"{name.Replace(' ', '.')}.{Guid.NewGuid():N}@exemple.fr";
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            GivenName = name.Split(' ')[0],
            FamilyName = name.Split(' ')[^1],
            Role = role,
            CreatedAt = clock.Instant(),
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            // An agent without a second factor reaches no page of the Région.
            TwoFactorEnabled = role != Role.Applicant,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        db.Add(account);
        await db.CommitAsync(Given, CancellationToken.None);
        return account;
    }

    /// <summary>What counts the tries at the passwords of these accounts, as the site does.</summary>
    public static UserManager<Account> AccountManager(this InessDbContext db) => new(
        new UserOnlyStore<Account, InessDbContext, Guid>(db), Options.Create(new IdentityOptions()), new PasswordHasher<Account>(), [], [],
        new UpperInvariantLookupNormalizer(), new(), null!, NullLogger<UserManager<Account>>.Instance);

    /// <summary>An organisation with its members.</summary>
    public static async Task<Organisation> OrganisationAsync(this InessDbContext db, TimeProvider clock, string siren, params Account[] members)
    {
        var organisation = new Organisation { Id = Guid.CreateVersion7(), Siren = siren, Name = "Les Jardins d’essai", CreatedAt = clock.Instant() };
        organisation.Memberships.AddRange(members.Select(member => new Membership { Id = Guid.CreateVersion7(), OrganisationId = organisation.Id, AccountId = member.Id, JoinedAt = clock.Instant() }));
        db.Add(organisation);
        await db.CommitAsync(Given, CancellationToken.None);
        return organisation;
    }

    /// <summary>A draft with these answers.</summary>
    public static async Task<Guid> DraftAsync(this InessDbContext db, TimeProvider clock, Organisation organisation, Account author, params (string Key, string Value)[] answers)
    {
        var started = await new StartApplication(db, clock).ExecuteAsync(
            organisation.Id, author.AsActor(), [.. answers.Select(answer => new KnownAnswer(answer.Key, answer.Value, IsFromRegister: false))], CancellationToken.None);
        return started.Value;
    }

    /// <summary>The person as one who acts.</summary>
    public static Actor AsActor(this Account account) => new(account.Id, account.Role);
}
