namespace Iness.Casework.Registers.Companies;

/// <summary>A staff band of SIRENE (tranche d'effectif salarié).</summary>
/// <param name="Code">Code of the band.</param>
/// <param name="Label">In French, « 10 à 19 salariés ».</param>
/// <param name="Year">Year it was observed, when known.</param>
public sealed record StaffBand(string Code, string Label, int? Year)
{
    private static readonly Dictionary<string, string> Labels = new()
    {
        ["NN"] = "aucun salarié",
        ["00"] = "aucun salarié au 31 décembre",
        ["01"] = "1 ou 2 salariés",
        ["02"] = "3 à 5 salariés",
        ["03"] = "6 à 9 salariés",
        ["11"] = "10 à 19 salariés",
        ["12"] = "20 à 49 salariés",
        ["21"] = "50 à 99 salariés",
        ["22"] = "100 à 199 salariés",
        ["31"] = "200 à 249 salariés",
        ["32"] = "250 à 499 salariés",
        ["41"] = "500 à 999 salariés",
        ["42"] = "1 000 à 1 999 salariés",
        ["51"] = "2 000 à 4 999 salariés",
        ["52"] = "5 000 à 9 999 salariés",
        ["53"] = "10 000 salariés ou plus",
    };

    /// <summary>The band of a code; null for a code that is absent or unknown.</summary>
    public static StaffBand? Of(string? code, int? year) =>
        code is not null && Labels.TryGetValue(code, out var label) ? new(code, label, year) : null;
}
