using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;

namespace Iness.Casework.Accounts;

/// <summary>Sends the link to choose a new password, to an address that has an account and has confirmed it; to any other, nothing, without a word.</summary>
public sealed class AskNewPassword(InessDbContext db, UserManager<Account> accounts, AccountMail mail)
{
    /// <summary>Sends it.</summary>
    public async Task ExecuteAsync(string email, CancellationToken cancellationToken)
    {
        if (await accounts.FindByEmailAsync(email) is not { EmailConfirmed: true, ClosedAt: null } account) return;
        await mail.AddResetAsync(account, cancellationToken);
        await db.CommitAsync(new(Actor.Visitor, "NewPasswordAsked", Act.Account(account.Id)), cancellationToken);
    }
}
