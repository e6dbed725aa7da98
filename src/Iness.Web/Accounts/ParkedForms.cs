using System.Text.Json;
using Iness.Casework.Accounts;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Accounts;

/// <summary>
/// A form sent after its session had expired is kept, sealed, until its author has signed in again: nothing typed is lost, without
/// JavaScript too. Only a cookie that this portal once gave can park a form, and only its account can take it back.
/// </summary>
public sealed class ParkedForms(InessDbContext db, IDataProtectionProvider protection, TimeProvider time)
{
    private const int MostFields = 500;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly IDataProtector seal = protection.CreateProtector("Iness.ParkedForms");

    /// <summary>What a visitor is told instead of a page that needs an account.</summary>
    internal static async Task RedirectToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Headers.XRequestedWith == "XMLHttpRequest")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var parked = AccountOf(context) is { } account && IsPlainForm(context.Request)
            ? await context.HttpContext.RequestServices.GetRequiredService<ParkedForms>().KeepAsync(context.Request, account)
            : null;
        context.Response.Redirect(parked is { } id
            ? $"{context.Options.LoginPath}?{context.Options.ReturnUrlParameter}={Uri.EscapeDataString($"/reprise/{id}")}"
            : context.RedirectUri);
    }

    /// <summary>A form kept for an account; null when there is none, or it is another's.</summary>
    public async Task<ParkedContent?> FindAsync(Guid id, Guid accountId, CancellationToken cancellationToken)
    {
        var now = time.Instant();
        var form = await db.ParkedForms.AsNoTracking().SingleOrDefaultAsync(form => form.Id == id && form.ExpiresAt > now, cancellationToken);
        var content = form is null ? null : JsonSerializer.Deserialize<ParkedContent>(seal.Unprotect(form.Payload));
        return content?.AccountId == accountId ? content : null;
    }

    private async Task<Guid?> KeepAsync(HttpRequest request, Guid accountId)
    {
        var sent = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        // Its token died with the session: the page that takes the form up again gives a fresh one.
        var fields = sent.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))).Take(MostFields).ToList();
        var path = request.Path + request.QueryString;
        if (fields.Count == 0 || path.Length > 500) return null;
        var form = new ParkedForm
        {
            Id = Guid.NewGuid(),
            Path = request.Path,
            Payload = seal.Protect(JsonSerializer.Serialize(new ParkedContent(accountId, path, fields))),
            ExpiresAt = time.Instant() + Kept,
        };
        db.Add(form);
        await db.SaveChangesAsync(request.HttpContext.RequestAborted);
        return form.Id;
    }

    private static bool IsPlainForm(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.ContentLength is > 0 and <= 1024 * 1024;

    /// <summary>Whose session it was: the cookie is sealed by this portal, so that an expired one still says the truth.</summary>
    private static Guid? AccountOf(RedirectContext<CookieAuthenticationOptions> context) =>
        context.Options.CookieManager.GetRequestCookie(context.HttpContext, context.Options.Cookie.Name!) is { } cookie
        && context.Options.TicketDataFormat.Unprotect(cookie) is { } ticket
            ? ticket.Principal.AccountId()
            : null;
}

/// <summary>What was in a form kept.</summary>
/// <param name="AccountId">Whose.</param>
/// <param name="Path">Where it was sent.</param>
/// <param name="Fields">Its fields, in order.</param>
public sealed record ParkedContent(Guid AccountId, string Path, IReadOnlyList<KeyValuePair<string, string>> Fields);
