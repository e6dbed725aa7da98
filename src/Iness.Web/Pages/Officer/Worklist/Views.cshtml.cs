using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Review.Worklist;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Worklist;

/// <summary>One's own views of the list: keeps one, deletes one.</summary>
[Needs(Right.ReadFiles)]
[ResponseCache(NoStore = true)]
public sealed class ViewsModel(InessDbContext db, SaveView save, DeleteView delete) : PageModel
{
    private const string NameField = "nom";

    /// <summary>The view sent and not kept: what it searches; null when none was sent.</summary>
    public WorklistAddress? Sent { get; private set; }

    /// <summary>Its name, and what is wrong with it.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>The views.</summary>
    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    private Guid Me => User.AccountId()!.Value;

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() =>
        Views = await db.SavedViews.AsNoTracking().Where(view => view.AccountId == Me).OrderBy(view => view.Name).ToListAsync(HttpContext.RequestAborted);

    /// <summary>Keeps one.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        // Written again as the list writes it: nothing but what it knows is kept.
        var sent = WorklistAddress.Parse(Request.Form["requete"], Me);
        var form = new FormReader(Request.Form);
        var name = form.Required(NameField, SaveView.LongestName, "Donnez un nom à cette vue.");
        if (name is not null && name.Any(char.IsControl)) form.Refuse(NameField, "Écrivez ce nom sur une ligne, sans caractère spécial.");
        if (sent.Query.Length == 0) form.Refuse(NameField, "Choisissez d'abord des filtres dans la liste des dossiers.");
        if (form.Errors.Count == 0 && await save.ExecuteAsync(Me, name!, sent.Query, HttpContext.RequestAborted) is { IsDone: false } refused) form.Refuse(NameField, refused.Message!);
        if (form.Errors.Count == 0) return Redirect(sent.Address);
        Sent = sent;
        Form = new([new TextField(NameField, "Nom de la vue") { Value = form.Values.GetValueOrDefault(NameField).ToString(), MaxLength = SaveView.LongestName, Width = "input--width-20" }], form.Errors);
        ViewData["HasErrors"] = true;
        await OnGetAsync();
        return Page();
    }

    /// <summary>Deletes one.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(Guid vue) =>
        (await delete.ExecuteAsync(Me, vue, HttpContext.RequestAborted)).Refusal == Refusal.NotFound ? NotFound() : Redirect("/dossiers/vues");
}
