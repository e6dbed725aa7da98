using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Accounts.Agents;

/// <summary>Gives an agent another role, or a signatory another capacity. Their sessions end: what they may do changes at once.</summary>
public sealed class ChangeAgentRole(InessDbContext db, TimeProvider time)
{
    /// <summary>Changes it.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="role">As what from now on.</param>
    /// <param name="capacity">Capacity of a signatory; kept for no other role.</param>
    /// <param name="who">Who says so.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid accountId, Role role, string? capacity, Actor who, CancellationToken cancellationToken)
    {
        if (AgentAccounts.WhyNot(role, capacity) is { } why) return Outcome.Refused(Refusal.Invalid, why);
        await using var transaction = await db.BeginAsync(cancellationToken);
        if (await db.Users.AsNoTracking().OfAgents().SingleOrDefaultAsync(found => found.Id == accountId && found.ClosedAt == null, cancellationToken) is not { } before) return Outcome.NotFound;
        // Files first, the log after: the order in which every other change locks them.
        if (!RightsTable.Allows(role, Right.ReviewFiles)) await db.ReleaseFilesAsync(before, who, cancellationToken);
        await db.WaitForOthersAsync(cancellationToken);
        var account = await db.Users.SingleAsync(found => found.Id == accountId, cancellationToken);
        if (account.ClosedAt is not null) return Outcome.NotFound;
        if (role != Role.Administrator && await db.IsLastAdministratorAsync(account, cancellationToken)) return Outcome.Refused(Refusal.Conflict, AgentAccounts.LastAdministrator);
        var kept = role == Role.Signatory ? capacity : null;
        if ((account.Role, account.Capacity) == (role, kept)) return Outcome.Done;

        (account.Role, account.Capacity, account.ConcurrencyStamp) = (role, kept, Guid.NewGuid().ToString());
        var now = time.Instant();
        await db.EndSessionsAsync(account.Id, except: null, now, cancellationToken);
        if (account.EmailConfirmed)
        {
            db.Add(OutboxMail.For(
                account,
                "Votre rôle sur Iness a changé",
                $"Bonjour,\n\nUn administrateur a changé votre rôle : {role.InFrench()}{(kept is null ? "" : $" ({kept})")}. Vos sessions ont été terminées : connectez-vous de nouveau.\n",
                now));
        }

        if (await db.TryCommitAsync(new(who, "RoleChanged", Act.Account(account.Id)), cancellationToken) is { IsDone: false } late) return late;
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
