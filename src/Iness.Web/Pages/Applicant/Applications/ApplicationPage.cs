using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Iness.Web.Applying;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>A page about one application of one's own: another organisation's does not exist here.</summary>
[ResponseCache(NoStore = true)]
public abstract class ApplicationPage(InessDbContext db) : PageModel
{
    /// <summary>The application.</summary>
    public Application Application { get; private set; } = null!;

    /// <summary>Its facts, read from its answers.</summary>
    public ApplicationFacts Facts { get; private set; } = null!;

    /// <summary>Address of the application.</summary>
    public string Root => $"/demandes/{Application.Id}";

    /// <summary>What the project is called.</summary>
    public string Title => string.IsNullOrWhiteSpace(Application.Title) ? "Projet sans nom" : Application.Title;

    /// <summary>Whether anything may still be typed.</summary>
    public bool IsOpen => Application.Status is FileStatus.Draft or FileStatus.Incomplete;

    /// <summary>Who looks.</summary>
    protected Actor Me => User.Actor();

    /// <summary>The database.</summary>
    protected InessDbContext Db { get; } = db;

    /// <inheritdoc/>
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        ViewData["Section"] = "applications";
        if (!Guid.TryParse((string?)RouteData.Values["id"], out var id) || !await LoadAsync(id)) context.Result = NotFound();
        else if (WhyNotHere() is { } elsewhere) context.Result = elsewhere;
        else await next();
    }

    /// <summary>Where to go instead, when the page does not fit the application; null to stay.</summary>
    protected virtual IActionResult? WhyNotHere() => IsOpen ? null : Redirect($"{Root}/suivi");

    /// <summary>Reads the application again, after a change.</summary>
    protected async Task<bool> LoadAsync(Guid id)
    {
        var application = await Db.Applications.Of(User.AccountId()!.Value).AsNoTracking()
            .Include(found => found.Organisation)
            .Include(found => found.Answers)
            .SingleOrDefaultAsync(found => found.Id == id, HttpContext.RequestAborted);
        if (application is null) return false;
        Application = application;
        Facts = new(new(application.CreatedOn, application.Answers, application.Organisation!.ParsedSiren));
        return true;
    }

    /// <summary>A form with the names of those whose answers are in conflict, read only when there are any.</summary>
    protected async Task<AnswerForm> FormAsync(IReadOnlyList<Field> fields, IReadOnlyList<FieldError> errors, string prefix)
    {
        var people = Application.Answers.Where(answer => answer.OtherValue is not null).SelectMany(answer => new[] { answer.SavedBy, answer.OtherBy }).OfType<Guid>().Distinct().ToList();
        var names = people.Count == 0
            ? []
            : await Db.Users.Where(account => people.Contains(account.Id)).Select(account => new { account.Id, account.GivenName, account.FamilyName })
                .ToDictionaryAsync(account => account.Id, account => $"{account.GivenName} {account.FamilyName}", HttpContext.RequestAborted);
        ViewData["HasErrors"] = errors.Count > 0;
        return new(new(fields, errors), Facts.Sheet, prefix, names);
    }

    /// <summary>What to show for an action refused: nothing of others' is ever told.</summary>
    protected IActionResult Refused(string? message, Casework.Refusal? refusal)
    {
        if (refusal == Casework.Refusal.NotFound) return NotFound();
        TempData[RefusalKey] = message;
        return Redirect(Request.Path + Request.QueryString);
    }

    /// <summary>Where the last refusal waits to be shown.</summary>
    public const string RefusalKey = "refus";
}
