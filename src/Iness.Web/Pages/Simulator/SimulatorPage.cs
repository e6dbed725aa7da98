using Iness.Web.Components;
using Iness.Web.Simulation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Simulator;

/// <summary>
/// A page of the simulator: it reads the state from its link, and answers a link that cannot be read with a page that says so.
/// The pages keep nothing and act on nothing but their own link: there is no session for a forged request to abuse, hence no
/// antiforgery cookie.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public abstract class SimulatorPage(TimeProvider time) : PageModel
{
    /// <summary>Today in Paris.</summary>
    public DateOnly Today { get; } = time.Today();

    /// <summary>The link's parameter.</summary>
    [BindProperty(Name = "r", SupportsGet = true)]
    public string? Link { get; set; }

    /// <summary>What the link says.</summary>
    public SimulationState State { get; protected set; } = null!;

    /// <summary>The form to draw.</summary>
    public FormView Form { get; protected set; } = new([], []);

    /// <inheritdoc/>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Link is null) context.Result = Redirect("/simulateur");
        else if (StateLink.Read(Link, Today) is { } state) State = state;
        else context.Result = BadRequest();
    }

    /// <summary>A page of the simulator with the same state.</summary>
    public string LinkTo(string slug) => Journey.Page(slug, State);

    /// <summary>Goes to a page, unless its link has become too long to travel.</summary>
    protected IActionResult Go(string url) => url.Length <= StateLink.Longest ? Redirect(url) : StatusCode(StatusCodes.Status414UriTooLong);

    /// <summary>The form again, as it was typed, with its errors.</summary>
    protected PageResult ShowAgain(IReadOnlyList<Field> fields, FormReader form)
    {
        ArgumentNullException.ThrowIfNull(form);
        Form = new(fields, form.Errors);
        ViewData["HasErrors"] = true;
        return Page();
    }
}
