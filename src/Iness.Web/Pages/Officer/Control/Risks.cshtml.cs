using Iness.Casework.Control;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Officer.Control;

/// <summary>The paid files that risk rules point at, each with why; a control is opened from here.</summary>
[Needs(Right.ReadFiles)]
[NeedsToWrite(Right.Control)]
[ResponseCache(NoStore = true)]
public sealed class RisksModel(InessDbContext db, OpenControl open, TimeProvider time) : PageModel
{
    private const string FromField = "du";
    private const string UntilField = "au";

    /// <summary>What was done just before, told once.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>The files.</summary>
    public IReadOnlyList<RiskyFile> Files { get; private set; } = [];

    /// <summary>First day of payment.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day of payment.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>The form of the two days.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>The two days, in an address.</summary>
    public string Query => $"du-jour={From.Day}&du-mois={From.Month}&du-annee={From.Year}&au-jour={Until.Day}&au-mois={Until.Month}&au-annee={Until.Year}";

    /// <summary>Reads them: those of the last twelve months unless told otherwise.</summary>
    public async Task OnGetAsync()
    {
        var form = new FormReader(Request.Query);
        var (from, until) = (form.Date(FromField, null), form.Date(UntilField, null));
        (From, Until) = (from ?? time.Today().AddYears(-1), until ?? time.Today());
        if (From > Until) form.Refuse(UntilField, "Le dernier jour ne peut pas précéder le premier.");
        var isTyped = form.Errors.Count > 0;
        Form = new([FieldOf(form, FromField, "Payés à partir du", From, isTyped), FieldOf(form, UntilField, "Jusqu'au", Until, isTyped)], form.Errors);
        ViewData["HasErrors"] = isTyped;
        if (!isTyped) Files = await db.RiskyFilesAsync(From, Until, HttpContext.RequestAborted);
    }

    /// <summary>Opens the control of one.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        if (Files.FirstOrDefault(file => file.Figures.Number == Request.Form["dossier"]) is not { } chosen)
        {
            TempData[ApplicationPage.RefusalKey] = "Ce dossier n'est plus signalé : un contrôle vient peut-être d'y être ouvert.";
            return Redirect($"/controles/risques?{Query}");
        }

        var opened = await open.ExecuteAsync(chosen.Figures.ApplicationId, ControlOrigin.Risk, chosen.Why, User.Actor(), HttpContext.RequestAborted);
        if (opened.IsDone) News = $"Un contrôle est ouvert sur le dossier {chosen.Figures.Number}.";
        else TempData[ApplicationPage.RefusalKey] = opened.Message;
        return Redirect(opened.IsDone ? $"/dossiers/{chosen.Figures.Number}/controles" : $"/controles/risques?{Query}");
    }

    private static DateField FieldOf(FormReader form, string name, string label, DateOnly day, bool isTyped)
    {
        string? Of(string part) => form.Values.GetValueOrDefault($"{name}-{part}");
        return new(name, label) { Value = isTyped ? (Of("jour"), Of("mois"), Of("annee")) : ($"{day.Day}", $"{day.Month}", $"{day.Year}") };
    }
}
