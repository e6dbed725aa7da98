using Iness.Casework.Partners;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Tokens;

/// <summary>One's own tokens of the API: made, seen once, revoked.</summary>
[Needs(Right.UseApi)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db, CreateAccessToken create, RevokeAccessToken revoke, TimeProvider time) : PageModel
{
    /// <summary>What has just been done.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>The token just made, shown in this answer and never again.</summary>
    public NewAccessToken? Made { get; private set; }

    /// <summary>Those that live, the last made first.</summary>
    public IReadOnlyList<TokenRow> Living { get; private set; } = [];

    /// <summary>The form of a new one.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>Shows them.</summary>
    public Task OnGetAsync()
    {
        Form = new(TokenForm.Fields(User.Role()!.Value, null, [TokenScope.Applications.Name], null), []);
        return LoadAsync();
    }

    /// <summary>Makes one, and shows it at once: it is written nowhere, not even for the time of a redirection.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var role = User.Role()!.Value;
        var form = new FormReader(Request.Form);
        if (TokenForm.Read(form, role) is { } asked)
        {
            var outcome = await create.ExecuteAsync(asked.Name, asked.Scopes, asked.Days, User.Actor(), HttpContext.RequestAborted);
            if (outcome.IsDone) Made = outcome.Value;
            else form.Refuse(TokenForm.ScopesField, outcome.Message!);
        }

        if (form.Errors.Count > 0) ViewData["HasErrors"] = true;
        Form = Made is null
            ? new(TokenForm.Fields(role, Request.Form[TokenForm.NameField], [.. Request.Form[TokenForm.ScopesField].OfType<string>()], Request.Form[TokenForm.DaysField]), form.Errors)
            : new(TokenForm.Fields(role, null, [TokenScope.Applications.Name], null), []);
        await LoadAsync();
        return Page();
    }

    /// <summary>Revokes one.</summary>
    public async Task<IActionResult> OnPostRevokeAsync([FromForm(Name = "jeton")] Guid token)
    {
        var outcome = await revoke.ExecuteAsync(token, User.Actor(), HttpContext.RequestAborted);
        if (outcome.Refusal == Refusal.NotFound) return NotFound();
        News = outcome.Message ?? "Le jeton est révoqué : plus aucun programme ne lit avec lui.";
        return Redirect("/compte/jetons");
    }

    private async Task LoadAsync()
    {
        var now = time.Instant();
        Living = await db.AccessTokens.Where(token => token.AccountId == User.AccountId() && token.RevokedAt == null && token.ExpiresAt > now)
            .OrderByDescending(token => token.CreatedAt)
            .Select(token => new TokenRow(
                token.Id, token.Name, token.Prefix, token.Scopes, token.CreatedAt, token.ExpiresAt, db.AccessTokenUses.Where(use => use.TokenId == token.Id).Select(use => (DateTime?)use.LastAt).FirstOrDefault()))
            .ToListAsync(HttpContext.RequestAborted);
    }
}

/// <summary>One token in the list.</summary>
public sealed record TokenRow(Guid Id, string Name, string Prefix, string Scopes, DateTime CreatedAt, DateTime ExpiresAt, DateTime? LastAt);
