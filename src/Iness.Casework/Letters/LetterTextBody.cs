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

    /// <summary>Paragraphs, each on one line.</summary>
    public static IEnumerable<string> ParagraphsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(OneLine.Of).Where(paragraph => paragraph.Length > 0);
    }
}
