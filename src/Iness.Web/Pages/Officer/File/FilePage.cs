using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.File;

/// <summary>A page of the Région about one filed application, found by its number. A draft does not exist here.</summary>
[ResponseCache(NoStore = true)]
public abstract class FilePage(InessDbContext db, TimeProvider time) : PageModel
{
    private IReadOnlyDictionary<Guid, string> names = new Dictionary<Guid, string>();

    /// <summary>The file.</summary>
    public FileUnderReview Review { get; private set; } = null!;

    /// <summary>Its address.</summary>
    public string Root => $"/dossiers/{Review.Application.Number}";

    /// <summary>What the project is called.</summary>
    public string Title => string.IsNullOrWhiteSpace(Review.Application.Title) ? "Projet sans nom" : Review.Application.Title;

    /// <summary>The time limit; null once there is none.</summary>
    public ResponseClock? Clock { get; private set; }

    /// <summary>Whether this person reviews files.</summary>
    public bool MayWrite => User.Has(Right.ReviewFiles);

    /// <summary>Whether this person may rule and correct now.</summary>
    public bool MayReview => MayWrite && Review.Application.Status is FileStatus.Filed or FileStatus.Incomplete or FileStatus.UnderReview
        && (Review.Application.Status != FileStatus.Filed || May(FileAction.StartReview));

    /// <summary>What came of the last write, told by the page it leads to.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>Who looks.</summary>
    protected Actor Me => User.Actor();

    /// <summary>The database.</summary>
    protected InessDbContext Db { get; } = db;

    /// <summary>The clock.</summary>
    protected TimeProvider Time { get; } = time;

    /// <summary>Whether the lifecycle lets this person do something now.</summary>
    public bool May(FileAction action) => User.Role() is { } role && FileLifecycle.Find(Review.Application.Status, action, role) is not null;

    /// <summary>Name of somebody who acted on the file.</summary>
    public string NameOf(Guid? account) => account is { } id && names.TryGetValue(id, out var name) ? name : "le système";

    /// <inheritdoc/>
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        ViewData["Section"] = "files";
        if (!await LoadAsync() || !Finds()) context.Result = NotFound();
        else await next();
    }

    /// <summary>Whether what the address names besides the file is there.</summary>
    protected virtual bool Finds() => true;

    /// <summary>Reads the file, anew after a change.</summary>
    protected async Task<bool> LoadAsync()
    {
        var stop = HttpContext.RequestAborted;
        var number = ((string?)RouteData.Values["number"])?.ToUpperInvariant();
        if (number is null || await FileUnderReview.LoadAsync(Db, number, stop) is not { } file) return false;
        Review = file;
        Clock = (await Db.DeadlineAsync(file.Application, Time.Today(), stop)).Clock;
        await NameAsync([.. file.AllRulings.Select(ruling => (Guid?)ruling.By), .. file.AllCorrections.Select(correction => (Guid?)correction.By), file.RetainedFacts?.By, file.Application.AssignedToId]);
        return true;
    }

    /// <summary>Reads the names of people.</summary>
    protected async Task NameAsync(IEnumerable<Guid?> people)
    {
        var wanted = people.OfType<Guid>().Concat(names.Keys).Distinct().ToList();
        if (wanted.Count == 0) return;
        names = await Db.Users.Where(account => wanted.Contains(account.Id)).Select(account => new { account.Id, Name = account.GivenName + " " + account.FamilyName })
            .ToDictionaryAsync(account => account.Id, account => account.Name, HttpContext.RequestAborted);
    }

    /// <summary>Goes to a page of the file that tells what came of a write without a form.</summary>
    protected IActionResult Told(Casework.Outcome outcome, string done, string place)
    {
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (outcome.IsDone) News = done;
        else TempData[ApplicationPage.RefusalKey] = outcome.Message;
        return Redirect($"{Root}{place}");
    }
}
