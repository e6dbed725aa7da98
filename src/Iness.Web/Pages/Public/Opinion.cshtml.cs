using Iness.Casework.Documents;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Iness.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Public;

/// <summary>What a personal link opens: a question, what the officer shares of the file, answered once.</summary>
[ResponseCache(NoStore = true)]
[EnableRateLimiting(EntryRateLimit.Name)]
public sealed class OpinionModel(InessDbContext db, GiveOpinion give) : PageModel
{
    private const string Answer = "avis";

    /// <summary>What is asked; null when the link opens nothing, or no more.</summary>
    public Opinion? Opinion { get; private set; }

    /// <summary>What is shared.</summary>
    public SharedFile Shared { get; private set; } = null!;

    /// <summary>Number of the file.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The token of the link.</summary>
    public string Token { get; private set; } = "";

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
            // Not a redirection: there is nothing left at this address to be read again.
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
        if (Opinion is null || PersonalLink.ScopeOf(token) is not { } scope)
        {
            Opinion = null;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var application = await db.Applications.AsNoTracking().Include(found => found.Organisation).Include(found => found.Answers)
            .SingleAsync(found => found.Id == Opinion.ApplicationId, HttpContext.RequestAborted);
        (Token, Number) = (token, application.Number!);
        Shared = SharedFile.Of(application, scope, await db.GivenDocumentsAsync(application.Id, HttpContext.RequestAborted));
    }
}
