using Iness.Casework.Accounts;
using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Account;

/// <summary>Changing one's name.</summary>
[ResponseCache(NoStore = true)]
public sealed class NameModel(InessDbContext db, ChangeName change, RenewCookie renew) : PageModel
{
    private const string GivenName = "prenom";
    private const string FamilyName = "nom";

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>Shows the name.</summary>
    public async Task OnGetAsync()
    {
        var account = await db.Users.AsNoTracking().SingleAsync(found => found.Id == User.AccountId(), HttpContext.RequestAborted);
        Form = new(Fields(account.GivenName, account.FamilyName), []);
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        var (given, family) = (PersonName.Read(form, GivenName, "votre prénom"), PersonName.Read(form, FamilyName, "votre nom"));
        if (given is not null && family is not null)
        {
            var outcome = await change.ExecuteAsync(User.Actor(), given, family, HttpContext.RequestAborted);
            if (outcome.IsDone)
            {
                await renew.ExecuteAsync(outcome.Value);
                return Redirect("/compte?avis=nom");
            }

            form.Refuse(GivenName, outcome.Message!);
        }

        Form = new(Fields(Request.Form[GivenName], Request.Form[FamilyName]), form.Errors);
        ViewData["HasErrors"] = true;
        return Page();
    }

    private static IReadOnlyList<Field> Fields(string? given, string? family) =>
        [PersonName.Field(GivenName, "Prénom", given, "given-name"), PersonName.Field(FamilyName, "Nom", family, "family-name")];
}
