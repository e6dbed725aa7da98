using Iness.Web.Accounts;
using Iness.Web.Accounts.Passkeys;
using Iness.Web.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Iness.Web.Pages.Account.Passkeys;

/// <summary>The passkeys of one's account.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(SignInManager<Casework.Accounts.Account> ceremonies) : PageModel
{
    private const string NewName = "nom";
    private (string Id, string? Typed, string Error)? refused;

    /// <summary>The keys, the oldest first.</summary>
    public IReadOnlyList<UserPasskeyInfo> Keys { get; private set; } = [];

    /// <summary>What is wrong on the page.</summary>
    public FormView Summary { get; private set; } = new([], []);

    /// <summary>The form of a new key.</summary>
    public FormView NewKey => refused is { Id: NewName } one ? new([NewField(one.Typed)], [new(NewName, one.Error)]) : new([NewField(null)], []);

    /// <summary>Reads them.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>What the browser is to make a key for.</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        if (await ceremonies.UserManager.GetUserAsync(User) is not { } account) return NotFound();
        var options = await ceremonies.MakePasskeyCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.FullName });
        return Content(options, "application/json");
    }

    /// <summary>Keeps the key it made.</summary>
    public async Task<IActionResult> OnPostAddAsync([FromForm(Name = "cle")] string? credential, [FromForm(Name = NewName)] string? name, [FromServices] AddPasskey add) =>
        await AfterAsync(await add.ExecuteAsync(User.AccountId()!.Value, credential, name), NewName, name);

    /// <summary>Renames a key.</summary>
    public async Task<IActionResult> OnPostRenameAsync([FromForm(Name = "cle")] string? id, [FromServices] RenamePasskey rename)
    {
        var typed = Request.Form[FieldOf(id ?? "")].ToString();
        return Read(id) is { } key ? await AfterAsync(await rename.ExecuteAsync(User.AccountId()!.Value, key, typed), id!, typed) : NotFound();
    }

    /// <summary>Takes a key off.</summary>
    public async Task<IActionResult> OnPostRemoveAsync([FromForm(Name = "cle")] string? id, [FromServices] RemovePasskey remove) =>
        Read(id) is { } key ? await AfterAsync(await remove.ExecuteAsync(User.AccountId()!.Value, key), id!, null) : NotFound();

    /// <summary>The form that renames a key.</summary>
    public FormView FormOf(UserPasskeyInfo key)
    {
        var id = WebEncoders.Base64UrlEncode(key.CredentialId);
        return refused is { } one && one.Id == id ? new([NameField(id, one.Typed)], [new(FieldOf(id), one.Error)]) : new([NameField(id, key.Name)], []);
    }

    private static string FieldOf(string id) => $"nom-{id}";

    private static TextField NameField(string id, string? value) => new(FieldOf(id), "Nom de la clé") { Value = value, MaxLength = AddPasskey.LongestName, Width = "input--width-20" };

    private static TextField NewField(string? value) =>
        new(NewName, "Nom de la clé (facultatif)", "Pour la reconnaître, par exemple « téléphone » ou « ordinateur du bureau ».") { Value = value, MaxLength = AddPasskey.LongestName, Width = "input--width-20" };

    private static byte[]? Read(string? id)
    {
        try
        {
            return string.IsNullOrEmpty(id) ? null : WebEncoders.Base64UrlDecode(id);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async Task<IActionResult> AfterAsync(Outcome outcome, string id, string? typed)
    {
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (outcome.IsDone) return RedirectToPage();
        refused = (id, typed, outcome.Message!);
        Summary = new([], [new(id == NewName ? NewName : FieldOf(id), outcome.Message!)]);
        ViewData["HasErrors"] = true;
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync() =>
        Keys = await ceremonies.UserManager.GetUserAsync(User) is { } account ? [.. (await ceremonies.UserManager.GetPasskeysAsync(account)).OrderBy(key => key.CreatedAt)] : [];
}
