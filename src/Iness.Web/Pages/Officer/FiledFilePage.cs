using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer;

/// <summary>A page of the Région about one filed application, by its number: a draft does not exist here.</summary>
[ResponseCache(NoStore = true)]
public abstract class FiledFilePage(InessDbContext db) : PageModel
{
    /// <summary>The application.</summary>
    public Application Application { get; private set; } = null!;

    /// <summary>What was done just before, told once.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>The form of the page.</summary>
    public FormView Form { get; protected set; } = new([], []);

    /// <summary>Address of the file.</summary>
    public string Root => $"/dossiers/{Application.Number}";

    /// <summary>What the project is called.</summary>
    public string Title => string.IsNullOrWhiteSpace(Application.Title) ? "Projet sans nom" : Application.Title;

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
        ViewData["Section"] = "files";
        var number = ((string?)RouteData.Values["number"])?.ToUpperInvariant();
        var found = await Db.Applications.AsNoTracking().Include(application => application.Organisation).Include(application => application.Answers)
            .SingleOrDefaultAsync(application => application.Number == number && application.Number != null && application.Status != FileStatus.Draft, HttpContext.RequestAborted);
        if (found is null)
        {
            context.Result = NotFound();
            return;
        }

        Application = found;
        if (await FindsAsync()) await next();
        else context.Result = NotFound();
    }

    /// <summary>Reads what the page is about besides the file; false when it is not there.</summary>
    protected virtual Task<bool> FindsAsync() => Task.FromResult(true);

    /// <summary>Whether the lifecycle lets this person do something now.</summary>
    public bool May(FileAction action) => FileLifecycle.Find(Application.Status, action, Me.Role) is not null;

    /// <summary>Notes that the form has errors, for the page to be shown again.</summary>
    protected PageResult Again(IReadOnlyList<Field> fields, IReadOnlyList<FieldError> errors)
    {
        Form = new(fields, errors);
        ViewData["HasErrors"] = errors.Count > 0;
        return Page();
    }
}
