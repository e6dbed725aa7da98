using Iness.Casework.Accounts.Agents;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Administration.Agents;

/// <summary>One account of the Région: its role, its invitation, its second factor.</summary>
[Needs(Right.ReadSystem)]
[NeedsToWrite(Right.ManageAccounts)]
[ResponseCache(NoStore = true)]
public sealed class AgentModel(InessDbContext db) : PageModel
{
    /// <summary>Whose.</summary>
    [BindProperty(Name = "compte", SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What has just been done.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>The account.</summary>
    public Casework.Accounts.Account Account { get; private set; } = null!;

    /// <summary>Whether it has codes or a passkey.</summary>
    public bool HasSecondFactor { get; private set; }

    /// <summary>Whether it is one's own.</summary>
    public bool IsOwn => Account.Id == User.AccountId();

    /// <summary>The form of the role.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync()) return NotFound();
        Form = new(AgentForm.Fields(Account.Role.ToString(), Account.Capacity), []);
        return Page();
    }

    /// <summary>Changes the role.</summary>
    public async Task<IActionResult> OnPostAsync([FromServices] ChangeAgentRole change)
    {
        if (!await LoadAsync()) return NotFound();
        var form = new FormReader(Request.Form);
        if (AgentForm.Read(form) is { } chosen && form.Errors.Count == 0)
        {
            var outcome = await change.ExecuteAsync(Id, chosen.Role, chosen.Capacity, User.Actor(), HttpContext.RequestAborted);
            if (outcome.IsDone) return Told($"Le rôle de {Account.FullName} est enregistré.");
            form.Refuse(AgentForm.RoleField, outcome.Message!);
        }

        Form = new(AgentForm.Fields(Request.Form[AgentForm.RoleField], Request.Form[AgentForm.CapacityField]), form.Errors);
        ViewData["HasErrors"] = true;
        return Page();
    }

    /// <summary>Sends another link to somebody who has not used theirs.</summary>
    public async Task<IActionResult> OnPostInviteAsync([FromServices] InviteAgent invite)
    {
        var outcome = await invite.ExecuteAgainAsync(Id, User.Actor(), HttpContext.RequestAborted);
        return outcome.Refusal == Refusal.NotFound ? NotFound() : Told(outcome.Message ?? "Un nouveau lien est parti ; le précédent ne fonctionne plus.");
    }

    /// <summary>Takes off a second factor that was lost.</summary>
    public async Task<IActionResult> OnPostResetAsync([FromServices] ResetSecondFactor reset)
    {
        var outcome = await reset.ExecuteAsync(Id, User.Actor(), HttpContext.RequestAborted);
        return outcome.Refusal == Refusal.NotFound ? NotFound() : Told(outcome.Message ?? "Le second facteur est retiré : l'agent en choisira un autre à sa prochaine connexion.");
    }

    private RedirectResult Told(string news)
    {
        News = news;
        return Redirect($"/administration/comptes/{Id}");
    }

    private async Task<bool> LoadAsync()
    {
        if (await db.Users.AsNoTracking().OfAgents().SingleOrDefaultAsync(found => found.Id == Id && found.ClosedAt == null, HttpContext.RequestAborted) is not { } account) return false;
        Account = account;
        HasSecondFactor = account.TwoFactorEnabled || await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(key => key.UserId == Id, HttpContext.RequestAborted);
        return true;
    }
}
