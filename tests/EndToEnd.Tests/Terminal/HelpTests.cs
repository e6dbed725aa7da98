using System.Text.Json;

namespace Iness.EndToEnd.Tests.Terminal;

public sealed class HelpTests
{
    [Theory]
    [InlineData("--help", "assess", "regulation", "audit", "Exemples", "--version")]
    [InlineData("assess --help", "FICHIER", "--lines", "--format json|text", "Codes de sortie", "Exemples")]
    [InlineData("regulation --help", "--on AAAA-MM-JJ", "--format json|text", "Codes de sortie", "Exemples")]
    [InlineData("audit --help", "iness audit COMMANDE", "verify", "export", "Exemples")]
    [InlineData("audit verify --help", "iness audit verify [FICHIER]", "--sqlite FICHIER", "--postgres CONNEXION", "--head EMPREINTE", "--log JOURNAL", "Codes de sortie")]
    [InlineData("replay --help", "iness replay NUMÉRO", "--sqlite FICHIER", "--postgres CONNEXION", "Codes de sortie", "Exemples")]
    [InlineData("account create-administrator --help", "--email ADRESSE", "--portal ADRESSE", "--sqlite FICHIER", "--postgres CONNEXION", "Codes de sortie")]
    [InlineData("registers import --help", "iness registers import FICHIER", "--sqlite FICHIER", "--postgres CONNEXION", "Codes de sortie", "Exemples")]
    [InlineData("invoice --help", "iness invoice FICHIER", "Codes de sortie", "Exemples")]
    [InlineData("audit export --help", "iness audit export", "--sqlite FICHIER", "--postgres CONNEXION", "Codes de sortie")]
    public async Task Help_AnyCommand_IsComplete(string arguments, params string[] expected)
    {
        var outcome = await Iness.RunAsync("", arguments.Split(' '));
        Assert.Equal(0, outcome.ExitCode);
        Assert.All(expected, part => Assert.Contains(part, outcome.Output, StringComparison.Ordinal));
        // Every option has its description beside it.
        Assert.All(outcome.OutputLines.Where(line => line.StartsWith("  -", StringComparison.Ordinal)), line => Assert.Matches(@"^  \S.*\S {3,}\S", line));
        Assert.All(outcome.OutputLines, line => Assert.InRange(line.Length, 1, 100));
    }

    [Theory]
    [InlineData("", "commande est attendue")]
    [InlineData("assess", "FICHIER est obligatoire")]
    [InlineData("assess a.json b.json", "« b.json »")]
    [InlineData("assess a.json --format xml", "« xml »")]
    [InlineData("assess a.json --lines --format text", "--format text")]
    [InlineData("asses a.json", "« asses »")]
    [InlineData("regulation --on demain", "« demain »")]
    [InlineData("regulation --on 2021-10-04", "5 octobre 2021")]
    [InlineData("invoice", "FICHIER est obligatoire")]
    [InlineData("audit", "incomplète")]
    [InlineData("audit verify", "Une seule source")]
    [InlineData("audit verify a.ndjson --sqlite a.db", "Une seule source")]
    [InlineData("audit verify a.ndjson --head abc", "« abc »")]
    [InlineData("audit verify absent.ndjson", "introuvable")]
    [InlineData("audit verify absent.zip", "introuvable")]
    [InlineData("audit verify a.ndjson --log b.ndjson", "--log accompagne l’archive")]
    [InlineData("audit verify --sqlite absent.db", "illisible")]
    [InlineData("audit verify --postgres incorrecte", "chaîne de connexion incorrecte")]
    [InlineData("replay", "NUMÉRO est obligatoire")]
    [InlineData("replay INESS-2026-000123", "Une seule source")]
    [InlineData("replay INESS-2026-000123 --sqlite absent.db", "illisible")]
    [InlineData("replay INESS-2026-000123 --postgres incorrecte", "chaîne de connexion incorrecte")]
    [InlineData("audit export", "Une seule source")]
    [InlineData("account create-administrator --email a@exemple.fr", "--given-name attend une valeur")]
    [InlineData("account create-administrator --email a@exemple.fr --given-name A --family-name B --portal https://iness.exemple", "Une seule source")]
    [InlineData("account create-administrator --email a@exemple.fr --given-name A --family-name B --portal https://iness.exemple --sqlite absent.db", "introuvable")]
    [InlineData("registers import absent.csv --sqlite absent.db", "introuvable")]
    [InlineData("registers import absent.csv", "Une seule source")]
    [InlineData("audit export --postgres Host=127.0.0.1;Port=1;Password=rien;Timeout=2", "--postgres : base illisible")]
    public async Task Command_Misused_SaysSoOnTheErrorOutput(string arguments, string expected)
    {
        var outcome = await Iness.RunAsync("", arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_Asked_IsGiven() => Assert.Matches(@"^\d+\.\d+\.\d+", (await Iness.RunAsync("", "--version")).Output);

    [Theory]
    [InlineData("2023-12-31", "2021-10-05", "200 000 €")]
    [InlineData("2024-01-01", "2024-01-01", "300 000 €")]
    public async Task Regulation_OnADay_GivesTheVersionAndItsFigures(string day, string version, string ceiling)
    {
        var outcome = await Iness.RunAsync("", "regulation", "--on", day);
        Assert.Equal(0, outcome.ExitCode);
        using var document = JsonDocument.Parse(outcome.Output);
        Assert.Equal(version, document.RootElement.GetProperty("regulation").GetString());
        Assert.Equal(Regulation.Scheme.Provisions.Select(provision => provision.Id), document.RootElement.GetProperty("provisions").EnumerateArray().Select(one => one.GetProperty("id").GetString()));
        Assert.Contains(document.RootElement.GetProperty("parameters").EnumerateArray(), one =>
            one.GetProperty("provision").GetString() == "LEG-1" && one.GetProperty("value").GetString()!.StartsWith(ceiling, StringComparison.Ordinal));

        var text = await Iness.RunAsync("", "regulation", "--on", day, "--format", "text");
        Assert.Contains(ceiling, text.Output, StringComparison.Ordinal);
        Assert.Contains("ELI-2", text.Output, StringComparison.Ordinal);
        Assert.All(text.OutputLines, line => Assert.InRange(line.Length, 1, 100));
    }
}
