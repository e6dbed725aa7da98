using Iness.Casework.Control;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Officer.Control;

/// <summary>The lead officer draws a sample of paid files.</summary>
[Needs(Right.DrawSamples)]
[ResponseCache(NoStore = true)]
public sealed class DrawModel(DrawSample draw, TimeProvider time) : PageModel
{
    private const string Name = "nom";
    private const string From = "du";
    private const string Until = "au";
    private const string Size = "nombre";

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new(Fields(new([])), []);

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
    }

    /// <summary>Draws.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        var name = form.Required(Name, DrawSample.LongestName, "Donnez un nom au tirage.");
        var from = form.Date(From, "Indiquez le premier jour.", time.Today());
        var until = form.Date(Until, "Indiquez le dernier jour.", time.Today());
        var size = form.Integer(Size, $"Indiquez combien de dossiers tirer, de 1 à {DrawSample.Most}.", 1, DrawSample.Most);
        if (form.Errors.Count == 0)
        {
            var drawn = await draw.ExecuteAsync(name!, from!.Value, until!.Value, size!.Value, User.Actor(), HttpContext.RequestAborted);
            if (drawn.IsDone) return Redirect($"/controles/{drawn.Value}");
            form.Refuse(drawn.Message!.StartsWith("Le dernier jour", StringComparison.Ordinal) ? Until : Size, drawn.Message);
        }

        Form = new(Fields(form), form.Errors);
        ViewData["HasErrors"] = true;
        return Page();
    }

    private static Field[] Fields(FormReader form)
    {
        string? Of(string name) => form.Values.GetValueOrDefault(name);
        (string?, string?, string?) Day(string name) => (Of(name + "-jour"), Of(name + "-mois"), Of(name + "-annee"));
        return
        [
            new TextField(Name, "Nom du tirage", "Par exemple « Contrôle 2026, second semestre ».") { Value = Of(Name), MaxLength = DrawSample.LongestName },
            new DateField(From, "Dossiers payés à partir du") { Value = Day(From) },
            new DateField(Until, "Jusqu'au") { Value = Day(Until) },
            new TextField(Size, "Nombre de dossiers à tirer") { Value = Of(Size), InputMode = "numeric", Width = "input--width-4" },
        ];
    }
}
