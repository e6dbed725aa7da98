using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Accounts.Agents;

/// <summary>Opens the account of an agent who was invited, with the code of the link sent to them and the password they choose.</summary>
public sealed class AcceptAgentInvitation(InessDbContext db, AgentLink link, IPasswordHasher<Account> passwords)
{
    /// <summary>Whose link it is; null when it works no more.</summary>
    public async Task<Account?> FindAsync(Guid accountId, string? code, CancellationToken cancellationToken) =>
        await db.Users.SingleOrDefaultAsync(found => found.Id == accountId && found.ClosedAt == null && !found.EmailConfirmed && found.Role != Role.Applicant, cancellationToken) is { } account
        && link.Opens(account, code)
            ? account
            : null;

    /// <summary>Opens it: not found when the link works no more, invalid when the password is easy.</summary>
    public async Task<Outcome<Account>> ExecuteAsync(Guid accountId, string? code, string password, CancellationToken cancellationToken)
    {
        if (await FindAsync(accountId, code, cancellationToken) is not { } account) return Outcome.NotFound;
        if (EasyPasswords.WhyNot(account, password) is { } why) return Outcome.Refused(Refusal.Invalid, why);
        account.ChoosePassword(passwords, password);
        // The link came to that address.
        account.EmailConfirmed = true;
        var saved = await db.TryCommitAsync(new(new(account.Id, account.Role), "AgentInvitationAccepted", Act.Account(account.Id)), cancellationToken);
        return saved.IsDone ? account : Outcome.NotFound;
    }
}
