using Iness.Casework.Applications;
using Iness.Casework.Persistence;
using Iness.Web.Applying;
using Iness.Web.Applying.Items;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>One line of a list: a cost, an aid, a linked undertaking.</summary>
public sealed class ItemModel(InessDbContext db, SaveAnswers save, ChooseAnswer choose, RemoveItem remove, TimeProvider time) : ApplicationPage(db)
{
    private const string Add = "ajouter";

    /// <summary>The list.</summary>
    public ItemList List { get; private set; } = null!;

    /// <summary>Identifier of the line.</summary>
    public string Item { get; private set; } = "";

    /// <summary>Its form.</summary>
    public AnswerForm Form { get; private set; } = null!;

    /// <summary>Where the list is.</summary>
    public string Back => $"{Root}/{List.Section}";

    /// <summary>Whether anything of the line is saved yet.</summary>
    public bool Exists => Facts.Sheet.ItemsOf(List.Slug).Contains(Item);

    private string Prefix => List.Prefix(Item);

    private bool IsOneTooMany => !Exists && Facts.Sheet.ItemsOf(List.Slug).Count >= List.Most;

    private string TooMany => $"Cette liste compte {List.Most} lignes au plus : celle-ci n'est pas enregistrée. Regroupez celles qui se ressemblent.";

    /// <inheritdoc/>
    [NonHandler]
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        Item = (string)RouteData.Values["ligne"]!;
        if (ApplicationForm.FindList((string)RouteData.Values["list"]!) is not { } list || !ItemList.IsId(Item))
        {
            context.Result = NotFound();
            return Task.CompletedTask;
        }

        List = list;
        return base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>The form as it was left; « ajouter » gives a new line an address of its own.</summary>
    public async Task<IActionResult> OnGetAsync(bool verifier = false)
    {
        if (Item == Add) return Redirect($"{Root}/{List.Slug}/{ItemList.NewId(time)}");
        await ShowAsync(verifier);
        return Page();
    }

    /// <summary>Saves, then goes back to the list, or says what is wrong.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (IsOneTooMany) return await AgainAsync([new(List.Fields(Facts.Sheet.Under(Prefix), Application.CreatedOn)[0].Name, TooMany)], Given);
        var saved = await SaveAsync();
        if (!saved.IsDone) return Refused(saved.Message, saved.Refusal);
        if (saved.Value.NotKept.Count > 0) return await AgainAsync(saved.Value.Errors(Prefix), saved.Value.Among(Given));
        if (saved.Value.Conflicts.Count > 0) return Redirect($"{Root}/{List.Slug}/{Item}");
        if (Request.Form.ContainsKey("liste")) return Redirect(Back);
        await LoadAsync(Application.Id);
        if (Errors.Count == 0) return Redirect(Request.Form.ContainsKey("encore") ? $"{Root}/{List.Slug}/{Add}" : Back);
        await ShowAsync(withErrors: true);
        return Page();
    }

    /// <summary>Saves as the person types, for the script.</summary>
    public async Task<IActionResult> OnPostSaveAsync() =>
        AutoSave.Answer(IsOneTooMany ? Casework.Outcome.Refused(Casework.Refusal.Invalid, TooMany) : await SaveAsync(), Given, Prefix);

    /// <summary>Settles an answer that has two values.</summary>
    public async Task<IActionResult> OnPostChooseAsync(string champ, bool autre)
    {
        var chosen = await choose.ExecuteAsync(Application.Id, List.Section, champ, autre, Me, HttpContext.RequestAborted);
        return chosen.IsDone ? Redirect($"{Root}/{List.Slug}/{Item}") : Refused(chosen.Message, chosen.Refusal);
    }

    /// <summary>Takes the line out.</summary>
    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var removed = await remove.ExecuteAsync(Application.Id, List.Section, Prefix, Given, Me, HttpContext.RequestAborted);
        return removed.IsDone ? Redirect(Back) : Refused(removed.Message, removed.Refusal);
    }

    private IReadOnlyList<Components.FieldError> Errors => List.Check(Facts.Sheet.Under(Prefix), Application.CreatedOn);

    private IReadOnlyList<GivenAnswer> Given => FormAnswers.Read(List, Item, Request.Form);

    private Task<Casework.Outcome<SavedAnswers>> SaveAsync() =>
        save.ExecuteAsync(Application.Id, List.Section, Me, Given, HttpContext.RequestAborted);

    private async Task<PageResult> AgainAsync(IReadOnlyList<Components.FieldError> errors, IReadOnlyList<GivenAnswer> notKept)
    {
        await LoadAsync(Application.Id);
        Form = await AgainAsync(facts => List.Fields(facts.Sheet.Under(Prefix), Application.CreatedOn), errors, Prefix, notKept);
        return Page();
    }

    private async Task ShowAsync(bool withErrors) =>
        Form = await FormAsync(List.Fields(Facts.Sheet.Under(Prefix), Application.CreatedOn), withErrors ? Errors : [], Prefix);
}
