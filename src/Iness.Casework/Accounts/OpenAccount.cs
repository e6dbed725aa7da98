using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Accounts;

/// <summary>What a person types to open an account.</summary>
/// <param name="GivenName">First name.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="Email">Address, already seen to be one.</param>
/// <param name="Password">Password.</param>
/// <param name="ReturnPath">Page of this portal to go to once signed in; null for the usual one.</param>
public sealed record NewAccount(string GivenName, string FamilyName, string Email, string Password, string? ReturnPath);

/// <summary>
/// Opens an applicant's account, of no use until its address is confirmed by mail. An address that has one already gets another mail, and
/// the same answer: nobody learns here who has an account.
/// </summary>
public sealed class OpenAccount(InessDbContext db, UserManager<Account> accounts, AccountMail mail, TimeProvider time)
{
    /// <summary>Opens it; refused for an easy password alone.</summary>
    public async Task<Outcome> ExecuteAsync(NewAccount asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var now = time.Instant();
        var account = new Account
        {
            Id = Guid.CreateVersion7(now),
            GivenName = asked.GivenName,
            FamilyName = asked.FamilyName,
            Role = Role.Applicant,
            CreatedAt = now,
            UserName = asked.Email,
            NormalizedUserName = accounts.NormalizeName(asked.Email),
            Email = asked.Email,
            NormalizedEmail = accounts.NormalizeEmail(asked.Email),
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        if (EasyPasswords.WhyNot(account, asked.Password) is { } why) return Outcome.Refused(Refusal.Invalid, why);

        // Hashed in every case, so that the time taken tells nothing.
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, asked.Password);
        var known = await accounts.FindByEmailAsync(asked.Email);
        if (known is { EmailConfirmed: true })
        {
            await mail.AddAlreadyKnownAsync(known, asked.ReturnPath, cancellationToken);
        }
        // An agent was invited there: only the link of their invitation opens that account.
        else if (known is null or { Role: Role.Applicant })
        {
            if (known is null) db.Add(account);
            else Replace(known, account);
            // Without a new link, the older one must go on working.
            if (!await mail.AddConfirmationAsync(known ?? account, asked.ReturnPath, cancellationToken)) db.ChangeTracker.Clear();
        }

        return await SaveAsync(new(Actor.Visitor, "AccountAsked", Act.Account(known?.Id ?? account.Id)), account.NormalizedEmail, cancellationToken);
    }

    /// <summary>
    /// Whoever asked first for an address has not proved that it is theirs: the last to ask replaces them, and the older link dies, so
    /// that the owner of the address never confirms a password that somebody else chose.
    /// </summary>
    private static void Replace(Account known, Account asked)
    {
        (known.GivenName, known.FamilyName, known.PasswordHash) = (asked.GivenName, asked.FamilyName, asked.PasswordHash);
        (known.SecurityStamp, known.ConcurrencyStamp) = (asked.SecurityStamp, asked.ConcurrencyStamp);
    }

    private async Task<Outcome> SaveAsync(Act act, string? normalizedEmail, CancellationToken cancellationToken)
    {
        try
        {
            await db.CommitAsync(act, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same address asked for at the same instant: the other request has opened the account and sent its mail.
            db.ChangeTracker.Clear();
            if (!await db.Users.AnyAsync(found => found.NormalizedEmail == normalizedEmail, cancellationToken)) throw;
        }

        return Outcome.Done;
    }
}
