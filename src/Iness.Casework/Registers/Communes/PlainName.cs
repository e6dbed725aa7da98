using System.Globalization;
using System.Text;

namespace Iness.Casework.Registers.Communes;

/// <summary>A name as it is compared: lower case, no accents, single spaces, « saint » in full.</summary>
internal static class PlainName
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var typed in text)
        {
            var c = char.ToLowerInvariant(typed);
            if (WithoutAccent(c) is { } letters) plain.Append(letters);
            else if (char.IsLetterOrDigit(c)) plain.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(' ');
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word switch
        {
            "st" => "saint",
            "ste" => "sainte",
            _ => word,
        }));
    }

    /// <summary>By hand: without the tables of a culture, Unicode normalisation leaves accents where they are.</summary>
    private static string? WithoutAccent(char c) => c switch
    {
        'à' or 'â' or 'ä' or 'á' or 'ã' or 'å' => "a",
        'ç' => "c",
        'é' or 'è' or 'ê' or 'ë' => "e",
        'î' or 'ï' or 'í' or 'ì' => "i",
        'ñ' => "n",
        'ô' or 'ö' or 'ó' or 'ò' or 'õ' => "o",
        'û' or 'ü' or 'ù' or 'ú' => "u",
        'ÿ' or 'ý' => "y",
        'œ' => "oe",
        'æ' => "ae",
        _ => null,
    };
}
