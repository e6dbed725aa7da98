using Iness.Casework.Accounts.Agents;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Accounts;

/// <summary>
/// Closes one's account for ever: leaves the organisations, ends the sessions, erases what says who the person is. The files of the
/// organisations stay, and so does the name of an agent, whose acts are signed (CRPA L212-1). A wrong password counts as at the door: an open session does not give endless tries.
/// </summary>
public sealed class CloseAccount(InessDbContext db, UserManager<Account> accounts, PortalAddress portal, TimeProvider time)
{
    private const string Closed = "AccountClosed";

    /// <summary>Closes it.</summary>
    /// <param name="who">Whose it is.</param>
    /// <param name="password">The password typed, for an account that has one.</param>
    /// <param name="isConfirmed">Whether the box was ticked, for an account without a password.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Actor who, string? password, bool isConfirmed, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(found => found.Id == who.AccountId && found.ClosedAt == null, cancellationToken) is not { } account) return Outcome.NotFound;
        if (account.PasswordHash is null && !isConfirmed) return Outcome.Refused(Refusal.Invalid, "Cochez la case pour fermer votre compte.");
        if (account.PasswordHash is { } hash && await WhyNotAsync(account, hash, password ?? "", who, cancellationToken) is { IsDone: false } wrong) return wrong;
        return await CloseAsync(account, who, null, cancellationToken);
    }

    /// <summary>Closes the account of an applicant who has not used it for years, as they would themselves; the last person of a file that goes on keeps theirs.</summary>
    internal async Task<Outcome> ExecuteUnusedAsync(Guid accountId, CancellationToken cancellationToken) =>
        await db.Users.SingleOrDefaultAsync(found => found.Id == accountId && found.ClosedAt == null && found.Role == Role.Applicant, cancellationToken) is { } account
            ? await CloseAsync(account, Actor.System, "Unused for three years, or never confirmed.", cancellationToken)
            : Outcome.NotFound;

    private async Task<Outcome> WhyNotAsync(Account account, string hash, string password, Actor who, CancellationToken cancellationToken)
    {
        var isRight = accounts.PasswordHasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;
        if (await accounts.IsLockedOutAsync(account)) return Outcome.Refused(Refusal.NotAllowed, Passwords.TooManyTries);
        if (isRight) return Outcome.Done;
        await accounts.CountFailureAsync(db, account, new(who, "AccountClosingAttempted", Act.Account(account.Id)), cancellationToken);
        return Outcome.Refused(Refusal.Invalid, "Ce n'est pas votre mot de passe. Écrivez-le de nouveau.");
    }

    private async Task<Outcome> CloseAsync(Account account, Actor who, string? why, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        var now = time.Instant();
        foreach (var membership in await db.Memberships.Include(found => found.Organisation).Where(found => found.AccountId == account.Id && found.LeftAt == null).ToListAsync(cancellationToken))
        {
            if (await db.DepartAsync(membership, portal, now, cancellationToken) is not { IsDone: false } refused) continue;
            db.ChangeTracker.Clear();
            return refused;
        }

        if (account.Role != Role.Applicant)
        {
            await db.ReleaseFilesAsync(account, who, cancellationToken);
            await db.WaitForOthersAsync(cancellationToken);
            if (await db.IsLastAdministratorAsync(account, cancellationToken))
                return Outcome.Refused(Refusal.Conflict, "Vous êtes le dernier administrateur : nommez-en un autre avant de fermer votre compte.");
        }

        account.ClosedAt = now;
        if (await db.TryCommitAsync(new(who, Closed, Act.Account(account.Id), why), cancellationToken) is { IsDone: false } late) return late;
        await EraseAsync(account, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Erases straight in the tables: through the change tracker, the audit log would keep for ever what is being erased.</summary>
    private async Task EraseAsync(Account account, DateTime now, CancellationToken cancellationToken)
    {
        var (id, email, invited) = (account.Id, account.Email, account.Email?.ToLowerInvariant());
        var erased = $"ferme-{id}@invalid";
        var erasedNormalized = erased.ToUpperInvariant();
        var stamp = Guid.NewGuid().ToString("N");
        if (account.Role == Role.Applicant)
        {
            await db.Users.Where(found => found.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(found => found.GivenName, "Compte").SetProperty(found => found.FamilyName, "fermé"), cancellationToken);
        }

        await db.Users.Where(found => found.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(found => found.Email, erased).SetProperty(found => found.NormalizedEmail, erasedNormalized)
                .SetProperty(found => found.UserName, erased).SetProperty(found => found.NormalizedUserName, erasedNormalized)
                .SetProperty(found => found.PhoneNumber, (string?)null).SetProperty(found => found.PasswordHash, (string?)null)
                .SetProperty(found => found.SecurityStamp, stamp).SetProperty(found => found.EmailConfirmed, false),
            cancellationToken);
        await db.UserLogins.Where(found => found.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.UserTokens.Where(found => found.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.UserClaims.Where(found => found.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<IdentityUserPasskey<Guid>>().Where(found => found.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Sessions.Where(found => found.AccountId == id && found.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(found => found.EndedAt, now), cancellationToken);
        await db.Invitations.Where(found => found.Email == invited).ExecuteUpdateAsync(
            set => set.SetProperty(found => found.Email, erased).SetProperty(found => found.RevokedAt, found => found.RevokedAt ?? now), cancellationToken);
        var subject = Act.Account(id);
        await db.AuditLog.Where(entry => entry.Subject == subject && entry.Action != Closed && entry.Details != null).ExecuteUpdateAsync(
            set => set.SetProperty(entry => entry.Details, (string?)null).SetProperty(entry => entry.Salt, (string?)null), cancellationToken);
        await db.Outbox.Where(found => found.To == email && found.DueAt != null).ExecuteDeleteAsync(cancellationToken);
        await db.Outbox.Where(found => found.To == email).ExecuteUpdateAsync(set => set.SetProperty(found => found.To, erased).SetProperty(found => found.ToName, ""), cancellationToken);
    }
}
