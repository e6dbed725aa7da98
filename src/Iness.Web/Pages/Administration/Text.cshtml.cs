using Iness.Casework.Decisions;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Iness.Web.Deciding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Administration;

/// <summary>One editable text: its versions, a preview, and a new version.</summary>
[Needs(Right.ManageTexts)]
[ResponseCache(NoStore = true)]
public sealed class TextModel(InessDbContext db, SaveLetterText save) : PageModel
{
    private const string Introduction = "introduction";
    private const string Closing = "fin";
    private const string Seen = "version";
    private DecisionKind kind;

    /// <summary>What was done just before, told once.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>Name of the letter in its address.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The fields it may hold.</summary>
    public IReadOnlyList<(string Name, string Meaning)> Known => MergeFields.Of(kind);

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>What was typed, with its fields filled; null until asked for.</summary>
    public (IEnumerable<string> Introduction, IEnumerable<string> Closing)? Preview { get; private set; }

    /// <summary>The versions, the latest first, then the program's own text.</summary>
    public IReadOnlyList<LetterVersion> Versions { get; private set; } = [];

    /// <inheritdoc/>
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var found = EditableLetters.All.FirstOrDefault(letter => letter.Slug == (string?)RouteData.Values["slug"]);
        if (found.Slug is null)
        {
            context.Result = NotFound();
            return;
        }

        (Slug, kind, Title) = found;
        await next();
    }

    /// <summary>Shows the text as it stands.</summary>
    public async Task OnGetAsync()
    {
        var latest = await db.LatestTextAsync(kind, HttpContext.RequestAborted);
        var body = latest is null ? LetterTextBody.Of(kind) : LetterTextBody.Parse(latest.Body);
        await ShowAsync(body, latest?.Number ?? 0, []);
    }

    /// <summary>Adds a version.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var (body, seen) = Typed();
        var outcome = await save.ExecuteAsync(kind, body, seen, User.Actor(), HttpContext.RequestAborted);
        if (!outcome.IsDone)
        {
            await ShowAsync(body, seen, [new(Introduction, outcome.Message!)]);
            return Page();
        }

        News = "La nouvelle version est enregistrée : les prochains courriers l'emploient.";
        return Redirect($"/administration/textes/{Slug}");
    }

    /// <summary>Shows what was typed as a letter would.</summary>
    public async Task<IActionResult> OnPostPreviewAsync()
    {
        var (body, seen) = Typed();
        var wrong = SaveLetterText.WhyNot(kind, body);
        if (wrong.IsDone) Preview = (Filled(body.Introduction), Filled(body.Closing));
        await ShowAsync(body, seen, wrong.IsDone ? [] : [new(Introduction, wrong.Message!)]);
        return Page();
    }

    private static IEnumerable<string> Filled(string text) => LetterTextBody.ParagraphsOf(MergeFields.Fill(text, EditableLetters.Sample));

    private (LetterTextBody Body, int Seen) Typed() =>
        (new(Request.Form[Introduction].ToString().ReplaceLineEndings("\n").Trim(), Request.Form[Closing].ToString().ReplaceLineEndings("\n").Trim()), int.TryParse(Request.Form[Seen], out var seen) ? seen : -1);

    private static Field[] Fields(LetterTextBody body) =>
    [
        new TextAreaField(Introduction, "Introduction", "Une ligne vide sépare deux paragraphes.") { Value = body.Introduction, Rows = 8 },
        new TextAreaField(Closing, "Fin du courrier (facultatif)", "Juste avant le nom et la qualité de l'auteur.") { Value = body.Closing, Rows = 5 },
    ];

    private async Task ShowAsync(LetterTextBody body, int seen, IReadOnlyList<FieldError> errors)
    {
        Versions = await LetterVersions.ReadAsync(db, kind, HttpContext.RequestAborted);
        Form = new([new HiddenField(Seen, $"{seen}"), .. Fields(body)], errors);
        ViewData["HasErrors"] = errors.Count > 0;
    }
}
