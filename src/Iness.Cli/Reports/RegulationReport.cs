using Iness.Casework.Assessments;
using Iness.Regulation;

namespace Iness.Cli.Reports;

/// <summary>The provisions and the parameters in force, for a person at a terminal.</summary>
internal static class RegulationReport
{
    private const int Indent = 10;

    public static void Write(TextWriter output, RegulationInForce regulation)
    {
        var report = new WrappedWriter(output);
        report.Line($"{Scheme.Name} – {Scheme.Title}");
        report.Line($"{Scheme.Deliberation} (numéro également imprimé : {Scheme.DeliberationAlias})");
        report.Line($"Version {regulation.Version}, en vigueur le {French.Date(regulation.On)}");

        report.Title("Paramètres");
        foreach (var p in regulation.Parameters)
            report.Item($"  {p.Provision}", Indent, $"{p.Label} {p.Value} (depuis le {French.Date(p.EffectiveFrom)} ; {p.Source})");

        foreach (var part in Scheme.Provisions.GroupBy(provision => provision.Part))
        {
            report.Title(part.Key.Heading);
            foreach (var provision in part)
            {
                report.Item($"  {provision}", Indent, $"{provision.Title}. {provision.Rule}");
                if (provision.Reading is { } reading) report.Item("", Indent, $"Lecture : {reading}");
                report.Item("", Indent, $"Sources : {string.Join(" ; ", provision.Sources)}.");
            }
        }
    }
}
