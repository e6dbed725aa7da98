using Iness.Casework.Applications;
using Iness.Casework.Lapses;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Lapses;

/// <summary>The lead officer finds the grants that nobody claimed in time, one or many at once; those that cannot lapse are named.</summary>
[Needs(Right.ReadFiles)]
[NeedsToWrite(Right.LapseGrants)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db, LapseGrant lapse, TimeProvider time) : PageModel
{
    /// <summary>The files chosen.</summary>
    public const string ChosenField = "dossiers";

    private const int MostShown = 500;
    private const int MonthsAhead = 3;

    /// <summary>What was done just before, told once.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>What was done now, while something else was not.</summary>
    public string? Done { get; private set; }

    /// <summary>The grants that may be found to have lapsed, the oldest first.</summary>
    public IReadOnlyList<LapsingRow> Rows { get; private set; } = [];

    /// <summary>Those whose last day comes soon.</summary>
    public IReadOnlyList<LapsingRow> Soon { get; private set; } = [];

    /// <summary>The files chosen.</summary>
    public IReadOnlySet<Guid> Chosen { get; private set; } = new HashSet<Guid>();

    /// <summary>The files that could not lapse, each with why.</summary>
    public IReadOnlyList<string> Refusals { get; private set; } = [];

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var (stop, today) = (HttpContext.RequestAborted, time.Today());
        Rows = await RowsOf(db.LapsingGrants(today)).ToListAsync(stop);
        var until = today.AddMonths(MonthsAhead);
        Soon = await RowsOf(db.UnclaimedGrantsAsked().Where(file => file.ClaimBy >= today && file.ClaimBy <= until)).ToListAsync(stop);
    }

    /// <summary>Lapses those chosen.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Chosen = Request.Form[ChosenField].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToHashSet();
        if (Chosen.Count == 0)
        {
            Form = new([], [new(ChosenField, "Cochez au moins un dossier.")]);
            ViewData["HasErrors"] = true;
            await OnGetAsync();
            return Page();
        }

        var numbers = await db.Applications.Where(file => Chosen.Contains(file.Id) && file.Number != null).ToDictionaryAsync(file => file.Id, file => file.Number!, HttpContext.RequestAborted);
        db.ChangeTracker.Clear();
        List<string> refusals = [];
        foreach (var (id, number) in numbers.OrderBy(pair => pair.Value, StringComparer.Ordinal))
        {
            var outcome = await lapse.ExecuteAsync(id, User.Actor(), HttpContext.RequestAborted);
            if (!outcome.IsDone) refusals.Add($"{number} : {outcome.Message}");
        }

        var done = numbers.Count - refusals.Count;
        Done = done == 0 ? null : $"{French.Plural(done, "aide constatée caduque", "aides constatées caduques")} ; {(done == 1 ? "son bénéficiaire en est prévenu" : "leurs bénéficiaires en sont prévenus")}.";
        if (refusals.Count == 0)
        {
            News = Done;
            return Redirect("/versements/caducite");
        }

        Refusals = refusals;
        await OnGetAsync();
        return Page();
    }

    private static IQueryable<LapsingRow> RowsOf(IQueryable<Application> files) =>
        files.AsNoTracking().OrderBy(file => file.ClaimBy).ThenBy(file => file.Number).Take(MostShown).Select(file => new LapsingRow(file.Id, file.Number!, file.Organisation!.Name, file.ClaimBy!.Value));
}

/// <summary>A grant in the list.</summary>
public sealed record LapsingRow(Guid Id, string Number, string Organisation, DateOnly ClaimBy);
