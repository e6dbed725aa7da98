using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Casework.Registers.Communes;
using Iness.Regulation;
using Iness.Web.Simulation;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Simulator;

/// <summary>The verdict, the amount, every reason, and what to do next.</summary>
public sealed class ResultModel(TimeProvider time) : SimulatorPage(time)
{
    private Assessment? assessment;

    public Assessment Assessment => assessment ??= EligibilityAssessment.Assess(State.Request);

    public IReadOnlyList<AnswerRow> Answers => AnswerRow.Of(State);

    public IEnumerable<Finding> NotMet => Assessment.Findings.Where(finding => finding.Verdict == Verdict.NotMet);

    public IReadOnlyList<PendingItem> Pending => PendingItem.Of(Assessment, State);

    public IReadOnlyList<string> Documents => [.. SupportingDocuments.For(State.Request)];

    /// <summary>Nothing is said of an amount before any cost is known.</summary>
    public bool HasEstimate => Assessment.Verdict != OverallVerdict.Ineligible && Assessment.Costs.AreKnown;

    /// <summary>A link reopened later is reckoned on its own day.</summary>
    public bool IsEarlier => State.Request.CreatedOn != Today;

    public string DatedToday => Journey.Result(State with { Request = State.Request with { CreatedOn = Today } });

    public bool IsEstimateComplete => Assessment.Verdict == OverallVerdict.Eligible;

    public string VerdictClass => Assessment.Verdict.ToString().ToLowerInvariant();

    public string Heading => Assessment.Verdict switch
    {
        OverallVerdict.Eligible => "Votre projet paraît éligible",
        OverallVerdict.Ineligible => "Votre projet n’est pas éligible en l’état",
        _ => "Votre projet est peut-être éligible",
    };

    public string Advice => Assessment.Verdict switch
    {
        OverallVerdict.Eligible => "D’après vos réponses, toutes les conditions sont remplies.",
        OverallVerdict.Ineligible => "D’après vos réponses, une condition au moins n’est pas remplie :",
        _ => "D’après vos réponses, rien ne vous exclut, mais il manque une information ou un agent de la Région doit en juger.",
    };

    public string NextStep => Assessment.Verdict switch
    {
        OverallVerdict.Ineligible => "Vérifiez vos réponses plus bas : une erreur de saisie se corrige. Si tout est exact, d’autres aides existent : parlez-en à la Région ou à votre CCI.",
        _ => "Ne commandez rien avant d’avoir créé votre demande en ligne : une dépense commandée avant n’est pas retenue.",
    };

    /// <summary>Link to the questions that an exclusion left out; null when none is left.</summary>
    public string? GoOn => Assessment.Verdict == OverallVerdict.Ineligible && !State.GoesOn && Journey.Remaining(State, Assessment).Any()
        ? Journey.Next(State with { GoesOn = true })
        : null;

    public string Previous => Journey.Questions.LastOrDefault(State.HasAnswered) is { } last ? Journey.Page(last.Slug, State) : "/simulateur";

    /// <summary>Where an application starts with these answers.</summary>
    public string Apply => $"/demandes/nouvelle?r={StateLink.Write(State)}";

    public string Permalink => $"{Request.Scheme}://{Request.Host}{Journey.Result(State)}";

    public string Mention
    {
        get
        {
            var on = State.Request.CreatedOn;
            return $"Simulation du {French.Date(on)}, règlement en vigueur depuis le {French.Date(Assessment.Parameters.EffectiveFrom)}. Elle informe et ne vaut pas décision.";
        }
    }

    public static string InWords(Verdict verdict) => verdict switch
    {
        Verdict.Met => "Remplie",
        Verdict.NotMet => "Non remplie",
        Verdict.Unknown => "À préciser",
        _ => "À examiner",
    };

    /// <summary>The finding's sentence, with the commune by its name.</summary>
    public string Explain(Finding finding) =>
        finding.Provision == Provision.Eli1 && State.Request.Undertaking.Commune is { } commune && CommuneDirectory.Find(commune.ToString()) is { } known
            ? finding.Explanation.Replace($"la commune {commune}", $"la commune « {known.Name} » ({commune})", StringComparison.Ordinal)
            : finding.Explanation;

    public void OnGet()
    {
    }

    /// <summary>The facts as the command line and the API take them.</summary>
    public FileContentResult OnGetFacts()
    {
        using var facts = new MemoryStream();
        using (var json = new Utf8JsonWriter(facts)) AssessmentRequestWriter.Write(json, State.Request);
        return File(facts.ToArray(), "application/json", "demande-iness.json");
    }
}
