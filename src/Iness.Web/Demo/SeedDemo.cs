using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Demo;

/// <summary>
/// Puts the demonstration's people and applications in the database, once. Never beside real people: where one has an account, nothing is
/// added.
/// </summary>
internal sealed partial class SeedDemo(InessDbContext db, IPasswordHasher<Account> passwords, ILookupNormalizer normalizer, DemoFiles files, DemoApplications applications, TimeProvider time, ILogger<SeedDemo> log)
{
    private static readonly string Ending = $"@{DemoAccount.Domain.ToUpperInvariant()}";

    /// <summary>Whether the database holds people of the demonstration, whose password everybody knows.</summary>
    public Task<bool> IsThereAsync(CancellationToken cancellationToken) => db.Users.AnyAsync(account => account.EmailConfirmed && account.NormalizedEmail!.EndsWith(Ending), cancellationToken);

    /// <summary>Adds what is missing.</summary>
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(account => !account.NormalizedEmail!.EndsWith(Ending), cancellationToken))
        {
            LogSkipped(log);
            return;
        }

        var known = await db.Users.Select(account => account.NormalizedEmail).ToListAsync(cancellationToken);
        var missing = DemoAccount.All.Concat(DemoAccount.Others).Where(person => !known.Contains(normalizer.NormalizeEmail(person.Email))).ToList();
        if (missing.Count > 0)
        {
            db.AddRange(missing.Select(Open));
            await db.CommitAsync(new(Actor.System, "DemoPrepared", "demo/accounts"), cancellationToken);
        }

        var people = await db.Users.AsNoTracking().ToDictionaryAsync(person => person.Email!, cancellationToken);
        await files.AddAsync(cancellationToken);
        await applications.AddAsync(people[EmailOf(Role.Applicant)], people[EmailOf(Role.Officer)], cancellationToken);
    }

    private static string EmailOf(Role role) => DemoAccount.All.First(person => person.Role == role).Email;

    private Account Open(DemoAccount person)
    {
        var now = time.Instant();
        var account = new Account
        {
            Id = Guid.CreateVersion7(now),
            GivenName = person.GivenName,
            FamilyName = person.FamilyName,
            Role = person.Role,
            CreatedAt = now,
            UserName = person.Email,
            NormalizedUserName = normalizer.NormalizeName(person.Email),
            Email = person.Email,
            NormalizedEmail = normalizer.NormalizeEmail(person.Email),
            EmailConfirmed = true,
            LockoutEnabled = true,
            Capacity = person.Role == Role.Signatory ? "directeur de l'économie sociale et solidaire" : null,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        account.PasswordHash = passwords.HashPassword(account, DemoAccount.Password);
        return account;
    }

    [LoggerMessage(LogLevel.Warning, "The database holds accounts that are not the demonstration's: no demonstration data is added to it.")]
    private static partial void LogSkipped(ILogger log);
}
