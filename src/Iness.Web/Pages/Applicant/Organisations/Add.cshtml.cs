using Iness.Casework.Organisations;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Applicant.Organisations;

/// <summary>Adds an organisation by its SIREN; by its name as well when the register gives none.</summary>
[ResponseCache(NoStore = true)]
public sealed class AddModel(JoinOrganisation join) : PageModel
{
    private const string NumberField = "numero";
    private const string NameField = "nom";

    /// <summary>The page to come back to.</summary>
    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? Return { get; set; }

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>Why the name is asked; null when it is not.</summary>
    public string? WhyName { get; private set; }

    /// <summary>Why the person cannot join by themselves; null when nothing was refused.</summary>
    public string? Refused { get; private set; }

    /// <summary>Asks for the number.</summary>
    public void OnGet([FromQuery(Name = NumberField)] string? number)
    {
        ViewData["Section"] = "applications";
        Form = new([Number(number)], []);
    }

    /// <summary>Adds the organisation.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        ViewData["Section"] = "applications";
        var form = new FormReader(Request.Form);
        var number = Request.Form[NumberField].ToString();
        var isNameAsked = Request.Form.ContainsKey(NameField);
        var name = isNameAsked ? form.Required(NameField, JoinOrganisation.LongestName, "Écrivez le nom de votre structure.") : null;
        var outcome = await join.ExecuteAsync(number, name, User.Actor(), HttpContext.RequestAborted);
        if (outcome.Refusal == Refusal.NotFound) return NotFound();
        if (outcome.Refusal is not (null or Refusal.Invalid))
        {
            Refused = outcome.Message;
            Form = new([Number(number)], []);
            return Page();
        }

        if (outcome.IsDone && outcome.Value is JoinAnswer.Joined) return LocalRedirect(Url.IsLocalUrl(Return) ? Return : "/structures");
        if (!outcome.IsDone) form.Refuse(NumberField, outcome.Message!);
        if (outcome.IsDone && outcome.Value is JoinAnswer.NameNeeded needed)
        {
            isNameAsked = true;
            WhyName = needed.IsRegisterDown
                ? "Le registre des entreprises ne répond pas. Donnez le nom de votre structure : nous le vérifierons plus tard, et vous pouvez continuer."
                : "Le registre des entreprises ne donne pas de nom pour ce numéro. Vérifiez-le ; s'il est juste, donnez le nom de votre structure et continuez.";
        }

        Form = new(isNameAsked ? [Number(number), Name(Request.Form[NameField])] : [Number(number)], form.Errors);
        ViewData["HasErrors"] = form.Errors.Count > 0;
        return Page();
    }

    private static TextField Number(string? value) =>
        new(NumberField, "SIREN de votre structure", "9 chiffres, par exemple 362 521 879. Il est sur l'avis de situation SIRENE.") { Value = value, InputMode = "numeric", Width = "input--width-10", MaxLength = 40 };

    private static TextField Name(string? value) =>
        new(NameField, "Nom de votre structure", "Tel qu'il figure dans ses statuts.") { Value = value, MaxLength = JoinOrganisation.LongestName, AutoComplete = "organization" };
}
