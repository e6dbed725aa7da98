namespace Iness.Casework.Registers.Companies;

/// <summary>A staff band of SIRENE (tranche d'effectif salarié).</summary>
/// <param name="Code">Code of the band.</param>
/// <param name="Label">In French, « 10 à 19 salariés ».</param>
/// <param name="Year">Year it was observed, when known.</param>
public sealed record StaffBand(string Code, string Label, int? Year)
{
    private static readonly Dictionary<string, (string Label, int Least, int? Most)> Bands = new()
    {
        ["NN"] = ("aucun salarié", 0, 0),
        ["00"] = ("aucun salarié au 31 décembre", 0, 0),
        ["01"] = ("1 ou 2 salariés", 1, 2),
        ["02"] = ("3 à 5 salariés", 3, 5),
        ["03"] = ("6 à 9 salariés", 6, 9),
        ["11"] = ("10 à 19 salariés", 10, 19),
        ["12"] = ("20 à 49 salariés", 20, 49),
        ["21"] = ("50 à 99 salariés", 50, 99),
        ["22"] = ("100 à 199 salariés", 100, 199),
        ["31"] = ("200 à 249 salariés", 200, 249),
        ["32"] = ("250 à 499 salariés", 250, 499),
        ["41"] = ("500 à 999 salariés", 500, 999),
        ["42"] = ("1 000 à 1 999 salariés", 1_000, 1_999),
        ["51"] = ("2 000 à 4 999 salariés", 2_000, 4_999),
        ["52"] = ("5 000 à 9 999 salariés", 5_000, 9_999),
        ["53"] = ("10 000 salariés ou plus", 10_000, null),
    };

    /// <summary>Fewest employees of the band.</summary>
    public int? Least { get; private init; }

    /// <summary>Most employees of the band; null for the last one, which has no end.</summary>
    public int? Most { get; private init; }

    /// <summary>The band of a code; null for a code that is absent or unknown.</summary>
    public static StaffBand? Of(string? code, int? year) =>
        code is not null && Bands.TryGetValue(code, out var band) ? new(code, band.Label, year) { Least = band.Least, Most = band.Most } : null;
}
