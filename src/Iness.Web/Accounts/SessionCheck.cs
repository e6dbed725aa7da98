using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Accounts;

/// <summary>
/// A cookie is good while its session lives: one ended from elsewhere, or whose account is closed, opens nothing any more. It stays in
/// the browser until somebody signs in again: it still tells whose form <see cref="ParkedForms"/> keeps, and a picture of the page or
/// the script that saves would otherwise take it away before the form is sent.
/// </summary>
internal static class SessionCheck
{
    /// <summary>How exactly the last page seen is known.</summary>
    public static readonly TimeSpan Precision = TimeSpan.FromMinutes(5);

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var db = services.GetRequiredService<InessDbContext>();
        var now = services.GetRequiredService<TimeProvider>().Instant();
        var cancellation = context.HttpContext.RequestAborted;
        if (context.Principal?.SessionId() is not { } id || context.Principal.AccountId() is not { } account)
        {
            context.RejectPrincipal();
            return;
        }

        var session = await (
            from s in db.Sessions
            join a in db.Users on s.AccountId equals a.Id
            where s.Id == id && s.AccountId == account && s.EndedAt == null && a.ClosedAt == null
            select new { s.LastSeenAt, a.Role, a.Email, a.TwoFactorEnabled, HasPasskey = db.Set<IdentityUserPasskey<Guid>>().Any(key => key.UserId == a.Id) }).SingleOrDefaultAsync(cancellation);
        if (session is null)
        {
            context.RejectPrincipal();
            return;
        }

        context.HttpContext.Features.Set(new SecondFactor(
            SecondFactor.IsAskedOf(session.Role, session.Email, services.GetRequiredService<IConfiguration>()), session.TwoFactorEnabled, session.HasPasskey, SecondFactor.IsProvedBy(context.Principal)));
        if (now - session.LastSeenAt > Precision)
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancellation);
    }
}
