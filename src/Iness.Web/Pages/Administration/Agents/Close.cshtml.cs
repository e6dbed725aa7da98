using Iness.Casework.Accounts.Agents;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Administration.Agents;

/// <summary>Closes an account of the Région, after saying what becomes of the files in its hands.</summary>
[Needs(Right.ManageAccounts)]
[ResponseCache(NoStore = true)]
public sealed class CloseModel(InessDbContext db, CloseAgentAccount close) : PageModel
{
    private const string Confirmation = "confirmation";

    /// <summary>Whose.</summary>
    [BindProperty(Name = "compte", SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What has just been done, told by the list.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>The name.</summary>
    public string FullName { get; private set; } = "";

    /// <summary>How many files are in its hands.</summary>
    public int FileCount { get; private set; }

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync()) return NotFound();
        Form = new(Fields(isTicked: false), []);
        return Page();
    }

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync()) return NotFound();
        var isTicked = Request.Form[Confirmation] == "oui";
        var outcome = isTicked ? await close.ExecuteAsync(Id, User.Actor(), HttpContext.RequestAborted) : Outcome.Refused(Refusal.Invalid, "Cochez la case pour fermer ce compte.");
        if (outcome.IsDone)
        {
            News = $"Le compte de {FullName} est fermé.";
            return Redirect("/administration/comptes");
        }

        Form = new(Fields(isTicked), [new(Confirmation, outcome.Message!)]);
        ViewData["HasErrors"] = true;
        return Page();
    }

    private static IReadOnlyList<Field> Fields(bool isTicked) =>
        [new CheckboxesField(Confirmation, "Confirmation", [new("oui", "Je ferme ce compte pour toujours")]) { Values = isTicked ? ["oui"] : [] }];

    private async Task<bool> LoadAsync()
    {
        if (await db.Users.AsNoTracking().OfAgents().SingleOrDefaultAsync(found => found.Id == Id && found.ClosedAt == null, HttpContext.RequestAborted) is not { } account) return false;
        FullName = account.FullName;
        FileCount = await db.Applications.InHandsOf(Id).CountAsync(HttpContext.RequestAborted);
        return true;
    }
}
