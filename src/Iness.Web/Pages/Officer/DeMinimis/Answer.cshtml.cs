using Iness.Casework.Persistence;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.DeMinimis;

/// <summary>What the national register answered of one declaration.</summary>
[Needs(Right.DeclareAid)]
[ResponseCache(NoStore = true)]
public sealed class AnswerModel(InessDbContext db, AnswerDeclaration answer) : PageModel
{
    private const string Result = "resultat";
    private const string Reference = "reference";
    private const string Reason = "motif";
    private const string Version = "version";
    private static readonly Choice[] Results = [new("confirmee", "Le registre a pris la déclaration"), new("refusee", "Le registre l'a refusée", "Elle sera transmise de nouveau.")];

    /// <summary>The declaration.</summary>
    public DeclarationRow Row { get; private set; } = null!;

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>Asks for it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid declaration)
    {
        if (!await ReadAsync(declaration)) return NotFound();
        Form = new(Fields(null, null, null), []);
        return Page();
    }

    /// <summary>Notes it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid declaration)
    {
        if (!await ReadAsync(declaration)) return NotFound();
        var form = new FormReader(Request.Form);
        var result = form.Choice(Result, Results, "Choisissez ce que le registre a répondu.");
        var reference = form.Text(Reference, AnswerDeclaration.LongestReference);
        var reason = form.Text(Reason, AnswerDeclaration.LongestReason);
        if (result == Results[1].Value && reason is null && form.Errors.Count == 0) form.Refuse(Reason, "Indiquez pourquoi le registre a refusé la déclaration.");
        if (form.Errors.Count == 0)
        {
            _ = int.TryParse(form.Values.GetValueOrDefault(Version), out var version);
            var outcome = await answer.ExecuteAsync(declaration, version, new(result == Results[0].Value, reference, reason), User.Actor(), HttpContext.RequestAborted);
            if (outcome.IsDone)
            {
                TempData["News"] = $"{Row.Number} : la réponse du registre est notée.";
                return Redirect("/de-minimis?etat=transmises");
            }

            form.Refuse(Result, outcome.Message!);
        }

        db.ChangeTracker.Clear();
        await ReadAsync(declaration);
        Form = new(Fields(form.Values.GetValueOrDefault(Result), form.Values.GetValueOrDefault(Reference), form.Values.GetValueOrDefault(Reason)), form.Errors);
        ViewData["HasErrors"] = true;
        return Page();
    }

    private Field[] Fields(string? result, string? reference, string? reason) =>
    [
        new HiddenField(Version, $"{Row.Declaration.Version}"),
        new RadiosField(Result, "Réponse", Results) { Value = result },
        new TextField(Reference, "Référence au registre (facultatif)") { Value = reference, MaxLength = AnswerDeclaration.LongestReference, Width = "input--width-20", ShownWhen = $"{Result}=confirmee" },
        new TextAreaField(Reason, "Motif du refus", "En cas de refus, ce que dit le registre.") { Value = reason, Rows = 3, MaxLength = AnswerDeclaration.LongestReason, ShownWhen = $"{Result}=refusee" },
    ];

    private async Task<bool> ReadAsync(Guid id)
    {
        if (await db.AidDeclarations.Where(found => found.Id == id).Rows(db).SingleOrDefaultAsync(HttpContext.RequestAborted) is not { } row) return false;
        Row = row;
        return true;
    }
}
