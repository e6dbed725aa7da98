using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Accounts.Agents;

/// <summary>Takes the second factor off the account of an agent who has lost theirs: they set another before any page of the Région.</summary>
public sealed class ResetSecondFactor(InessDbContext db, TimeProvider time)
{
    /// <summary>Takes it off, and ends the sessions.</summary>
    public async Task<Outcome> ExecuteAsync(Guid accountId, Actor who, CancellationToken cancellationToken)
    {
        if (await db.Users.OfAgents().SingleOrDefaultAsync(found => found.Id == accountId && found.ClosedAt == null, cancellationToken) is not { } account) return Outcome.NotFound;
        // With the second factor of an administrator, a colleague vouches; alone, nobody could tell the owner from somebody who has the password.
        if (account.Id == who.AccountId) return Outcome.Refused(Refusal.NotAllowed, "Changez votre propre second facteur dans « Mon compte ».");
        var now = time.Instant();
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        await db.ForgetSecondFactorAsync(account, cancellationToken);
        await db.EndSessionsAsync(account.Id, except: null, now, cancellationToken);
        db.Add(OutboxMail.For(
            account,
            "Second facteur retiré de votre compte Iness",
            "Bonjour,\n\nUn administrateur a retiré les codes et les clés d'accès de votre compte, et terminé vos sessions. À votre prochaine connexion, choisissez un autre second facteur.\n\n"
            + "Si vous n'avez rien demandé, prévenez tout de suite un administrateur.\n",
            now));
        return await db.TryCommitAsync(new(who, "SecondFactorReset", Act.Account(account.Id)), cancellationToken);
    }
}

/// <summary>What opens an account beside its password.</summary>
internal static class SecondFactors
{
    /// <summary>Takes off the codes, their key and the passkeys. Nothing is saved yet.</summary>
    public static async Task ForgetSecondFactorAsync(this InessDbContext db, Account account, CancellationToken cancellationToken)
    {
        account.TwoFactorEnabled = false;
        db.RemoveRange(await db.UserTokens.Where(token => token.UserId == account.Id).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Set<IdentityUserPasskey<Guid>>().Where(passkey => passkey.UserId == account.Id).ToListAsync(cancellationToken));
    }
}
