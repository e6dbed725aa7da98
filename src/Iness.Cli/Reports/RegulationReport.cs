using Iness.Cli.Terminal;
using Iness.Regulation;

namespace Iness.Cli.Reports;

/// <summary>The regulation as a text to read in a terminal.</summary>
internal static class RegulationReport
{
    private const int TextColumn = 9;
    private const int DetailColumn = 18;

    public static string Of(DateOnly day, Ink ink)
    {
        var report = new StringWriter { NewLine = "\n" };
        report.WriteLine(ink.Bold($"{Scheme.Name} – {Scheme.Title}"));
        report.WriteLine(Paragraph.Wrap($"{Scheme.Deliberation} (aussi cité sous le n° {Scheme.DeliberationAlias})", 0));
        report.WriteLine($"Le {French.Date(day)}, version en vigueur depuis le {French.Date(SchemeParameters.On(day).EffectiveFrom)}");
        foreach (var heading in Scheme.Provisions.GroupBy(provision => provision.Part.Heading))
        {
            report.WriteLine();
            report.WriteLine(ink.Bold(heading.Key));
            foreach (var provision in heading) Write(report, provision, ink);
        }

        report.WriteLine();
        report.WriteLine(ink.Bold("Chiffres en vigueur"));
        foreach (var parameter in Parameter.InForce(day))
        {
            report.WriteLine($"  {parameter.Provision.Id,-7}{Paragraph.Wrap($"{parameter.Label} {ink.Bold(parameter.Value)}", TextColumn)}");
            report.WriteLine($"         {Paragraph.Wrap($"depuis le {French.Date(parameter.EffectiveFrom)} – {parameter.Source}", TextColumn)}");
        }

        return report.ToString();
    }

    private static void Write(StringWriter report, Provision provision, Ink ink)
    {
        report.WriteLine($"  {provision.Id,-7}{ink.Bold(provision.Title)}");
        report.WriteLine($"         {Paragraph.Wrap(provision.Rule, TextColumn)}");
        if (provision.Reading is { } reading) report.WriteLine($"         Lecture : {Paragraph.Wrap(reading, DetailColumn + 1)}");
        report.WriteLine($"         Source : {Paragraph.Wrap(string.Join(" ; ", provision.Sources), DetailColumn)}");
    }
}
