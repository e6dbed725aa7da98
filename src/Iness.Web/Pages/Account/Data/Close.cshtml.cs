using System.Security.Claims;
using Iness.Casework.Accounts;
using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Account.Data;

/// <summary>Closes one's account, after the password or, for who has none, a box to tick.</summary>
[ResponseCache(NoStore = true)]
[EnableRateLimiting(EntryRateLimit.Name)]
public sealed class CloseModel(InessDbContext db, CloseAccount close) : PageModel
{
    private const string Password = "motdepasse";
    private const string ConfirmField = "confirmation";
    private const string Confirmed = "oui";

    /// <summary>The form; its password is never shown again.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>Whether the account has a password.</summary>
    public bool HasPassword { get; private set; }

    /// <summary>Why it cannot be closed now; null when nothing stands in the way.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>Whether it is done.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Says what closing does.</summary>
    public async Task OnGetAsync() => await LoadAsync([]);

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await close.ExecuteAsync(User.Actor(), Request.Form[Password], Request.Form[ConfirmField] == Confirmed, HttpContext.RequestAborted);
        if (outcome.IsDone)
        {
            await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity());
            IsClosed = true;
            return Page();
        }

        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        await LoadAsync(outcome.Refusal == Casework.Refusal.Invalid ? [outcome.Message!] : []);
        WhyNot = outcome.Refusal == Casework.Refusal.Invalid ? null : outcome.Message;
        return Page();
    }

    private async Task LoadAsync(IReadOnlyList<string> errors)
    {
        ViewData["Section"] = "account";
        ViewData["HasErrors"] = errors.Count > 0;
        HasPassword = await db.Users.AnyAsync(account => account.Id == User.AccountId() && account.PasswordHash != null, HttpContext.RequestAborted);
        Field field = HasPassword
            ? new PasswordField(Password, "Votre mot de passe", "Pour être sûrs que c'est bien vous.")
            : new CheckboxesField(ConfirmField, "Confirmer", [new(Confirmed, "Je veux fermer mon compte pour toujours")]);
        Form = new([field], [.. errors.Select(message => new FieldError(field.Name, message))]);
    }
}
