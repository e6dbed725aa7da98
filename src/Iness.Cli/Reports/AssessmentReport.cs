using Iness.Regulation;
using Iness.Regulation.Costs;

namespace Iness.Cli.Reports;

/// <summary>An assessment for a person at a terminal: marks and words, no colour.</summary>
internal static class AssessmentReport
{
    private const int Indent = 18;

    public static void Write(TextWriter output, Assessment assessment)
    {
        var report = new WrappedWriter(output);
        report.Line($"INESS – demande créée le {French.Date(assessment.Request.CreatedOn)}, règlement en vigueur depuis le {French.Date(assessment.Parameters.EffectiveFrom)}");
        report.Line();
        report.Line(InWords(assessment.Verdict));
        WriteAid(report, assessment);
        WriteFindings(report, assessment);
        WriteCosts(report, assessment.Costs);
        WriteMissing(report, assessment);
    }

    private static string InWords(OverallVerdict verdict) => verdict switch
    {
        OverallVerdict.Eligible => "ÉLIGIBLE : toutes les dispositions sont remplies.",
        OverallVerdict.Ineligible => "NON ÉLIGIBLE : au moins une disposition n'est pas remplie.",
        _ => "À PRÉCISER : il manque un fait, ou un agent de la Région doit juger.",
    };

    private static void WriteAid(WrappedWriter report, Assessment assessment)
    {
        report.Title($"Aide : {assessment.Aid.Amount}");
        foreach (var step in assessment.Aid.Steps) report.Item($"  {step.Provision}", Indent, $"{step.Label} : {step.Amount}");
    }

    private static void WriteFindings(WrappedWriter report, Assessment assessment)
    {
        report.Title("Dispositions");
        foreach (var finding in assessment.Findings) report.Item($"  {Mark(finding.Verdict)} {finding.Provision}", Indent, finding.Explanation);
        report.Line();
        report.Line("  ✓ remplie   ✗ non remplie   ? un fait manque   ⚑ un agent juge");
    }

    private static char Mark(Verdict verdict) => verdict switch
    {
        Verdict.Met => '✓',
        Verdict.NotMet => '✗',
        Verdict.Unknown => '?',
        _ => '⚑',
    };

    private static void WriteCosts(WrappedWriter report, CostAssessment costs)
    {
        if (!costs.AreKnown) return;
        report.Title($"Dépenses : {costs.Eligible} retenus sur {costs.Claimed}, base de calcul {costs.Base}");
        foreach (var line in costs.Lines)
        {
            report.Item($"  {line.Line.Id}", Indent, $"{line.Retained} retenus sur {line.Line.Amount}{(line.Line.Label is null ? "" : $" – {line.Line.Label}")}");
            foreach (var reason in line.Reasons) report.Item($"    {reason.Provision}", Indent, reason.Explanation);
        }
    }

    private static void WriteMissing(WrappedWriter report, Assessment assessment)
    {
        if (assessment.Missing == Fact.None) return;
        report.Title("Faits qui manquent");
        foreach (var pointer in assessment.Missing.ToPointers()) report.Line($"  {pointer}");
    }
}
