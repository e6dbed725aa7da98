using Iness.Casework.Figures;
using Iness.Regulation;
using Iness.Web.Figures;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Public;

/// <summary>The grants in figures, and where their open data is.</summary>
public sealed class OpenDataModel(ReadFigures read) : PageModel
{
    /// <summary>The figures.</summary>
    public PublicFigures Figures { get; private set; } = null!;

    /// <summary>The map.</summary>
    public DepartmentMap Map { get; private set; } = null!;

    /// <summary>The average aid, in whole euros.</summary>
    public string Average => Money.Euros(Figures.Grants.Amount.Cents / Figures.Grants.Count / 100).ToString();

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        Figures = await read.PublicAsync(HttpContext.RequestAborted);
        Map = new(Figures.ByDepartment);
    }
}
