using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Accounts.Agents;

/// <summary>
/// Closes the account of an agent: nobody signs in with it any more, and the files in their hands wait for somebody else. The name stays,
/// since the acts of the Région are theirs (CRPA L212-1); the address is freed.
/// </summary>
public sealed class CloseAgentAccount(InessDbContext db, TimeProvider time)
{
    /// <summary>Closes it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid accountId, Actor who, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        if (await db.Users.AsNoTracking().OfAgents().SingleOrDefaultAsync(found => found.Id == accountId && found.ClosedAt == null, cancellationToken) is not { } before) return Outcome.NotFound;
        // Files first, the log after: the order in which every other change locks them.
        await db.ReleaseFilesAsync(before, who, cancellationToken);
        await db.WaitForOthersAsync(cancellationToken);
        var account = await db.Users.SingleAsync(found => found.Id == accountId, cancellationToken);
        if (account.ClosedAt is not null) return Outcome.NotFound;
        if (await db.IsLastAdministratorAsync(account, cancellationToken)) return Outcome.Refused(Refusal.Conflict, AgentAccounts.LastAdministrator);

        var now = time.Instant();
        if (account.EmailConfirmed)
            db.Add(OutboxMail.For(account, "Votre compte Iness est fermé", "Bonjour,\n\nUn administrateur a fermé votre compte d'agent sur Iness. Vous ne pouvez plus vous y connecter.\n", now));
        var freed = $"ferme-{account.Id}@invalid";
        (account.Email, account.UserName, account.NormalizedEmail, account.NormalizedUserName) = (freed, freed, freed.ToUpperInvariant(), freed.ToUpperInvariant());
        (account.PasswordHash, account.SecurityStamp, account.ConcurrencyStamp) = (null, Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        account.ClosedAt = now;
        await db.ForgetSecondFactorAsync(account, cancellationToken);
        db.RemoveRange(await db.UserLogins.Where(login => login.UserId == account.Id).ToListAsync(cancellationToken));
        await db.EndSessionsAsync(account.Id, except: null, now, cancellationToken);
        if (await db.TryCommitAsync(new(who, "AccountClosed", Act.Account(account.Id)), cancellationToken) is { IsDone: false } late) return late;
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
