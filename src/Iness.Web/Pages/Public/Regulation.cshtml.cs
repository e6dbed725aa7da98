using Iness.Casework.Assessments;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Public;

/// <summary>Every provision, with its reading and its sources.</summary>
public sealed class RegulationModel(TimeProvider time) : PageModel
{
    public DateOnly Today { get; } = time.Today();

    public RegulationInForce InForce { get; } = new(time.Today());
}
