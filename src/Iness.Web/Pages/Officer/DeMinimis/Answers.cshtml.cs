using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Officer.DeMinimis;

/// <summary>Takes in a small file of the register's answers, and says of each row what came of it.</summary>
[Needs(Right.DeclareAid)]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(Largest)]
public sealed class AnswersModel(ImportAnswers import) : PageModel
{
    private const long Largest = 2 * 1024 * 1024;
    private const string Name = "fichier";

    /// <summary>What came of each row; null before a file is given.</summary>
    public IReadOnlyList<AnsweredRow>? Answered { get; private set; }

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>What is wrong with the file; null for nothing.</summary>
    public string? Error => Form.Errors.Count > 0 ? Form.Errors[0].Message : null;

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Takes it in.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? fichier)
    {
        if (fichier is null) return Wrong("Choisissez le fichier de réponses.");
        await using var content = fichier.OpenReadStream();
        var outcome = await import.ExecuteAsync(content, User.Actor(), HttpContext.RequestAborted);
        if (!outcome.IsDone) return Wrong(outcome.Message!);
        Answered = outcome.Value;
        return Page();
    }

    private PageResult Wrong(string message)
    {
        Form = new([], [new(Name, message)]);
        ViewData["HasErrors"] = true;
        return Page();
    }
}
