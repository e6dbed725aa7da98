using System.Globalization;
using System.Text;

namespace Iness.Casework.Registers.Communes;

/// <summary>A name as it is compared: lower case, no accents, single spaces, « saint » in full.</summary>
internal static class PlainName
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Trim().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (c is 'œ' or 'Œ') plain.Append("oe");
            else if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word switch
        {
            "st" => "saint",
            "ste" => "sainte",
            _ => word,
        }));
    }
}
