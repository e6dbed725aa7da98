using System.Collections.Frozen;
using System.Text;

namespace Iness.Casework.Registers.Communes;

/// <summary>
/// The communes of France in force, from Etalab's découpage administratif (Licence Ouverte), held in memory. The 3 782 of
/// Hauts-de-France are read apart: checking a code needs only them.
/// </summary>
public static class CommuneDirectory
{
    private const int PostalCodeLength = 5;
    private const int NoMatch = 3;

    private static readonly Lazy<FrozenDictionary<string, Commune>> InRegion =
        new(() => Load("communes-hauts-de-france.csv").ToFrozenDictionary(commune => commune.Code));

    private static readonly Lazy<FrozenDictionary<string, Commune>.AlternateLookup<ReadOnlySpan<char>>> InRegionBySpan =
        new(() => InRegion.Value.GetAlternateLookup<ReadOnlySpan<char>>());

    private static readonly Lazy<FrozenDictionary<string, Commune>> Elsewhere =
        new(() => Load("communes-elsewhere.csv").ToFrozenDictionary(commune => commune.Code));

    private static readonly Lazy<Entry[]> Entries = new(() =>
        [.. InRegion.Value.Values.Select(commune => new Entry(commune, true)), .. Elsewhere.Value.Values.Select(commune => new Entry(commune, false))]);

    /// <summary>The communes of Hauts-de-France.</summary>
    public static IReadOnlyList<Commune> HautsDeFrance => InRegion.Value.Values;

    /// <summary>Whether a commune of Hauts-de-France has this code.</summary>
    public static bool Exists(ReadOnlySpan<char> code) => InRegionBySpan.Value.ContainsKey(code);

    /// <summary>The commune of a code; null when there is none.</summary>
    public static Commune? Find(string code) => InRegion.Value.GetValueOrDefault(code) ?? Elsewhere.Value.GetValueOrDefault(code);

    /// <summary>
    /// Communes by postal code or by name, whatever the accents, the case, the hyphens, « St » or « Saint »: equal names first,
    /// then those that start so, then those that hold the words anywhere; at each step those of Hauts-de-France before the others.
    /// </summary>
    public static IReadOnlyList<Commune> Search(string text, int limit)
    {
        var wanted = PlainName.Of(text);
        if (wanted.Length == 0) return [];
        if (wanted.Length == PostalCodeLength && wanted.All(char.IsAsciiDigit))
            return [.. Entries.Value.Where(entry => entry.Commune.PostalCodes.Contains(wanted)).Take(limit).Select(entry => entry.Commune)];

        return
        [
            .. Entries.Value
                .Select(entry => (entry, rank: Rank(entry.PlainName, wanted)))
                .Where(match => match.rank < NoMatch)
                .OrderBy(match => match.rank)
                .ThenBy(match => !match.entry.IsInRegion)
                .ThenBy(match => match.entry.PlainName, StringComparer.Ordinal)
                .Take(limit)
                .Select(match => match.entry.Commune),
        ];
    }

    private static int Rank(string name, string wanted) =>
        name == wanted ? 0
        : name.StartsWith(wanted, StringComparison.Ordinal) ? 1
        : name.Contains(wanted, StringComparison.Ordinal) ? 2
        : NoMatch;

    private static IEnumerable<Commune> Load(string name)
    {
        using var resource = typeof(CommuneDirectory).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
        using var reader = new StreamReader(resource, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(';');
            yield return new(fields[0], fields[1], fields[2].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private sealed record Entry(Commune Commune, bool IsInRegion)
    {
        public string PlainName { get; } = Communes.PlainName.Of(Commune.Name);
    }
}
