using System.Security.Claims;
using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Iness.Web.Accounts;

/// <summary>Opens a session once a person has proved who they are, by whichever means. Every way in ends here.</summary>
public sealed class SignIn(SignInManager<Account> signIn, InessDbContext db, TimeProvider time, IHttpContextAccessor http)
{
    /// <summary>Opens the session and sets the cookie.</summary>
    /// <param name="account">The person, already proved.</param>
    /// <param name="means">How: « pwd », « passkey », « otp », « proconnect ».</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task ExecuteAsync(Account account, string means, CancellationToken cancellationToken) => ExecuteAsync(account, means, new(), cancellationToken);

    /// <summary>Opens the session and sets the cookie, with what the session is to keep.</summary>
    /// <param name="account">The person, already proved.</param>
    /// <param name="means">How.</param>
    /// <param name="properties">What the cookie carries along, such as the token by which ProConnect will end its own session.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task ExecuteAsync(Account account, string means, AuthenticationProperties properties, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        var now = time.Instant();
        var session = new AccountSession
        {
            Id = Guid.CreateVersion7(now),
            AccountId = account.Id,
            StartedAt = now,
            LastSeenAt = now,
            Browser = BrowserName.Of(http.HttpContext?.Request.Headers.UserAgent.ToString()),
        };
        db.Add(session);
        account.LastSignInAt = now;
        account.WarnedAt = null;
        await db.CommitAsync(new(new(account.Id, account.Role), "SignedIn", Act.Account(account.Id), means), cancellationToken);
        await signIn.SignInWithClaimsAsync(account, properties, [new Claim(CurrentAccount.SessionClaim, session.Id.ToString()), new Claim(SecondFactor.MeansClaim, means)]);
    }
}
