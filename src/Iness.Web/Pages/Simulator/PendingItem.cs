using Iness.Regulation;
using Iness.Web.Simulation;

namespace Iness.Web.Pages.Simulator;

/// <summary>A finding that is not settled yet, with the document that would settle it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Document">The document, and where to find it; null when an answer is enough.</param>
/// <param name="Answer">Link to the question that gives the missing fact; null when the facts are there.</param>
public sealed record PendingItem(Finding Finding, string? Document, string? Answer)
{
    /// <summary>What is still to settle, in the order of the text.</summary>
    public static IReadOnlyList<PendingItem> Of(Assessment assessment, SimulationState state)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return [.. assessment.Findings
            .Where(finding => finding.Verdict is Verdict.Unknown or Verdict.Review)
            .Select(finding => new PendingItem(finding, DocumentFor(finding.Provision), QuestionFor(finding.Missing, state)))];
    }

    private static string? QuestionFor(Fact missing, SimulationState state) =>
        Journey.Questions.FirstOrDefault(question => (question.Settles & missing) != Fact.None) is { } question ? Journey.Page(question.Slug, state) : null;

    private static string? DocumentFor(Provision provision) => provision.Id switch
    {
        "BEN" => "les statuts et, selon le cas, l'arrêté d'agrément ESUS, l'attestation SCOP ou la convention d'insertion signée avec l'État",
        "ELI-1" => "l'avis de situation Sirene de l'établissement (gratuit sur avis-situation-sirene.insee.fr)",
        "ELI-2" => "le dernier compte de résultat, ou le prévisionnel pour une création",
        "ELI-3" => "l'attestation de l'Urssaf ou la dernière déclaration sociale nominative",
        "ELI-4" => "l'attestation de régularité fiscale (espace professionnel sur impots.gouv.fr) et l'attestation de vigilance (Urssaf ou MSA)",
        "ELI-5" => "le dernier bilan et, pour une société, l'extrait Kbis",
        "EXC-1" or "EXC-2" or "EXC-3" or "EXC-4" or "EXC-6" => "les statuts et le dernier rapport d'activité",
        "EXC-5" => "la convention d'insertion signée avec l'État, ou une attestation sur l'honneur",
        "AID-2" => "un devis par dépense",
        "AID-3" or "AID-4" or "CUM-2" => "les notifications des autres aides, ou une attestation sur l'honneur",
        "LEG-1" => "la déclaration des aides de minimis de l'entreprise et de celles qui lui sont liées",
        "FRQ-1" => "l'accusé de réception de la demande précédente",
        _ => null,
    };
}
