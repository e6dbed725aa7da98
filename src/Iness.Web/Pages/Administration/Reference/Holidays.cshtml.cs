using Iness.Casework.Deadlines;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Administration.Reference;

/// <summary>The legal holidays of a year, from the same computation as the deadlines.</summary>
[Needs(Right.ReadSystem)]
public sealed class HolidaysModel(TimeProvider time) : PageModel
{
    /// <summary>First year: that of the scheme.</summary>
    public const int FirstYear = 2021;

    private const int YearsAhead = 10;

    private static readonly string[] DaysOfWeek = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    /// <summary>The year asked for; this one by default.</summary>
    [BindProperty(Name = "annee", SupportsGet = true)]
    public int? Asked { get; set; }

    /// <summary>The year shown.</summary>
    public int Year { get; private set; }

    /// <summary>Last year that can be shown.</summary>
    public int LastYear { get; } = time.Today().Year + YearsAhead;

    /// <summary>Its holidays, in order.</summary>
    public IReadOnlyList<DateOnly> Days { get; private set; } = [];

    /// <summary>Its day of the week in French.</summary>
    public static string DayOfWeek(DateOnly day) => DaysOfWeek[(int)day.DayOfWeek];

    /// <summary>Computes them.</summary>
    public IActionResult OnGet()
    {
        Year = Asked ?? time.Today().Year;
        if (!ModelState.IsValid || Year < FirstYear || Year > LastYear) return NotFound();
        Days = WorkingDays.HolidaysOf(Year);
        return Page();
    }
}
