using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Iness.Web.Applying;
using Iness.Web.Applying.Sections;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>One part of the application. What is typed is saved as it is; what is wrong with it is said.</summary>
public sealed class SectionModel(InessDbContext db, SaveAnswers save, ChooseAnswer choose, ConfirmSection confirm) : ApplicationPage(db)
{
    /// <summary>The part.</summary>
    public Section Section { get; private set; } = null!;

    /// <summary>Its form.</summary>
    public AnswerForm Form { get; private set; } = null!;

    /// <summary>What the Région asks about this part, and waits for.</summary>
    public IReadOnlyList<MissingItemsRequest> Asked { get; private set; } = [];

    /// <summary>Where to go on: the part after this one, or the follow-up when only some parts were asked again.</summary>
    public string Next => Application.Status == FileStatus.Incomplete ? $"{Root}/suivi#attendu" : ApplicationForm.Sections.SkipWhile(section => section != Section).Skip(1).FirstOrDefault() is { } next
        ? $"{Root}/{next.Slug}"
        : $"{Root}/{ApplicationForm.Documents}";

    /// <inheritdoc/>
    [NonHandler]
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (ApplicationForm.Find((string)RouteData.Values["slug"]!) is not { } section)
        {
            context.Result = NotFound();
            return Task.CompletedTask;
        }

        Section = section;
        return base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>The form as it was left; with its errors when asked to check.</summary>
    public Task OnGetAsync(bool verifier = false) => ShowAsync(verifier);

    /// <summary>Saves, then goes on, or says what is wrong.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var saved = await SaveAsync();
        if (!saved.IsDone) return Refused(saved.Message, saved.Refusal);
        if (saved.Value.NotKept.Count > 0) return await AgainAsync(saved.Value);
        if (saved.Value.Conflicts.Count > 0) return Redirect($"{Root}/{Section.Slug}");
        if (Request.Form.ContainsKey("liste")) return Redirect(Root);
        await LoadAsync(Application.Id);
        if (Section.Check(Facts).Count == 0) return Redirect(Next);
        await ShowAsync(withErrors: true);
        return Page();
    }

    /// <summary>Saves, then opens a new line of a list.</summary>
    public async Task<IActionResult> OnPostAddAsync(string list)
    {
        var saved = await SaveAsync();
        if (!saved.IsDone) return Refused(saved.Message, saved.Refusal);
        if (saved.Value.NotKept.Count > 0) return await AgainAsync(saved.Value);
        return Section.Lists.Any(known => known.Slug == list) ? Redirect($"{Root}/{list}/ajouter") : NotFound();
    }

    /// <summary>Saves, then stands by the answers as they are.</summary>
    public async Task<IActionResult> OnPostConfirmAsync()
    {
        var saved = await SaveAsync();
        if (!saved.IsDone) return Refused(saved.Message, saved.Refusal);
        if (saved.Value.NotKept.Count > 0) return await AgainAsync(saved.Value);
        if (saved.Value.Conflicts.Count > 0) return Redirect($"{Root}/{Section.Slug}");
        var confirmed = await confirm.ExecuteAsync(Application.Id, Section.Slug, Me, HttpContext.RequestAborted);
        return confirmed.IsDone ? Redirect(Next) : Refused(confirmed.Message, confirmed.Refusal);
    }

    /// <summary>Saves as the person types, for the script.</summary>
    public async Task<IActionResult> OnPostSaveAsync() => AutoSave.Answer(await SaveAsync(), Given, "");

    /// <summary>Settles an answer that has two values.</summary>
    public async Task<IActionResult> OnPostChooseAsync(string champ, bool autre)
    {
        var chosen = await choose.ExecuteAsync(Application.Id, Section.Slug, champ, autre, Me, HttpContext.RequestAborted);
        return chosen.IsDone ? Redirect($"{Root}/{Section.Slug}") : Refused(chosen.Message, chosen.Refusal);
    }

    private IReadOnlyList<GivenAnswer> Given => FormAnswers.Read(Section, Request.Form);

    private Task<Casework.Outcome<SavedAnswers>> SaveAsync() =>
        save.ExecuteAsync(Application.Id, Section.Slug, Me, Given, HttpContext.RequestAborted);

    private async Task<PageResult> AgainAsync(SavedAnswers saved)
    {
        await LoadAsync(Application.Id);
        await ShowAsync(withErrors: false);
        Form = await AgainAsync(Section.Fields, saved.Errors(""), "", saved.Among(Given));
        return Page();
    }

    private async Task ShowAsync(bool withErrors)
    {
        Form = await FormAsync(Section.Fields(Facts), withErrors ? Section.Check(Facts) : [], "");
        if (Application.Status == FileStatus.Incomplete) Asked = await Db.AskedAboutAsync(Application.Id, Section.Slug, HttpContext.RequestAborted);
    }
}
