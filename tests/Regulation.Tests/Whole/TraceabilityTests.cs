using System.Reflection;
using System.Text;
using Iness.TestKit;

namespace Iness.Regulation.Tests.Whole;

/// <summary>Each provision has its rule, its tests, and its place on the page; docs/traceability.md shows them side by side.</summary>
public sealed class TraceabilityTests
{
    /// <summary>Nothing to compute: the service that takes applications online is itself what the provision asks for.</summary>
    private static readonly string[] WithoutRule = ["PRO-2"];

    /// <summary>Provisions that hold a number or a date to compare with.</summary>
    private static readonly string[] WithThreshold =
    [
        "BEN-3", "ELI-2", "ELI-3", "ELI-5", "COS-2", "COS-10", "COS-11", "XCO-3", "AID-1", "AID-2", "AID-3", "AID-4", "FRQ-1", "LEG-1", "PRO-1", "PAY-1",
    ];

    private static readonly ILookup<string, MethodInfo> Rules = typeof(Scheme).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .SelectMany(method => method.GetCustomAttributes<RuleAttribute>().Select(rule => (rule.Provision, Method: method)))
        .ToLookup(rule => rule.Provision, rule => rule.Method);

    private static readonly ILookup<string, (Type Class, CoversAttribute Covers)> Tests = typeof(TraceabilityTests).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<CoversAttribute>(inherit: false)
            .Concat(type.GetMethods().SelectMany(method => method.GetCustomAttributes<CoversAttribute>()))
            .Select(covers => (Class: type, Covers: covers)))
        .ToLookup(test => test.Covers.Provision);

    public static TheoryData<string> Provisions => [.. Scheme.Provisions.Select(provision => provision.Id)];

    [Theory]
    [MemberData(nameof(Provisions))]
    public void Provision_Each_HasARule(string provision) => Assert.Equal(!WithoutRule.Contains(provision), Rules.Contains(provision));

    [Theory]
    [MemberData(nameof(Provisions))]
    public void Provision_Each_HasATest(string provision) => Assert.Equal(!WithoutRule.Contains(provision), Tests.Contains(provision));

    [Theory]
    [MemberData(nameof(Provisions))]
    public void Provision_WithAThreshold_HasATestAtIt(string provision) =>
        Assert.Equal(WithThreshold.Contains(provision), Tests[provision].Any(test => test.Covers.AtThreshold));

    [Fact]
    public void Rules_All_NameAProvisionThatExists() =>
        Assert.Empty(Rules.Select(rule => rule.Key).Concat(Tests.Select(test => test.Key)).Except(Scheme.Provisions.Select(provision => provision.Id)));

    [Fact]
    public void Provisions_Ids_AreUniqueAndRead()
    {
        Assert.Equal(44, Scheme.Provisions.Count);
        Assert.Distinct(Scheme.Provisions.Select(provision => provision.Anchor));
        foreach (var provision in Scheme.Provisions)
        {
            Assert.Same(provision, Provision.At(provision.Index));
            Assert.Equal(provision.Id, provision.ToString());
            Assert.NotEmpty(provision.Title);
            Assert.EndsWith(".", provision.Rule, StringComparison.Ordinal);
            Assert.StartsWith("Avis public du dispositif, rubrique « ", provision.Sources[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Document_Interpretations_ListsEveryReadingAndNoOtherProvision()
    {
        var lines = File.ReadAllLines(RepositoryRoot.PathOf("docs", "interpretations.md"));
        var readings = lines.SkipWhile(line => line != "## Lectures retenues").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).ToList();
        Assert.Contains("| disposition | lecture | pourquoi |", readings);
        var listed = readings.Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| disposition", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split(',', StringSplitOptions.TrimEntries)).ToHashSet();

        Assert.Empty(Scheme.Provisions.Where(provision => provision.Reading is not null).Select(provision => provision.Id).Except(listed));
        Assert.Empty(listed.Except(Scheme.Provisions.Select(provision => provision.Id)));
    }

    [Fact]
    public void Document_Traceability_SaysWhatTheCodeDoes()
    {
        var document = new StringBuilder(
            """
            # Traceability

            Made by the tests (`UPDATE_SNAPSHOTS=1 make test`), never by hand. Each provision, the rule that applies it, the tests that hold it, and its
            place on the page of the rules. PRO-2 has no rule: the service that takes applications online is itself what it asks for.

            | provision | rule | tests | at its threshold | page |
            |---|---|---|---|---|

            """);
        foreach (var provision in Scheme.Provisions)
        {
            var rules = string.Join(", ", Rules[provision.Id].Select(rule => $"`{rule.DeclaringType!.Name}.{rule.Name}`"));
            var tests = string.Join(", ", Tests[provision.Id].Select(test => $"`{test.Class.Name}`").Distinct().Order(StringComparer.Ordinal));
            var threshold = WithThreshold.Contains(provision.Id) ? "yes" : "";
            document.Append($"| {provision.Id} {provision.Title} | {rules} | {tests} | {threshold} | `/reglement#{provision.Anchor}` |\n");
        }

        Snapshot.Matches(document.ToString(), "docs", "traceability.md");
    }

    [Fact]
    public void Document_Scheme_RestatesEachProvision()
    {
        var document = new StringBuilder(
            $"""
            # Le dispositif, disposition par disposition

            Écrit par les tests (`UPDATE_SNAPSHOTS=1 make test`) d'après le catalogue du code, jamais à la main : la page `/reglement`, la ligne de commande et
            l'API montrent les mêmes textes. {Scheme.Deliberation} (numéro également imprimé : {Scheme.DeliberationAlias}).
            Versions : {string.Join(", ", SchemeParameters.Versions.Select(version => version.Version))}, selon la date de création de la demande.

            """);
        foreach (var part in Scheme.Provisions.GroupBy(provision => provision.Part))
        {
            document.Append($"\n## {part.Key.Heading}\n");
            foreach (var provision in part)
            {
                document.Append($"\n### {provision.Id} {provision.Title}\n\n{provision.Rule}\n");
                if (provision.Reading is { } reading) document.Append($"\nLecture : {reading}\n");
                document.Append($"\nSources : {string.Join(" ; ", provision.Sources)}.\n");
            }
        }

        document.Append("\n## Paramètres\n\n| disposition | paramètre | valeur | depuis le |\n|---|---|---|---|\n");
        foreach (var parameter in SchemeParameters.Versions.SelectMany(version => Parameter.InForce(version.EffectiveFrom)).Distinct())
            document.Append($"| {parameter.Provision} | {parameter.Label} | {parameter.Value} | {French.Date(parameter.EffectiveFrom)} |\n");
        Snapshot.Matches(document.ToString(), "docs", "scheme.md");
    }
}
