using System.Text.RegularExpressions;
using Iness.Casework.Decisions;

namespace Iness.Casework.Letters;

/// <summary>The fields that an editable text may hold, « {{numero}} »: a short list, each with its meaning.</summary>
public static partial class MergeFields
{
    private static readonly (string Name, string Meaning)[] Always =
    [
        ("numero", "numéro du dossier"),
        ("structure", "nom de la structure"),
        ("projet", "nom du projet"),
        ("date_depot", "jour du dépôt"),
        ("date_decision", "jour de la décision"),
    ];

    private static readonly (string Name, string Meaning)[] OfGrants =
    [
        ("montant", "montant accordé"),
        ("date_limite_versement", "dernier jour pour demander le versement"),
    ];

    /// <summary>Those of a letter.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> Of(DecisionKind kind) => kind == DecisionKind.Grant ? [.. Always, .. OfGrants] : Always;

    /// <summary>What stands between double braces and is no field of the letter, and braces that are left open.</summary>
    public static IReadOnlyList<string> UnknownIn(string text, DecisionKind kind)
    {
        ArgumentNullException.ThrowIfNull(text);
        var known = Of(kind).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = Field().Matches(text).Select(match => match.Groups[1].Value.Trim()).Where(name => !known.Contains(name)).Distinct().ToList();
        var rest = Field().Replace(text, "");
        if (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal)) unknown.Add("accolades non fermées");
        return unknown;
    }

    /// <summary>The text with its fields filled.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Field().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value.Trim(), match.Value));

    [GeneratedRegex(@"\{\{([^{}]*)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
