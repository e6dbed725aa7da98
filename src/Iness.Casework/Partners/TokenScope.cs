using Iness.Casework.Lifecycle;
using Iness.Casework.Rights;

namespace Iness.Casework.Partners;

/// <summary>What a token allows, at most: its owner's role bounds it besides, on the day of each request.</summary>
public sealed record TokenScope(string Name, Right Right, string Title, string What)
{
    /// <summary>The filed applications: without it a token reads nothing.</summary>
    public static TokenScope Applications { get; } = new(
        "applications:read", Right.ReadFiles, "Dossiers", "Numéro, statut, dates, structure, commune, catégories de dépenses.");

    /// <summary>What the regulation computes on what was filed: whoever may export the list may take it by the API.</summary>
    public static TokenScope Amounts { get; } = new("applications:amounts", Right.ExportFiles, "Montants", "Dépenses présentées et retenues, aide calculée.");

    /// <summary>The decisions.</summary>
    public static TokenScope Decisions { get; } = new("decisions:read", Right.ReadFiles, "Décisions", "Sens, date, montant accordé, notification.");

    /// <summary>The payments.</summary>
    public static TokenScope Payments { get; } = new("payments:read", Right.ExportFiles, "Versements", "Date de la demande de versement, montant à payer, date du paiement.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TokenScope> All { get; } = [Applications, Amounts, Decisions, Payments];

    /// <summary>Those that a role may be given.</summary>
    public static IReadOnlyList<TokenScope> OpenTo(Role role) => [.. All.Where(scope => RightsTable.Allows(role, scope.Right))];

    /// <summary>Those of a list of names that a role may use today.</summary>
    public static IReadOnlyList<TokenScope> Of(string names, Role role)
    {
        ArgumentNullException.ThrowIfNull(names);
        var kept = names.Split(' ');
        return [.. OpenTo(role).Where(scope => kept.Contains(scope.Name))];
    }
}
