using System.Globalization;
using System.Text;
using Iness.Casework.Figures;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Figures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Officer.Dashboards;

/// <summary>The figures of the dashboards as text that a French spreadsheet opens: a row each, with the table it stands in.</summary>
[Needs(Right.ReadDashboards)]
[ResponseCache(NoStore = true)]
public sealed class DownloadModel(ReadFigures read, TimeProvider time) : PageModel
{
    /// <summary>Writes them.</summary>
    public async Task<IActionResult> OnGetAsync(string? annee)
    {
        var year = IndexModel.YearOf(annee, time.Today());
        var figures = await read.RegionAsync(year, HttpContext.RequestAborted);
        var text = new StringBuilder("\uFEFFtableau;ligne;nombre;montant;mediane_jours;centile_95_jours\r\n");
        foreach (var (action, count) in figures.Funnel.OrderByDescending(step => step.Value)) Write("etapes", action, $"{count}");
        foreach (var (name, duration) in new[] { ("total", figures.Delays.Total), ("region", figures.Delays.Own), ("attente", figures.Delays.Awaited) })
            if (duration is not null) Write("delais", name, $"{duration.Count}", null, Number((decimal)duration.Median), Number((decimal)duration.High));
        foreach (var month in figures.Envelope?.Months ?? []) Write("enveloppe", $"{figures.Envelope!.Year}-{month.Month:00}", null, Euros(month.Granted));
        foreach (var figure in figures.ByDepartment) Write("departements", DepartmentMap.NameOf(figure.Key), $"{figure.Count}", Euros(figure.Amount));
        foreach (var figure in figures.ByCategory) Write("categories", figure.Key, $"{figure.Count}", Euros(figure.Amount));
        foreach (var figure in figures.Refusals) Write("refus", figure.Key, $"{figure.Count}");
        foreach (var (name, figure) in new[] { ("accordees", figures.Claims.Granted), ("demandees", figures.Claims.Claimed), ("validees", figures.Claims.Payable), ("payees", figures.Claims.Paid) })
            Write("versements", name, $"{figure.Count}", Euros(figure.Amount));
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"tableaux-de-bord-{(year is { } one ? $"{one}" : IndexModel.All)}.csv");

        // Codes and numbers of ours, and names of departments: nothing here holds a separator.
        void Write(params string?[] cells) => text.Append(string.Join(';', cells.Concat(Enumerable.Repeat<string?>("", 6)).Take(6))).Append("\r\n");
    }

    private static string Euros(Money amount) => Number(amount.ToEuros());

    private static string Number(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');
}
