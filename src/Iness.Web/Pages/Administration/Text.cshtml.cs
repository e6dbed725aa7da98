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
[Needs(Right.ReadSystem)]
[NeedsToWrite(Right.ManageTexts)]
[ResponseCache(NoStore = true)]
public sealed class TextModel(InessDbContext db, SaveLetterText save) : PageModel
{
    private const string Introduction = "introduction";
    private const string Closing = "fin";
    private const string Seen = "version";

    // Values that stand for those of a real file in a preview.
    private static readonly Dictionary<string, string> Sample = new(StringComparer.Ordinal)
    {
        ["numero"] = "INESS-2026-000123",
        ["structure"] = "Association d'exemple",
        ["projet"] = "Vendre en ligne",
        ["date_depot"] = "2 mars 2026",
        ["date_decision"] = "27 avril 2026",
        ["date_limite"] = "15 avril 2026",
        ["montant"] = "2 400 €",
        ["date_limite_versement"] = "27 octobre 2027",
    };

    /// <summary>What was done just before, told once.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>Which text.</summary>
    public EditableText Text { get; private set; } = null!;

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
        if (EditableText.All.FirstOrDefault(text => text.Slug == (string?)RouteData.Values["slug"]) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        Text = found;
        await next();
    }

    /// <summary>Shows the text as it stands.</summary>
    public async Task OnGetAsync()
    {
        var latest = await db.LatestTextAsync(Text, HttpContext.RequestAborted);
        var body = latest is null ? Text.Original : LetterTextBody.Parse(latest.Body);
        await ShowAsync(body, latest?.Number ?? 0, []);
    }

    /// <summary>Adds a version.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var (body, seen) = Typed();
        var outcome = await save.ExecuteAsync(Text, body, seen, User.Actor(), HttpContext.RequestAborted);
        if (!outcome.IsDone)
        {
            await ShowAsync(body, seen, [new(Introduction, outcome.Message!)]);
            return Page();
        }

        News = "La nouvelle version est enregistrée : elle sert désormais.";
        return Redirect($"/administration/textes/{Text.Slug}");
    }

    /// <summary>Shows what was typed as a letter would.</summary>
    public async Task<IActionResult> OnPostPreviewAsync()
    {
        var (body, seen) = Typed();
        var wrong = SaveLetterText.WhyNot(Text, body);
        if (wrong.IsDone) Preview = (Filled(body.Introduction), Filled(body.Closing));
        await ShowAsync(body, seen, wrong.IsDone ? [] : [new(Introduction, wrong.Message!)]);
        return Page();
    }

    private static IEnumerable<string> Filled(string text) => LetterTextBody.ParagraphsOf(MergeFields.Fill(text, Sample));

    private (LetterTextBody Body, int Seen) Typed() =>
        (new(Request.Form[Introduction].ToString().ReplaceLineEndings("\n").Trim(), Request.Form[Closing].ToString().ReplaceLineEndings("\n").Trim()), int.TryParse(Request.Form[Seen], out var seen) ? seen : -1);

    private Field[] Fields(LetterTextBody body) =>
    [
        new TextAreaField(Introduction, Text.IsMessage ? "Message" : "Introduction", "Une ligne vide sépare deux paragraphes.") { Value = body.Introduction, Rows = 8 },
        .. Text.IsMessage ? (Field[])[] : [new TextAreaField(Closing, "Fin du courrier (facultatif)", "À la fin, avec le nom de l'agent ou de l'auteur.") { Value = body.Closing, Rows = 5 }],
    ];

    private async Task ShowAsync(LetterTextBody body, int seen, IReadOnlyList<FieldError> errors)
    {
        Versions = await LetterVersions.ReadAsync(db, Text, HttpContext.RequestAborted);
        Form = new([new HiddenField(Seen, $"{seen}"), .. Fields(body)], errors);
        ViewData["HasErrors"] = errors.Count > 0;
    }
}
