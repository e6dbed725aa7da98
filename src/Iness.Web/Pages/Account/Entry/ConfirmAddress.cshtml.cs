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

    /// <summary>What the link is good for.</summary>
    public ConfirmationLink Link { get; private set; }

    private static IReadOnlyList<Field> Fields => [new PasswordField(PasswordName, "Mot de passe choisi à l'inscription")];

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync()
    {
        Form = new(Fields, []);
        Link = await confirm.LookAsync(AccountId, Code);
    }

    /// <summary>Confirms.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var confirmed = await confirm.ExecuteAsync(AccountId, Code, Request.Form[PasswordName].ToString());
        if (confirmed.IsDone) return LocalRedirect(Towards("/connexion?avis=adresse"));
        if (confirmed.Refusal != Refusal.Invalid) return Page();
        Link = ConfirmationLink.Works;
        return Again(Fields, [new(PasswordName, confirmed.Message!)]);
    }
}
