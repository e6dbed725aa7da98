using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Iness.Casework.Registers.Communes;

/// <summary>The 3 782 communes of Hauts-de-France, from Etalab's découpage administratif (Licence Ouverte), held in memory.</summary>
public static class CommuneDirectory
{
    private static readonly Lazy<Entry[]> Entries = new(Load);
    private static readonly Lazy<FrozenDictionary<string, Commune>> ByCode =
        new(() => Entries.Value.ToFrozenDictionary(entry => entry.Commune.Code, entry => entry.Commune));

    private static readonly Lazy<FrozenDictionary<string, Commune>.AlternateLookup<ReadOnlySpan<char>>> BySpan =
        new(() => ByCode.Value.GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>Every commune, by code.</summary>
    public static IEnumerable<Commune> All => Entries.Value.Select(entry => entry.Commune);

    /// <summary>Whether a commune of Hauts-de-France has this code.</summary>
    public static bool Exists(ReadOnlySpan<char> code) => BySpan.Value.ContainsKey(code);

    /// <summary>The commune of a code; null when there is none in Hauts-de-France.</summary>
    public static Commune? Find(string code) => ByCode.Value.GetValueOrDefault(code);

    /// <summary>
    /// Communes by postal code or by name, whatever the accents, the case, the hyphens, « St » or « Saint »: equal names first,
    /// then those that start so, then those that hold the words anywhere.
    /// </summary>
    public static IReadOnlyList<Commune> Search(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        var wanted = Normalise(text);
        if (wanted.Length == 0) return [];
        if (wanted.Length == 5 && wanted.All(char.IsAsciiDigit))
            return [.. Entries.Value.Where(entry => entry.Commune.PostalCodes.Contains(wanted)).Take(limit).Select(entry => entry.Commune)];

        return
        [
            .. Entries.Value
                .Select(entry => (entry, rank: Rank(entry.Normalised, wanted)))
                .Where(match => match.rank < NoMatch)
                .OrderBy(match => match.rank)
                .ThenBy(match => match.entry.Normalised, StringComparer.Ordinal)
                .Take(limit)
                .Select(match => match.entry.Commune),
        ];
    }

    private const int NoMatch = 3;

    private static int Rank(string name, string wanted) =>
        name == wanted ? 0
        : name.StartsWith(wanted, StringComparison.Ordinal) ? 1
        : name.Contains(wanted, StringComparison.Ordinal) ? 2
        : NoMatch;

    private static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Trim().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return Unabbreviate(plain.ToString().Trim().Replace("œ", "oe", StringComparison.Ordinal));
    }

    private static string Unabbreviate(string name) => string.Join(' ', name.Split(' ').Select(word => word switch
    {
        "st" => "saint",
        "ste" => "sainte",
        _ => word,
    }));

    private static Entry[] Load()
    {
        using var resource = typeof(CommuneDirectory).Assembly.GetManifestResourceStream("communes.csv")
            ?? throw new InvalidOperationException("The list of communes is missing from the assembly.");
        using var reader = new StreamReader(resource, Encoding.UTF8);
        var entries = new List<Entry>(4000);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(';');
            entries.Add(new(new(fields[0], fields[1], fields[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)), Normalise(fields[1])));
        }

        return [.. entries];
    }

    private sealed record Entry(Commune Commune, string Normalised);
}
