using Iness.Casework.Decisions;

namespace Iness.Casework.Letters;

/// <summary>The two parts of a letter that an administrator writes.</summary>
/// <param name="Introduction">Its first paragraphs, an empty line apart.</param>
/// <param name="Closing">Its last ones, before the name of the author.</param>
public sealed record LetterTextBody(string Introduction, string Closing)
{
    // A line that no part may hold.
    private const string Between = "\n\n***\n\n";

    /// <summary>One text of both parts, as it is kept.</summary>
    public string Joined => Introduction + Between + Closing;

    /// <summary>The parts of a text kept.</summary>
    public static LetterTextBody Parse(string joined)
    {
        ArgumentNullException.ThrowIfNull(joined);
        var at = joined.IndexOf(Between, StringComparison.Ordinal);
        return at < 0 ? new(joined, "") : new(joined[..at], joined[(at + Between.Length)..]);
    }

    /// <summary>Whether a part could be taken for two.</summary>
    public bool IsAmbiguous => Introduction.Contains("***", StringComparison.Ordinal) || Closing.Contains("***", StringComparison.Ordinal);

    /// <summary>The text as the program has it, until an administrator writes another.</summary>
    public static LetterTextBody Of(DecisionKind kind) => kind switch
    {
        DecisionKind.Grant => new("La Région Hauts-de-France soutient la transition numérique des entreprises de l'économie sociale et solidaire. Après examen de votre demande, elle arrête ce qui suit.", "La Région vous souhaite pleine réussite dans votre projet."),
        DecisionKind.Refusal => new("La Région a examiné votre demande d'aide INESS. Elle ne peut pas y répondre favorablement, pour les motifs qui suivent.", "D'autres aides peuvent convenir à votre projet : le service vous renseigne."),
        DecisionKind.Closure => new("La Région a reçu votre demande d'aide INESS. Elle ne poursuit pas son examen, pour la raison qui suit.", ""),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This decision has no letter."),
    };

    /// <summary>The name under which versions of the text are kept.</summary>
    public static string NameOf(DecisionKind kind) => kind switch
    {
        DecisionKind.Grant => "decision-grant",
        DecisionKind.Refusal => "decision-refusal",
        DecisionKind.Closure => "decision-closure",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This decision has no letter."),
    };

    /// <summary>Paragraphs, each on one line.</summary>
    public static IEnumerable<string> ParagraphsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(OneLine.Of).Where(paragraph => paragraph.Length > 0);
    }
}
