using Iness.Casework.Figures;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Figures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Officer.Dashboards;

/// <summary>The figures of the Région, for a year or for all.</summary>
[Needs(Right.ReadDashboards)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(ReadFigures read, TimeProvider time) : PageModel
{
    /// <summary>First year of the service.</summary>
    public const int FirstYear = 2023;

    /// <summary>What the address says for all years.</summary>
    public const string All = "toutes";

    private static readonly (string Action, string Text)[] Steps =
    [
        ("File", "Déposées"), ("StartReview", "Prises en instruction"), ("Propose", "Proposées"), ("Grant", "Accordées"), ("ClaimPayment", "Versement demandé"), ("RecordPayment", "Payées"),
    ];

    private static readonly (string Action, string Text)[] Ends = [("Refuse", "Refusées"), ("Withdraw", "Retirées par le demandeur"), ("CloseWithoutFollowUp", "Classées sans suite"), ("Lapse", "Caduques")];

    /// <summary>Today.</summary>
    public DateOnly Today { get; } = time.Today();

    /// <summary>The figures.</summary>
    public Dashboard Figures { get; private set; } = null!;

    /// <summary>The years that can be chosen.</summary>
    public IEnumerable<int> Years => Enumerable.Range(FirstYear, Today.Year - FirstYear + 1).Reverse();

    /// <summary>The year, in words.</summary>
    public string Period => Figures.Year is { } year ? $"{year}" : "toutes les années";

    /// <summary>The steps that files come to, and how they end otherwise.</summary>
    public BarTable Funnel => new("entonnoir", "Étapes atteintes par les demandes déposées", ["Étape", "Demandes", "Part des déposées"],
        [.. Steps.Concat(Ends).Select(step => (step.Text, Count: Figures.Funnel.GetValueOrDefault(step.Action))).Select(step => new BarRow(step.Text, step.Count, French.Number(step.Count), FigureWords.Percent(step.Count, Figures.Funnel.GetValueOrDefault("File"))))]);

    /// <summary>Address of the same figures as CSV.</summary>
    public string Download => $"/tableaux-de-bord/chiffres.csv?annee={(Figures.Year is { } year ? $"{year}" : All)}";

    /// <summary>Refusals by provision.</summary>
    public BarTable Refusals => new("refus", "Refus par disposition non remplie", ["Disposition", "Refus", "Part des refus"],
        [.. Figures.Refusals.Select(figure => new BarRow(NameOf(figure.Key), figure.Count, $"{figure.Count}", FigureWords.Percent(figure.Count, Figures.Refused)))]);

    /// <summary>What became of the grants.</summary>
    public BarTable Claims => new("versements", "Des aides accordées aux aides payées", ["Étape", "Aides", "Montant", "Part des aides"],
        [.. new[] { ("Accordées et en vigueur", Figures.Claims.Granted), ("Versement demandé (montant accordé)", Figures.Claims.Claimed), ("Versement validé (montant à payer)", Figures.Claims.Payable), ("Payées (montant payé)", Figures.Claims.Paid) }
            .Select(row => new BarRow(row.Item1, row.Item2.Count, $"{row.Item2.Count}", row.Item2.Amount.ToString(), FigureWords.Percent(row.Item2.Count, Figures.Claims.Granted.Count)))]);

    /// <summary>The envelope; null for all years.</summary>
    public EnvelopeDrawing? Envelope => Figures.Envelope is { } curve ? new(curve, Today) : null;

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync(string? annee)
    {
        Figures = await read.RegionAsync(YearOf(annee, Today), HttpContext.RequestAborted);
    }

    /// <summary>The year that an address asks for; null for all, this year for none.</summary>
    internal static int? YearOf(string? asked, DateOnly today) =>
        asked == All ? null : int.TryParse(asked, out var typed) && typed >= FirstYear && typed <= today.Year ? typed : today.Year;

    private static string NameOf(string provision) => Scheme.Provisions.FirstOrDefault(known => known.Id == provision) is { } known ? $"{known.Id} : {known.Title}" : provision;
}
