using Iness.Casework.Assessments;
using Iness.Casework.Figures;
using Iness.Casework.OpenData;
using Iness.Regulation;

namespace Iness.Web.Figures;

/// <summary>Figures as tables with bars, the same for the public and for the Région.</summary>
public static class FigureWords
{
    /// <summary>How long decisions took.</summary>
    public static BarTable Of(Delays delays)
    {
        ArgumentNullException.ThrowIfNull(delays);
        return new("delais", "Délais des décisions, en jours", ["Du dépôt à la décision", "Médiane", "95e centile"],
        [
            .. new[] { ("Délai total", delays.Total), ("dont attente du demandeur", delays.Awaited), ("Délai de la Région, attente déduite", delays.Own) }
                .Where(row => row.Item2 is not null).Select(row => new BarRow(row.Item1, row.Item2!.Median, Days(row.Item2.Median), Days(row.Item2.High))),
        ]);
    }

    /// <summary>Costs retained by category.</summary>
    public static BarTable Categories(IReadOnlyList<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new("categories", "Dépenses retenues par catégorie", ["Catégorie", "Aides", "Dépenses retenues"], [.. figures.Select(figure => new BarRow(CategoryOf(figure.Key), figure.Amount.Cents, $"{figure.Count}", figure.Amount.ToString()))]);
    }

    /// <summary>A number of days, as precise as it needs be.</summary>
    public static string Days(double days) => $"{French.Number((decimal)Math.Round(days, days < 10 ? 1 : 0))} {(days >= 2 ? "jours" : "jour")}";

    /// <summary>A part of a whole.</summary>
    public static string Percent(long part, long whole) => whole == 0 ? "–" : $"{French.Number(Math.Round(100m * part / whole))} %";

    private static string CategoryOf(string code)
    {
        foreach (var category in Enum.GetValues<CostCategory>())
        {
            if (ContractCodes.CostCategories.NameOf((int)category) == code) return char.ToUpperInvariant(category.InFrench()[0]) + category.InFrench()[1..];
        }

        return code;
    }
}
