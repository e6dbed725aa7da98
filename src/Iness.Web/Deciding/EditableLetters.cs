using Iness.Casework.Decisions;

namespace Iness.Web.Deciding;

/// <summary>The letters whose texts are edited, under the names of their addresses.</summary>
public static class EditableLetters
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<(string Slug, DecisionKind Kind, string Title)> All { get; } =
    [
        ("arrete", DecisionKind.Grant, "Arrêté attributif"),
        ("refus", DecisionKind.Refusal, "Refus"),
        ("classement", DecisionKind.Closure, "Classement sans suite"),
    ];

    /// <summary>Values that stand for those of a real letter in a preview.</summary>
    public static IReadOnlyDictionary<string, string> Sample { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["numero"] = "INESS-2026-000123",
        ["structure"] = "Association d'exemple",
        ["projet"] = "Vendre en ligne",
        ["date_depot"] = "2 mars 2026",
        ["date_decision"] = "27 avril 2026",
        ["montant"] = "2 400 €",
        ["date_limite_versement"] = "27 octobre 2027",
    };
}
