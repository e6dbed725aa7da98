using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Iness.Web.Accounts.Codes;
using Iness.Web.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Account.Codes;

/// <summary>Enables and disables the codes of an authenticator application.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(UserManager<Casework.Accounts.Account> accounts) : PageModel
{
    private const string CodeField = "code";
    private const string ProofField = "preuve";

    /// <summary>Whether codes are asked at sign-in.</summary>
    public bool IsEnabled { get; private set; }

    /// <summary>The key to give to the application; null before that step.</summary>
    public AuthenticatorKey? Key { get; private set; }

    /// <summary>The recovery codes, this once; null at any other time.</summary>
    public RecoveryCodes? Recovery { get; private set; }

    /// <summary>How many recovery codes were not used.</summary>
    public int RecoveryLeft { get; private set; }

    /// <summary>The form of the step.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>Shows where one stands.</summary>
    public Task OnGetAsync([FromQuery(Name = "etape")] string? step) => LoadAsync(step == "cle", null, null);

    /// <summary>Makes a new key.</summary>
    public async Task<IActionResult> OnPostStartAsync([FromServices] InessDbContext db)
    {
        if (await accounts.GetUserAsync(User) is not { } account) return NotFound();
        db.Act = new(User.Actor(), "CodesPrepared", Act.Account(account.Id));
        if (!account.TwoFactorEnabled) await accounts.ResetAuthenticatorKeyAsync(account);
        return Redirect("/compte/code?etape=cle");
    }

    /// <summary>Enables, after a first code.</summary>
    public async Task<IActionResult> OnPostEnableAsync([FromServices] EnableCodes enable)
    {
        var typed = Request.Form[CodeField].ToString();
        var outcome = await enable.ExecuteAsync(User.AccountId()!.Value, typed, HttpContext.RequestAborted);
        if (outcome.IsDone) Recovery = outcome.Value;
        else if (outcome.Refusal == Refusal.Conflict) return Redirect("/compte/code");
        else await LoadAsync(isKeyShown: true, typed, outcome.Message);
        return Page();
    }

    /// <summary>Disables, after the password or a code.</summary>
    public async Task<IActionResult> OnPostDisableAsync([FromServices] DisableCodes disable)
    {
        var outcome = await disable.ExecuteAsync(User.AccountId()!.Value, Request.Form[ProofField], HttpContext.RequestAborted);
        if (outcome.IsDone) return Redirect("/compte/code");
        await LoadAsync(isKeyShown: false, null, outcome.Message);
        return Page();
    }

    private async Task LoadAsync(bool isKeyShown, string? typed, string? error)
    {
        var account = await accounts.GetUserAsync(User) ?? throw new InvalidOperationException("A session lives without its account.");
        IsEnabled = account.TwoFactorEnabled;
        RecoveryLeft = IsEnabled ? await accounts.CountRecoveryCodesAsync(account) : 0;
        if (!IsEnabled && isKeyShown && await accounts.GetAuthenticatorKeyAsync(account) is { } secret) Key = new(secret, account.Email!);
        var field = IsEnabled
            ? new TextField(ProofField, "Votre mot de passe, ou un code", "Pour être sûrs que c'est bien vous.")
            : new TextField(CodeField, "Code à 6 chiffres") { Value = typed, InputMode = "numeric", Width = "input--width-5", MaxLength = 10, AutoComplete = "one-time-code" };
        Form = new([field], error is null ? [] : [new(field.Name, error)]);
        ViewData["HasErrors"] = error is not null;
    }
}
