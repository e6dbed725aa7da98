using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Iness.TestKit;

/// <summary>The units of some kept answers, searched as the register searches them.</summary>
internal sealed class ReplayAnswers
{
    public const int DefaultPage = 10;
    public const int LargestPage = 25;
    public const int ShortestQuery = 3;

    private const int SirenLength = 9;
    private const int SiretLength = 14;
    private const string Withheld = "[NON-DIFFUSIBLE]";

    private static readonly JsonSerializerOptions AsTheRegisterWrites = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<JsonObject> units = [];

    public static ReplayAnswers Read(string[] folders)
    {
        var answers = new ReplayAnswers();
        foreach (var file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.json")).Order(StringComparer.Ordinal))
        {
            var results = JsonNode.Parse(File.ReadAllText(file))!["results"]!.AsArray();
            answers.units.AddRange(results.Select(unit => unit!.AsObject()));
        }

        return answers;
    }

    public static byte[] Nothing(int perPage) => Page([], 0, perPage);

    public byte[] Find(string words, int perPage, bool partial)
    {
        var found = units.Where(unit => Matches(unit, words)).ToList();
        var shown = found.Take(perPage).Select(unit => Shown(unit, words, partial)).ToArray();
        return Page(shown, found.Count, perPage);
    }

    private static bool Matches(JsonObject unit, string words)
    {
        var siren = Text(unit, "siren");
        if (!words.All(char.IsAsciiDigit)) return Plain(words).Split(' ').All(word => Plain(Text(unit, "nom_complet")).Contains(word, StringComparison.Ordinal));
        return words.Length switch
        {
            SirenLength => siren == words,
            SiretLength => Establishments(unit).Any(establishment => Text(establishment, "siret") == words),
            _ => false,
        };
    }

    /// <summary>A search by SIRET gives the one establishment that matches; any other search gives none.</summary>
    private static JsonObject Shown(JsonObject unit, string words, bool partial)
    {
        var shown = unit.DeepClone().AsObject();
        var matching = Establishments(unit).Where(establishment => Text(establishment, "siret") == words).Take(1);
        shown["matching_etablissements"] = new JsonArray([.. matching.Select(establishment => establishment.DeepClone())]);
        if (partial) Withhold(shown);
        return shown;
    }

    private static void Withhold(JsonObject unit)
    {
        unit["statut_diffusion"] = "P";
        foreach (var member in new[] { "nom_complet", "nom_raison_sociale", "sigle" }) unit[member] = Withheld;
        foreach (var establishment in Establishments(unit))
        {
            establishment["statut_diffusion_etablissement"] = "P";
            foreach (var member in new[] { "adresse", "latitude", "longitude", "commune", "libelle_commune" }) establishment[member] = Withheld;
        }
    }

    private static IEnumerable<JsonObject> Establishments(JsonObject unit) =>
        unit["matching_etablissements"]!.AsArray().Prepend(unit["siege"]).OfType<JsonObject>();

    private static byte[] Page(JsonNode[] results, int total, int perPage) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["results"] = new JsonArray(results),
        ["total_results"] = total,
        ["page"] = 1,
        ["per_page"] = perPage,
        ["total_pages"] = (total + perPage - 1) / perPage,
    }.ToJsonString(AsTheRegisterWrites));

    private static string Text(JsonObject node, string member) => node[member]?.GetValue<string>() ?? "";

    private static string Plain(string text) => text.Trim().ToUpperInvariant();
}
