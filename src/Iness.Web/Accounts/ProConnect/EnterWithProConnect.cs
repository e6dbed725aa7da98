using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;

namespace Iness.Web.Accounts.ProConnect;

/// <summary>
/// Finds the account of somebody ProConnect vouches for, or opens one. An account that has their address and never knew ProConnect is not
/// theirs until they have signed in to it.
/// </summary>
public sealed class EnterWithProConnect(InessDbContext db, UserManager<Account> accounts, TimeProvider time)
{
    private const int LongestName = 100;

    /// <summary>Finds or opens it.</summary>
    /// <param name="identity">Who ProConnect says it is.</param>
    /// <param name="signedIn">The account this browser is signed in to, if any: it can be tied to ProConnect.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The account; null when its owner must first sign in to it by another way.</returns>
    public async Task<ProConnectEntry?> ExecuteAsync(ProConnectIdentity identity, Guid? signedIn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (await accounts.FindByLoginAsync(ProConnectRegistration.Scheme, identity.Subject) is { ClosedAt: null } known) return new(known, IsNew: false);
        if (await accounts.FindByEmailAsync(identity.Email) is not { } owner) return new(await OpenAsync(identity, cancellationToken), IsNew: true);
        // An agent who was invited comes in by the link of their invitation, which expires.
        if (owner is { EmailConfirmed: false, Role: not Role.Applicant }) return null;
        // Asked for by whoever typed this address, and never confirmed: it is nobody's yet.
        if (owner is { EmailConfirmed: false, ClosedAt: null }) return new(await TakeAsync(owner, identity), IsNew: true);
        if (owner.Id != signedIn) return null;

        db.Act = new(new(owner.Id, owner.Role), "ProConnectTied", Act.Account(owner.Id));
        await DoneAsync(accounts.AddLoginAsync(owner, LoginOf(identity)));
        return new(owner, IsNew: false);
    }

    private static UserLoginInfo LoginOf(ProConnectIdentity identity) => new(ProConnectRegistration.Scheme, identity.Subject, "ProConnect");

    private async Task<Account> OpenAsync(ProConnectIdentity identity, CancellationToken cancellationToken)
    {
        var now = time.Instant();
        var account = new Account
        {
            Id = Guid.CreateVersion7(now),
            GivenName = Cut(identity.GivenName),
            FamilyName = Cut(identity.UsualName),
            Role = Role.Applicant,
            CreatedAt = now,
            UserName = identity.Email,
            Email = identity.Email,
            // ProConnect has confirmed it.
            EmailConfirmed = true,
        };
        db.Act = new(Actor.Visitor, "AccountOpened", Act.Account(account.Id), "ProConnect");
        await using var transaction = await db.BeginAsync(cancellationToken);
        await DoneAsync(accounts.CreateAsync(account));
        await DoneAsync(accounts.AddLoginAsync(account, LoginOf(identity)));
        await transaction.CommitAsync(cancellationToken);
        return account;
    }

    private async Task<Account> TakeAsync(Account asked, ProConnectIdentity identity)
    {
        (asked.GivenName, asked.FamilyName, asked.EmailConfirmed) = (Cut(identity.GivenName), Cut(identity.UsualName), true);
        // Neither the password of whoever asked, nor the link sent to confirm it, opens it.
        (asked.PasswordHash, asked.SecurityStamp) = (null, Guid.NewGuid().ToString("N"));
        db.Act = new(Actor.Visitor, "AccountOpened", Act.Account(asked.Id), "ProConnect");
        await DoneAsync(accounts.AddLoginAsync(asked, LoginOf(identity)));
        return asked;
    }

    private static string Cut(string? name) => name is { Length: > LongestName } ? name[..LongestName] : name ?? "";

    private static async Task DoneAsync(Task<IdentityResult> change)
    {
        var result = await change;
        if (!result.Succeeded) throw new InvalidOperationException($"The account could not be tied to ProConnect: {string.Join(", ", result.Errors.Select(error => error.Code))}");
    }
}

/// <summary>An account that ProConnect opens.</summary>
/// <param name="Account">The account.</param>
/// <param name="IsNew">Whether it has just been opened.</param>
public sealed record ProConnectEntry(Account Account, bool IsNew);
