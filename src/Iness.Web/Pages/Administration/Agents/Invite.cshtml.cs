using Iness.Casework.Accounts.Agents;
using Iness.Casework.Mail;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Iness.Web.Pages.Account;
using Iness.Web.Pages.Account.Entry;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Administration.Agents;

/// <summary>Invites an agent.</summary>
[Needs(Right.ManageAccounts)]
[ResponseCache(NoStore = true)]
public sealed class InviteModel(InviteAgent invite) : PageModel
{
    private const string GivenName = "prenom";
    private const string FamilyName = "nom";

    /// <summary>What has just been done, told by the list.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>Shows it.</summary>
    public void OnGet() => Form = new(Fields(null, null, null, null, null), []);

    /// <summary>Invites.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        var (given, family) = (PersonName.Read(form, GivenName, "son prénom"), PersonName.Read(form, FamilyName, "son nom"));
        var email = EntryPage.ReadEmail(form, "son adresse");
        if (AgentForm.Read(form) is { } chosen && form.Errors.Count == 0)
        {
            var outcome = await invite.ExecuteAsync(new(email!, given!, family!, chosen.Role, chosen.Capacity), User.Actor(), HttpContext.RequestAborted);
            if (outcome.IsDone)
            {
                News = $"L'invitation est partie à {email}. Son lien fonctionne jusqu'au {outcome.Value.Until.InWords()}.";
                return Redirect("/administration/comptes");
            }

            form.Refuse(EntryPage.EmailName, outcome.Message!);
        }

        Form = new(Fields(Request.Form[GivenName], Request.Form[FamilyName], Request.Form[EntryPage.EmailName], Request.Form[AgentForm.RoleField], Request.Form[AgentForm.CapacityField]), form.Errors);
        ViewData["HasErrors"] = true;
        return Page();
    }

    private static IReadOnlyList<Field> Fields(string? given, string? family, string? email, string? role, string? capacity) =>
    [
        PersonName.Field(GivenName, "Prénom", given, "off"),
        PersonName.Field(FamilyName, "Nom", family, "off"),
        new TextField(EntryPage.EmailName, "Adresse électronique professionnelle") { Value = email, Type = "email", InputMode = "email", MaxLength = EmailAddress.Longest },
        .. AgentForm.Fields(role, capacity),
    ];
}
