using System.Globalization;
using System.Text;

namespace Iness.Casework.Documents.Kinds;

/// <summary>The name of a file as a person gave it, made safe to keep, to show and to offer for download. It never names a place on disk.</summary>
public static class FileName
{
    /// <summary>Longest name kept, extension included.</summary>
    public const int Longest = 150;

    private const string Nameless = "document";
    private const int LongestExtension = 10;
    private const string Reserved = "<>:\"|?*";

    /// <summary>The last part of a path, without control or invisible characters (those that reverse the reading order among them), its accents kept.</summary>
    public static string Clean(string? typed)
    {
        var name = new StringBuilder();
        foreach (var rune in LastPart(typed ?? "").EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    if (name.Length > 0 && name[^1] != ' ') name.Append(' ');
                    break;
                case UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned:
                    break;
                default:
                    name.Append(rune == Rune.ReplacementChar ? "" : rune.IsAscii && Reserved.Contains((char)rune.Value, StringComparison.Ordinal) ? "-" : rune.ToString());
                    break;
            }
        }

        return Shorten(name.ToString().Trim(' ', '.'));
    }

    /// <summary>The extension with its dot, in lower case; empty when there is none. « 12.03.2026 » has none: it is a date.</summary>
    internal static string ExtensionOf(string name)
    {
        var extension = name.AsSpan()[Math.Max(0, name.LastIndexOf('.'))..];
        return extension is ['.', _, ..] && extension.Length <= LongestExtension && !extension.Contains(' ') && extension[1..].ContainsAnyExceptInRange('0', '9')
            ? extension.ToString().ToLowerInvariant()
            : "";
    }

    internal static string WithExtension(string name, string extension) => Shorten(name[..^ExtensionOf(name).Length] + extension);

    private static string LastPart(string typed) => typed[(typed.AsSpan().LastIndexOfAny('/', '\\') + 1)..];

    private static string Shorten(string name)
    {
        if (name.Length == 0) return Nameless;
        if (name.Length <= Longest) return name;
        var extension = ExtensionOf(name);
        var stem = new StringBuilder();
        var letters = StringInfo.GetTextElementEnumerator(name[..^extension.Length]);
        while (letters.MoveNext() && stem.Length + letters.GetTextElement().Length <= Longest - extension.Length) stem.Append(letters.GetTextElement());
        return stem.ToString().TrimEnd(' ', '.') + extension;
    }
}
