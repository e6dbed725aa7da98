using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>A page of the Région about the decision on one filed application, by its number: a draft does not exist here.</summary>
[ResponseCache(NoStore = true)]
public abstract class DecisionPage(InessDbContext db, TimeProvider time) : PageModel
{
    /// <summary>The application.</summary>
    public Application Application { get; private set; } = null!;

    /// <summary>The proposal that waits; null when none does.</summary>
    public Proposal? Standing { get; private set; }

    /// <summary>What a decision would rest on; null when what was filed can no longer be read.</summary>
    public DecisionFacts? Facts { get; private set; }

    /// <summary>The people named on the page.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>The form of the page.</summary>
    public FormView Form { get; protected set; } = new([], []);

    /// <summary>What was done just before, told once.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>Address of the file.</summary>
    public string Root => $"/dossiers/{Application.Number}";

    /// <summary>Who looks.</summary>
    protected Actor Me => User.Actor();

    /// <summary>The database.</summary>
    protected InessDbContext Db { get; } = db;

    /// <summary>Today in Paris.</summary>
    protected DateOnly Today => time.Today();

    /// <summary>Stops when the browser leaves.</summary>
    protected CancellationToken Stop => HttpContext.RequestAborted;

    /// <inheritdoc/>
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        ViewData["Section"] = "files";
        if (!await LoadAsync())
        {
            context.Result = NotFound();
            return;
        }

        ViewData["Number"] = Application.Number;
        await next();
    }

    /// <summary>Whether the lifecycle lets this person do something now.</summary>
    public bool May(FileAction action) => FileLifecycle.Find(Application.Status, action, Me.Role) is not null;

    /// <summary>Shows the page again with what is wrong.</summary>
    protected PageResult Again(IReadOnlyList<Field> fields, IReadOnlyList<FieldError> errors)
    {
        Form = new(fields, errors);
        ViewData["HasErrors"] = errors.Count > 0;
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        var number = ((string?)RouteData.Values["number"])?.ToUpperInvariant();
        var found = await Db.Applications.AsNoTracking().Include(application => application.Organisation)
            .SingleOrDefaultAsync(application => application.Number == number && application.Number != null && application.Status != FileStatus.Draft, Stop);
        if (found is null) return false;
        Application = found;
        Standing = await Db.Proposals.AsNoTracking().Standing().Where(proposal => proposal.ApplicationId == found.Id).OrderByDescending(proposal => proposal.At).FirstOrDefaultAsync(Stop);
        Facts = await DecisionFacts.ReadAsync(Db, found.Id, Today, Stop);
        Guid?[] people = [Standing?.By, Standing?.CheckedBy];
        Names = await Db.NamesAsync(people, Stop);
        return true;
    }
}
