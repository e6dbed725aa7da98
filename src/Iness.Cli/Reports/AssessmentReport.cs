using Iness.Cli.Terminal;
using Iness.Regulation;

namespace Iness.Cli.Reports;

/// <summary>An assessment as a report to read in a terminal.</summary>
internal static class AssessmentReport
{
    private const int ProvisionColumn = 18;
    private const int TextColumn = 25;
    private const int StepWidth = 78;

    public static string Of(Assessment assessment, Ink ink)
    {
        var report = new StringWriter { NewLine = "\n" };
        var request = assessment.Request;
        report.WriteLine(ink.Bold($"{Scheme.Name} – demande créée le {French.Date(request.CreatedOn)}"));
        report.WriteLine($"Version du règlement : en vigueur depuis le {French.Date(assessment.Parameters.EffectiveFrom)}");
        report.WriteLine();
        report.WriteLine($"Résultat : {InWords(assessment.Verdict, ink)}");
        WriteAid(report, assessment, ink);
        WriteFindings(report, assessment, ink);
        WriteCosts(report, assessment, ink);
        WriteMissing(report, assessment, ink);
        return report.ToString();
    }

    private static string InWords(OverallVerdict verdict, Ink ink) => verdict switch
    {
        OverallVerdict.Eligible => ink.Green("✓ éligible"),
        OverallVerdict.Ineligible => ink.Red("✗ non éligible"),
        _ => ink.Yellow("? indéterminé : des réponses ou un examen manquent"),
    };

    private static string InWords(Verdict verdict, Ink ink) => verdict switch
    {
        Verdict.Met => ink.Green("✓ rempli".PadRight(ProvisionColumn - 2)),
        Verdict.NotMet => ink.Red("✗ non rempli".PadRight(ProvisionColumn - 2)),
        Verdict.Unknown => ink.Yellow("? à préciser".PadRight(ProvisionColumn - 2)),
        _ => ink.Yellow("⚑ à examiner".PadRight(ProvisionColumn - 2)),
    };

    private static void WriteAid(StringWriter report, Assessment assessment, Ink ink)
    {
        report.WriteLine($"Aide     : {ink.Bold(assessment.Aid.Amount.ToString())}");
        if (!assessment.Costs.AreKnown) return;
        foreach (var step in assessment.Aid.Steps)
        {
            report.WriteLine($"  {step.Provision.Id,-7}{step.Label.PadRight(StepWidth - 9)} {step.Amount,16}");
        }

        if (assessment.Verdict != OverallVerdict.Ineligible) report.WriteLine("  L’aide est le plus petit de ces montants.");
    }

    private static void WriteFindings(StringWriter report, Assessment assessment, Ink ink)
    {
        Heading(report, "Dispositions", ink);
        foreach (var finding in assessment.Findings)
        {
            report.WriteLine($"  {InWords(finding.Verdict, ink)}{finding.Provision.Id,-7}{Wrapped(finding.Explanation, TextColumn)}");
        }
    }

    private static void WriteCosts(StringWriter report, Assessment assessment, Ink ink)
    {
        Heading(report, "Dépenses (hors taxes)", ink);
        if (!assessment.Costs.AreKnown)
        {
            report.WriteLine("  Non indiquées.");
            return;
        }

        foreach (var line in assessment.Costs.Lines)
        {
            var name = line.Line.Label is { } label ? $"{line.Line.Id} – {label}" : line.Line.Id;
            report.WriteLine($"  {Wrapped(name, 2)}");
            report.WriteLine($"    demandé {line.Line.Amount}, retenu {line.Retained}");
            foreach (var reason in line.Reasons) report.WriteLine($"    {reason.Provision.Id,-7}{Wrapped(reason.Explanation, 11)}");
        }

        var costs = assessment.Costs;
        report.WriteLine($"  Total : demandé {costs.Claimed}, retenu {costs.Eligible}, base de l’aide {costs.Base}");
    }

    private static void WriteMissing(StringWriter report, Assessment assessment, Ink ink)
    {
        if (assessment.Missing == Fact.None) return;
        Heading(report, "Ce qu’il reste à préciser", ink);
        foreach (var pointer in assessment.Missing.ToPointers()) report.WriteLine($"  {pointer}");
    }

    private static void Heading(StringWriter report, string title, Ink ink)
    {
        report.WriteLine();
        report.WriteLine(ink.Bold(title));
    }

    private static string Wrapped(string text, int column) => Paragraph.Wrap(Paragraph.Printable(text), column);
}
