using System.Security.Claims;
using Iness.Casework;
using Iness.Casework.Accounts;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Browser;

/// <summary>Opens and ends sessions on the portal.</summary>
internal static class Sessions
{
    /// <summary>A page where a person is signed in, with the cookie that signing in would have set.</summary>
    public static async Task<IPage> SignedInAsync(this Portal portal, Account account, int width = 1280, bool javaScript = true)
    {
        var page = await portal.PageAsync(width, javaScript);
        await portal.SignInAsync(page, account);
        return page;
    }

    /// <summary>Signs a person in, in the browser of a page.</summary>
    public static async Task SignInAsync(this Portal portal, IPage page, Account account)
    {
        var (name, value) = await portal.WithAsync((IServiceProvider services) => CookieAsync(services, account));
        await page.Context.AddCookiesAsync([new() { Name = name, Value = value, Url = portal.Address }]);
    }

    /// <summary>Ends every session of a person, as time or another browser would.</summary>
    public static Task<int> EndSessionsAsync(this Portal portal, Account account) => portal.WithDatabaseAsync(db => db.Sessions
        .Where(session => session.AccountId == account.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, TimeProvider.System.Instant()), TestContext.Current.CancellationToken));

    /// <summary>The link of the last mail written to an address, as a path of the portal.</summary>
    public static Task<string> MailedLinkAsync(this Portal portal, string email) => portal.WithDatabaseAsync(async db =>
    {
        var body = await db.Outbox.Where(mail => mail.To == email).OrderByDescending(mail => mail.CreatedAt).Select(mail => mail.Body).FirstAsync(TestContext.Current.CancellationToken);
        var link = body[body.IndexOf("http", StringComparison.Ordinal)..];
        return new Uri(link[..link.IndexOf('\n', StringComparison.Ordinal)]).PathAndQuery;
    });

    private static async Task<(string Name, string Value)> CookieAsync(IServiceProvider services, Account account)
    {
        var now = TimeProvider.System.Instant();
        var session = new AccountSession { Id = Guid.CreateVersion7(), AccountId = account.Id, StartedAt = now, LastSeenAt = now, Browser = "Chrome" };
        var db = services.GetRequiredService<InessDbContext>();
        db.Add(session);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new(CurrentAccount.SessionClaim, session.Id.ToString()));
        // An agent's session reaches the pages of the Région only when a second factor opened it.
        if (account.Role != Role.Applicant) ((ClaimsIdentity)principal.Identity!).AddClaim(new("amr", "otp"));
        var cookie = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(principal, new() { IssuedUtc = now, ExpiresUtc = now + cookie.ExpireTimeSpan }, IdentityConstants.ApplicationScheme);
        return (cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ticket));
    }
}
