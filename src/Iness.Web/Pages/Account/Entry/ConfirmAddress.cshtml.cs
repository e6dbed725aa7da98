using Iness.Casework.Accounts;
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

    /// <summary>Shows the button.</summary>
    public async Task OnGetAsync() => Works = await confirm.CanAsync(AccountId, Code);

    /// <summary>Confirms.</summary>
    public async Task<IActionResult> OnPostAsync() =>
        (await confirm.ExecuteAsync(AccountId, Code)).IsDone ? LocalRedirect(Towards("/connexion?avis=adresse")) : Page();
}
