using Iness.Casework.Persistence;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.File;

/// <summary>A page that writes in a file. Its form says which version of the file it showed: what somebody else changed meanwhile is told, and nothing typed is lost.</summary>
public abstract class FileWritePage(InessDbContext db, TimeProvider time) : FilePage(db, time)
{
    /// <summary>The field, and the place of the page, that tell a change made meanwhile.</summary>
    public const string Change = "changement";

    /// <summary>The version that the form showed.</summary>
    [BindProperty(Name = "version")]
    public int Seen { get; set; }

    /// <summary>The form.</summary>
    public FormView Form { get; protected set; } = new([], []);

    /// <summary>What stands in the way of what was asked; null for nothing.</summary>
    public string? Obstacle => Form.Errors.FirstOrDefault(error => error.Name == Change)?.Message;

    /// <summary>Shows the page again, what was typed in its place.</summary>
    protected IActionResult Again(IReadOnlyList<Field> fields, IReadOnlyList<FieldError> errors)
    {
        Form = new(fields, errors);
        ViewData["HasErrors"] = errors.Count > 0;
        return Page();
    }

    /// <summary>Shows the page again as the file now is, with the reason of a refusal and all that was typed.</summary>
    /// <param name="refusal">Why it was refused.</param>
    /// <param name="message">The same in words.</param>
    /// <param name="fields">The fields as they were typed.</param>
    /// <param name="field">The field that an invalid value is told beside.</param>
    protected async Task<IActionResult> RefusedAsync(Casework.Refusal? refusal, string message, IReadOnlyList<Field> fields, string field)
    {
        if (refusal == Casework.Refusal.NotFound || !await LoadAsync() || !Finds()) return NotFound();
        return Again(fields, [new(refusal == Casework.Refusal.Invalid ? field : Change, message)]);
    }
}
