using System.Net;
using System.Text.RegularExpressions;

namespace Iness.Benchmarks.Worklist;

/// <summary>The addresses measured: what officers do all day, and what could be slow. Those that depend on the files are read from the list.</summary>
internal static partial class WorklistPages
{
    private const int Deep = 40;

    public static async Task<IReadOnlyList<(string Name, string Address)>> AllAsync(HttpClient http)
    {
        var first = await ReadAsync(http, "/dossiers?tri=numero&ordre=decroissant");
        var number = Number().Match(first).Value;
        var officer = Officer().Match(first).Groups["id"].Value;
        var siren = (await ReadAsync(http, "/dossiers/export.csv?recherche=" + number)).Split("\r\n")[1].Split(';')[2];
        var deep = "/dossiers?tri=depot";
        for (var page = 0; page < Deep; page++) deep = WebUtility.HtmlDecode(Next().Match(await ReadAsync(http, deep)).Groups["href"].Value);
        return
        [
            ("as it opens, by deadline", "/dossiers"),
            ("deadline passed", "/dossiers?echeance=depassee"),
            ("one's own, awaited", "/dossiers?instructeur=moi&echeance=en-cours"),
            ("of an officer", $"/dossiers?instructeur={officer}"),
            ("of nobody", "/dossiers?instructeur=personne"),
            ("a status", "/dossiers?statut=en-instruction"),
            ("a large status, by day filed", "/dossiers?statut=payee&tri=depot&ordre=decroissant"),
            ("a department", "/dossiers?departement=62"),
            ("a department and a status", "/dossiers?departement=02&statut=refusee"),
            ("a verdict", "/dossiers?avis=a-examiner"),
            ("a verdict, an officer and a department", $"/dossiers?avis=non-eligible&instructeur={officer}&departement=80"),
            ("a cost category", "/dossiers?depense=augmentedreality"),
            ("amounts, by amount", "/dossiers?aide-min=3000&aide-max=3100&tri=aide"),
            ("by greatest amount", "/dossiers?tri=aide&ordre=decroissant"),
            ("by number", "/dossiers?tri=numero&ordre=decroissant"),
            ($"page {Deep + 1}, by day filed", deep),
            ("search: a number", $"/dossiers?recherche={number}"),
            ("search: a SIREN", $"/dossiers?recherche={siren}"),
            ("search: two words of a name", "/dossiers?recherche=colibri%20d%C3%A9co"),
            ("search: a name, accents", "/dossiers?recherche=ateliers%20%C5%93illet%20enchante"),
            ("search: a town", "/dossiers?recherche=roubaix"),
            ("search: a town and a status", "/dossiers?recherche=roubaix&statut=payee"),
            ("search: a word of very many", "/dossiers?recherche=ateliers"),
            ("search: a word of all", "/dossiers?recherche=fictif&tri=depot"),
            ("search: a word of very many, two letters more", "/dossiers?recherche=ateliers%20lu"),
            ("search: nothing found", "/dossiers?recherche=introuvable"),
        ];
    }

    private static async Task<string> ReadAsync(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    [GeneratedRegex("INESS-[0-9]{4}-[0-9]{6}")]
    private static partial Regex Number();

    [GeneratedRegex("<option value=\"(?<id>[0-9a-f]{8}-[0-9a-f-]{27})\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Officer();

    [GeneratedRegex("href=\"(?<href>[^\"]+)\" rel=\"next\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Next();
}
