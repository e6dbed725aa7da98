namespace Iness.Web.Components;

/// <summary>Reads a day as people write it in French: « 27 3 2026 », « 1er mars 2026 », « 12 févr. 2026 ».</summary>
public static class FrenchDay
{
    private const int ShortestMonth = 3;

    /// <summary>Without their accents, as some type them.</summary>
    private static readonly string[] Months = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

    /// <summary>Reads the three parts; null when there is no such day.</summary>
    public static DateOnly? Read(string day, string month, string year)
    {
        ArgumentNullException.ThrowIfNull(day);
        var first = day.EndsWith("er", StringComparison.OrdinalIgnoreCase) ? day[..^2] : day;
        return int.TryParse(first, out var d) && Month(month) is { } m && int.TryParse(year, out var y)
            && y is >= 1000 and <= 9999 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
                ? new DateOnly(y, m, d)
                : null;
    }

    /// <summary>A number, a name, or as much of a name as no other month begins with.</summary>
    private static int? Month(string typed)
    {
        if (int.TryParse(typed, out var number)) return number is >= 1 and <= 12 ? number : null;
        var plain = typed.TrimEnd('.').ToLowerInvariant().Replace('é', 'e').Replace('û', 'u');
        if (plain.Length < ShortestMonth) return null;
        return Months.Count(month => month.StartsWith(plain, StringComparison.Ordinal)) == 1 ? Array.FindIndex(Months, month => month.StartsWith(plain, StringComparison.Ordinal)) + 1 : null;
    }
}
