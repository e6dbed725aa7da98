using Iness.Casework.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Account.Entry;

/// <summary>What the link of the confirmation mail opens. Mail programs open links by themselves: nothing is confirmed before the button is pressed.</summary>
public sealed class ConfirmAddressModel(ConfirmAddress confirm) : EntryPage
{
    /// <summary>The account of the link.</summary>
    [BindProperty(Name = "compte", SupportsGet = true)]
    public Guid AccountId { get; set; }

    /// <summary>Its code.</summary>
    [BindProperty(Name = "code", SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Whether the link works.</summary>
    public bool Works { get; private set; }

    private static IReadOnlyList<Field> Fields => [new PasswordField(PasswordName, "Mot de passe choisi à l'inscription")];

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync()
    {
        Form = new(Fields, []);
        Works = await confirm.CanAsync(AccountId, Code);
    }

    /// <summary>Confirms.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var confirmed = await confirm.ExecuteAsync(AccountId, Code, Request.Form[PasswordName].ToString());
        if (confirmed.IsDone) return LocalRedirect(Towards("/connexion?avis=adresse"));
        Works = confirmed.Refusal == Refusal.Invalid;
        return Works ? Again(Fields, [new(PasswordName, confirmed.Message!)]) : Page();
    }
}
