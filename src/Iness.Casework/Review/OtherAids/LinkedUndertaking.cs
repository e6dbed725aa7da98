using System.Text.Json;

namespace Iness.Casework.Review.OtherAids;

/// <summary>An undertaking declared linked: together with the one that applies it is a single undertaking (LEG-1).</summary>
/// <param name="Siren">Nine digits; empty for one that has none, abroad.</param>
/// <param name="Name">Its name, as declared.</param>
public sealed record LinkedUndertaking(string Siren, string Name)
{
    internal const string Prefix = "entreprises-liees.";

    /// <summary>Those of the answers filed.</summary>
    public static IReadOnlyList<LinkedUndertaking> Of(string answers) =>
    [
        .. (JsonSerializer.Deserialize<Dictionary<string, string>>(answers) ?? [])
            .Where(answer => answer.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(answer => (Parts: answer.Key.Split('.'), answer.Value))
            .Where(answer => answer.Parts.Length == 3)
            .GroupBy(answer => answer.Parts[1], StringComparer.Ordinal)
            .Select(one => one.ToDictionary(answer => answer.Parts[2], answer => answer.Value, StringComparer.Ordinal))
            .Select(one => new LinkedUndertaking(string.Concat(one.GetValueOrDefault("siren", "").Where(char.IsAsciiDigit)), one.GetValueOrDefault("nom", "").Trim())),
    ];

    /// <summary>The numbers of those that have one.</summary>
    public static List<string> SirensOf(string answers) => [.. Of(answers).Select(linked => linked.Siren).Where(siren => siren.Length > 0)];

    /// <summary>As it is named on a page.</summary>
    public string Shown => Name.Length > 0 ? Name : Siren.Length > 0 ? $"SIREN {Siren}" : "Entreprise sans nom";
}
