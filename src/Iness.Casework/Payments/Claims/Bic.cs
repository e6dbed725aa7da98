using System.Text.RegularExpressions;

namespace Iness.Casework.Payments.Claims;

/// <summary>The code of a bank (ISO 9362): bank, country, place, and a branch or none.</summary>
public static partial class Bic
{
    /// <summary>Reads a code, spaces aside; null when its form is wrong.</summary>
    public static string? Parse(string? typed)
    {
        var compact = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return Form().IsMatch(compact) ? compact : null;
    }

    [GeneratedRegex("^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
