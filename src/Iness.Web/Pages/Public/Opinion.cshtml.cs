using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Web.Accounts;
using Iness.Web.Applying;
using Iness.Web.Applying.Items;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Public;

/// <summary>What a personal link opens: a question about a project, answered once. Nothing of the people who ask for the aid is shown.</summary>
[ResponseCache(NoStore = true)]
[EnableRateLimiting(EntryRateLimit.Name)]
public sealed class OpinionModel(InessDbContext db, GiveOpinion give) : PageModel
{
    private const string Answer = "avis";

    /// <summary>What is asked; null when the link opens nothing, or no more.</summary>
    public Opinion? Opinion { get; private set; }

    /// <summary>Who asks for the aid.</summary>
    public string Organisation { get; private set; } = "";

    /// <summary>What the project is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it is, in the words of the organisation.</summary>
    public string? Description { get; private set; }

    /// <summary>Its costs, each with its amount.</summary>
    public IReadOnlyList<(string What, string? Amount)> Costs { get; private set; } = [];

    /// <summary>Whether the answer has just been taken.</summary>
    public bool IsGiven { get; private set; }

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new(Fields(null), []);

    /// <summary>Shows the question.</summary>
    public async Task OnGetAsync(string token) => await LoadAsync(token);

    /// <summary>Takes the answer.</summary>
    public async Task<IActionResult> OnPostAsync(string token)
    {
        var form = new FormReader(Request.Form);
        var answer = form.Required(Answer, Opinion.LongestText, "Écrivez votre avis.");
        if (answer is not null)
        {
            var given = await give.ExecuteAsync(token, answer, HttpContext.RequestAborted);
            IsGiven = given.IsDone;
            if (IsGiven) return Page();
            if (given.Refusal == Casework.Refusal.Invalid) form.Refuse(Answer, given.Message!);
        }

        Form = new(Fields(form.Values.GetValueOrDefault(Answer)), form.Errors);
        await LoadAsync(token);
        ViewData["HasErrors"] = Opinion is not null;
        return Page();
    }

    private static Field[] Fields(string? typed) =>
        [new TextAreaField(Answer, "Votre avis", "Il est joint au dossier, et ne peut plus être changé une fois envoyé.") { Value = typed, Rows = 10, MaxLength = Opinion.LongestText }];

    private async Task LoadAsync(string token)
    {
        Opinion = await give.FindAsync(token, HttpContext.RequestAborted);
        if (Opinion is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var application = await db.Applications.AsNoTracking().Include(found => found.Organisation).Include(found => found.Answers)
            .SingleAsync(found => found.Id == Opinion.ApplicationId, HttpContext.RequestAborted);
        var sheet = new AnswerSheet(application.CreatedOn, application.Answers);
        Organisation = application.Organisation!.Name;
        Title = sheet.Text("titre") ?? "Projet sans nom";
        Description = sheet.Text("description");
        Costs = [.. CostItems.Instance.Lines(sheet).Select(line => (line.What, line.Amount))];
    }
}
