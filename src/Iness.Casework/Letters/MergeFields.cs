using System.Text.RegularExpressions;

namespace Iness.Casework.Letters;

/// <summary>The fields of editable texts, « {{numero}} ».</summary>
public static partial class MergeFields
{
    /// <summary>What stands between double braces and is no field of the text, and braces that are left open.</summary>
    public static IReadOnlyList<string> UnknownIn(string typed, EditableText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var known = text.Fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = Field().Matches(typed).Select(match => match.Groups[1].Value.Trim()).Where(name => !known.Contains(name)).Distinct().ToList();
        var rest = Field().Replace(typed, "");
        if (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal)) unknown.Add("accolades non fermées");
        return unknown;
    }

    /// <summary>The text with its fields filled.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Field().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value.Trim(), match.Value));

    [GeneratedRegex(@"\{\{([^{}]*)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
